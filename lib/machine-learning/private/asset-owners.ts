import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { isUnresolved } from '../../core/validation';
import type { IWorkspace } from '../workspace-types';

const KEY = Symbol.for('cdktf-azureml.asset-owners');

interface Holder {
  [KEY]?: Map<string, Map<string, IConstruct>>;
}

/**
 * Notes that a construct declares something of a workspace, such as the compute `cpu`.
 *
 * What is only known at apply is compared with nothing. Azure does not tell cases apart.
 *
 * @param kind collection of the workspace, such as `computes`
 * @returns the other construct of the stack that declares the same, if there is one
 */
export function ownerOf(
  construct: IConstruct,
  workspace: IWorkspace,
  kind: string,
  name: string,
): IConstruct | undefined {
  if (isUnresolved(name)) return undefined;
  const holder = TerraformStack.of(construct) as TerraformStack & Holder;
  const places = (holder[KEY] ??= new Map<string, Map<string, IConstruct>>());
  const owners = ownersAt(places, workspace.workspaceId);
  const key = `${kind}|${name}`.toLowerCase();
  const owner = owners.get(key);
  if (owner === undefined) owners.set(key, construct);
  return owner;
}

/** By the id as it is spelled, so that its letters are not lowered for every asset. */
function ownersAt(
  places: Map<string, Map<string, IConstruct>>,
  workspaceId: string,
): Map<string, IConstruct> {
  const known = places.get(workspaceId);
  if (known !== undefined) return known;
  const lowered = workspaceId.toLowerCase();
  const owners = places.get(lowered) ?? new Map<string, IConstruct>();
  places.set(workspaceId, owners).set(lowered, owners);
  return owners;
}
