import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { isUnresolved } from '../../core/validation';
import type { IWorkspace } from '../workspace-types';

const KEY = Symbol.for('cdktf-azureml.asset-owners');

interface Holder {
  [KEY]?: Map<string, IConstruct>;
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
  const owners = (holder[KEY] ??= new Map<string, IConstruct>());
  const key = [workspace.workspaceId, kind, name].join('|').toLowerCase();
  const owner = owners.get(key);
  if (owner === undefined) owners.set(key, construct);
  return owner;
}
