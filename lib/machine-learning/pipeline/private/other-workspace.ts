import type { IConstruct } from 'constructs';
import { factsOf } from '../../../core/facts';
import { isUnresolved } from '../../../core/validation';
import type { IWorkspace } from '../../workspace-types';

/** An asset that a step names by its ARM id, and what it may be besides. */
type Asset = object | undefined;

const WORKSPACE = /\/workspaces\/([^/]+)\//i;
const WHOLE_ID =
  /(\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/[^/]+\/workspaces\/[^/]+)\//i;

/**
 * Whether two workspaces are known not to be one: by their ids where both are known, else by name or
 * group. What is known only at apply tells nothing.
 */
export function isOtherWorkspace(own: IWorkspace, other: IWorkspace): boolean {
  if (own === other || own.workspaceId === other.workspaceId) return false;
  return (
    differ(own.workspaceId, other.workspaceId) ||
    differ(own.workspaceName, other.workspaceName) ||
    differ(own.resourceGroup.resourceGroupName, other.resourceGroup.resourceGroupName)
  );
}

/**
 * The workspace of an asset where it is known to be another one, as its id or the version that it
 * declares tells; `undefined` otherwise, so for what is of a registry.
 *
 * @param id ARM id of the asset, or a reference that holds it
 */
export function otherWorkspaceOf(own: IWorkspace, asset: Asset, id: string): string | undefined {
  for (const text of [id, ...declaredIds(asset)]) {
    const name = WORKSPACE.exec(text)?.[1];
    if (name === undefined) continue;
    const whole = WHOLE_ID.exec(text)?.[1];
    if (differ(own.workspaceName, name)) return name;
    if (whole !== undefined && differ(own.workspaceId, whole)) return whole;
  }
  return undefined;
}

function declaredIds(asset: Asset): readonly string[] {
  return asset !== undefined && 'node' in asset
    ? factsOf(asset as IConstruct, 'version').map(({ fact }) => fact.armId)
    : [];
}

function differ(one: string, other: string): boolean {
  return !isUnresolved(one) && !isUnresolved(other) && one.toLowerCase() !== other.toLowerCase();
}
