import { armIdRule } from '../../core/arm-id-rule';
import { Is, type Rule, type Shape } from '../../core/validation';
import type { WorkspaceAttributes } from '../imported-workspace';

export const WORKSPACE_ATTRIBUTES_SHAPE: Shape<
  WorkspaceAttributes & Required<Pick<WorkspaceAttributes, 'location'>>
> = {
  workspaceId: Is.text,
  location: Is.text,
  principalId: Is.optional(Is.text),
  storageAccount: Is.optional(Is.having('a storage account', 'storageAccountId')),
  codeContainer: Is.optional(Is.having('a container', 'containerId', 'containerUri')),
  invokerRole: Is.optional(Is.having('a role', 'roleName', 'roleDefinitionIdIn')),
};

export const WORKSPACE_ATTRIBUTES_RULES: readonly Rule<WorkspaceAttributes>[] = [
  armIdRule({
    code: 'WorkspaceIdInvalid',
    property: 'workspaceId',
    type: 'Microsoft.MachineLearningServices/workspaces',
  }),
];
