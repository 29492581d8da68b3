import { extending, groupId, inGroup, type AzurermTypes } from '../azurerm-type';

/** Resource groups and what governs them. */
export const RESOURCES: AzurermTypes = {
  azurerm_resource_group: {
    armType: 'Microsoft.Resources/resourceGroups',
    armId: (making) => groupId(making, 'name'),
  },
  azurerm_resource_group_template_deployment: inGroup('Microsoft.Resources/deployments', {
    output_content: () => '{}',
    template_content: () => '{}',
    parameters_content: () => '{}',
  }),
  azurerm_resource_group_policy_assignment: extending(
    'resource_group_id',
    'Microsoft.Authorization/policyAssignments',
  ),
  azurerm_consumption_budget_resource_group: {
    ...extending('resource_group_id', 'Microsoft.Consumption/budgets'),
    computed: { 'time_period.end_date': () => '2036-01-01T00:00:00Z', etag: () => '"offline"' },
  },
  azurerm_management_lock: extending('scope', 'Microsoft.Authorization/locks'),
};
