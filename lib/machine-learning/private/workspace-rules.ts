import { armIdRule } from '../../core/arm-id-rule';
import { Is, mismatches, type Rule, type Shape } from '../../core/validation';
import { RemovalPolicy } from '../../platform/removal-policy';
import type { WorkspaceProps } from '../workspace';

export const WORKSPACE_SHAPE: Shape<
  WorkspaceProps & Required<Pick<WorkspaceProps, 'removalPolicy'>>
> = {
  name: Is.text,
  resourceGroup: Is.having('a resource group', 'resourceGroupId', 'resourceGroupName', 'location'),
  publicNetworkAccess: Is.known(Is.boolean),
  location: Is.optional(Is.text),
  storageAccount: Is.optional(Is.having('a storage account', 'storageAccountId')),
  keyVault: Is.optional(Is.having('a key vault', 'keyVaultId')),
  applicationInsights: Is.optional(Is.having('Application Insights', 'applicationInsightsId')),
  containerRegistryId: Is.optional(Is.text),
  friendlyName: Is.optional(Is.text),
  description: Is.optional(Is.text),
  removalPolicy: Is.known(Is.oneOf(Object.values(RemovalPolicy))),
  tags: Is.optional(Is.map(Is.string)),
};

/** azurerm 4.81.0, `azurerm_machine_learning_workspace.name`. */
const NAME = /^[a-zA-Z0-9][\w-]{2,32}$/;

export const WORKSPACE_RULES: readonly Rule<WorkspaceProps>[] = [
  {
    code: 'WorkspaceNameInvalid',
    check: ({ name }) =>
      mismatches(name, NAME)
        ? {
            property: 'name',
            must: 'be 3 to 33 letters, digits, "-" or "_", starting with a letter or digit',
            got: name,
          }
        : undefined,
  },
  armIdRule({
    code: 'ContainerRegistryIdInvalid',
    property: 'containerRegistryId',
    type: 'Microsoft.ContainerRegistry/registries',
  }),
];
