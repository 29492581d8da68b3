import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { declaredName } from '../../core/declared-name';
import { shortHash } from '../../core/names';
import { isUnresolved } from '../../core/validation';
import { settingsOf } from '../../platform/settings';
import type { IResourceGroup } from '../../resource-manager/resource-group';

/** Names of what a workspace needs and makes when it is given none. */
export interface DependencyNames {
  readonly storageAccount: string;
  readonly keyVault: string;
  readonly applicationInsights: string;
}

/**
 * Names from the workspace's own: letters and digits of it, shortened, and a hash of subscription,
 * resource group, stack and workspace, since storage accounts and vaults are named for all of Azure.
 */
export function dependencyNames(
  workspace: IConstruct,
  workspaceName: string,
  resourceGroup: IResourceGroup,
): DependencyNames {
  const { subscriptionId } = settingsOf(workspace);
  const name = isUnresolved(workspaceName) ? workspace.node.path : workspaceName;
  const seed = [
    subscriptionId,
    declaredName(resourceGroup, resourceGroup.resourceGroupName),
    TerraformStack.of(workspace).node.id,
    name,
  ].map((part) => (isUnresolved(part) ? '' : (part ?? '')));
  const hash = shortHash(seed.join('|'));
  const stem = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const readable = stem.slice(0, 12);
  return {
    storageAccount: `st${readable}${hash}`,
    keyVault: `kv-${readable}-${hash}`,
    applicationInsights: `appi-${readable}-${hash}`,
  };
}
