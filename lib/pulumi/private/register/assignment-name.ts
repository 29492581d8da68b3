import { getProject, getStack } from '@pulumi/pulumi';
import { createHash } from 'node:crypto';
import type { Registration } from '../plan/registration';

/**
 * A name for a role assignment that has none. Azure wants a GUID; azurerm makes one up, but the bridge
 * would give the resource a name of letters before it could.
 */
export function assignmentName({
  block,
  name,
  bridged,
  members,
}: Registration): string | undefined {
  if (block.type !== 'azurerm_role_assignment' || bridged === undefined) return undefined;
  if (members.some(([member]) => member === 'name')) return undefined;
  const digest = createHash('sha256')
    .update([getProject(), getStack(), name].join('|'))
    .digest('hex');
  return digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-5$3-8$4-$5');
}
