import { ArmService } from '../../../lib/offline-provider/azure/arm-service';
import { guidFor } from '../../../lib/offline-provider/azure/fabricate';
import { computed } from '../../../lib/offline-provider/azurerm/compute';
import { azurermType, AZURERM_TYPES } from '../../../lib/offline-provider/azurerm/types/all-types';
import { azurermSchema } from '../../../lib/offline-provider/schemas';
import type { ObjectValue } from '../../../lib/offline-provider/wire/value';
import { GROUP_ID, SUBSCRIPTION_ID } from '../stack';

const SCHEMAS = azurermSchema().resource_schemas;
const IN_GROUP = { name: 'x', resource_group_name: 'rg-before', location: 'westeurope' };
const ACCOUNT = `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/st`;
const CONTAINER = `${ACCOUNT}/blobServices/default/containers/raw`;
const FACTORY = `${GROUP_ID}/providers/Microsoft.DataFactory/factories/adf`;
const WORKSPACE = `${GROUP_ID}/providers/Microsoft.MachineLearningServices/workspaces/mlw`;
const WORKFLOW = `${GROUP_ID}/providers/Microsoft.Logic/workflows/wf`;
const VAULT = `${GROUP_ID}/providers/Microsoft.KeyVault/vaults/kv`;
const VNET = `${GROUP_ID}/providers/Microsoft.Network/virtualNetworks/vnet`;

function idsOf(type: string, attributes: ObjectValue): { armId: string; terraformId: string } {
  const block = SCHEMAS[type]?.block ?? {};
  const service = new ArmService();
  service.store.put({
    id: ACCOUNT,
    type: 'Microsoft.Storage/storageAccounts',
    body: {},
    computed: {},
  });
  return computed(
    azurermType(type),
    { attributes, subscriptionId: SUBSCRIPTION_ID, service },
    block,
  );
}

describe('ids of azurerm', () => {
  test('are known for every type of the schema file', () => {
    expect(Object.keys(AZURERM_TYPES).sort()).toEqual(Object.keys(SCHEMAS).sort());
  });

  test('are refused for every other type', () => {
    expect(() => azurermType('azurerm_nothing')).toThrow(
      'The offline provider does not know how to make azurerm_nothing',
    );
  });

  test.each<[string, ObjectValue, string]>([
    ['azurerm_resource_group', { name: 'rg-before' }, GROUP_ID],
    ['azurerm_storage_account', { ...IN_GROUP, name: 'st' }, ACCOUNT],
    ['azurerm_storage_container', { name: 'raw', storage_account_id: ACCOUNT }, CONTAINER],
    [
      'azurerm_storage_container',
      { name: 'raw', storage_account_name: 'st' },
      'https://st.blob.core.windows.net/raw',
    ],
    [
      'azurerm_storage_share',
      { name: 'files', storage_account_id: ACCOUNT },
      `${ACCOUNT}/fileServices/default/shares/files`,
    ],
    [
      'azurerm_storage_share',
      { name: 'files', storage_account_name: 'st' },
      'https://st.file.core.windows.net/files',
    ],
    [
      'azurerm_storage_blob',
      { name: 'a/b.csv', type: 'Block', storage_container_id: CONTAINER },
      'https://st.blob.core.windows.net/raw/a/b.csv',
    ],
    [
      'azurerm_storage_blob',
      { name: 'b', type: 'Block', storage_account_name: 'st', storage_container_name: 'raw' },
      'https://st.blob.core.windows.net/raw/b',
    ],
    [
      'azurerm_storage_data_lake_gen2_filesystem',
      { name: 'lake', storage_account_id: ACCOUNT },
      'https://st.dfs.core.windows.net/lake',
    ],
    [
      'azurerm_storage_data_lake_gen2_path',
      { path: 'a/b', filesystem_name: 'lake', storage_account_id: ACCOUNT },
      'https://st.dfs.core.windows.net/lake/a/b',
    ],
    ['azurerm_storage_account_network_rules', { storage_account_id: ACCOUNT }, ACCOUNT],
    [
      'azurerm_storage_management_policy',
      { storage_account_id: ACCOUNT },
      `${ACCOUNT}/managementPolicies/default`,
    ],
    ['azurerm_key_vault', { ...IN_GROUP, name: 'kv' }, VAULT],
    [
      'azurerm_key_vault_access_policy',
      { key_vault_id: VAULT, object_id: 'o' },
      `${VAULT}/objectId/o`,
    ],
    [
      'azurerm_key_vault_access_policy',
      { key_vault_id: VAULT, object_id: 'o', application_id: 'a' },
      `${VAULT}/objectId/o/applicationId/a`,
    ],
    [
      'azurerm_key_vault_secret',
      { key_vault_id: VAULT, name: 's' },
      `https://kv.vault.azure.net/secrets/s/${guidFor(`${VAULT}/secrets/s`).replaceAll('-', '')}`,
    ],
    ['azurerm_machine_learning_workspace', { ...IN_GROUP, name: 'mlw' }, WORKSPACE],
    [
      'azurerm_machine_learning_compute_cluster',
      { name: 'cpu', machine_learning_workspace_id: WORKSPACE },
      `${WORKSPACE}/computes/cpu`,
    ],
    [
      'azurerm_machine_learning_datastore_blobstorage',
      { name: 'raw', workspace_id: WORKSPACE },
      `${WORKSPACE}/dataStores/raw`,
    ],
    [
      'azurerm_machine_learning_workspace_network_outbound_rule_fqdn',
      { name: 'pypi', workspace_id: WORKSPACE },
      `${WORKSPACE}/outboundRules/pypi`,
    ],
    ['azurerm_data_factory', { ...IN_GROUP, name: 'adf' }, FACTORY],
    [
      'azurerm_data_factory_pipeline',
      { name: 'p', data_factory_id: FACTORY },
      `${FACTORY}/pipelines/p`,
    ],
    [
      'azurerm_data_factory_linked_service_key_vault',
      { name: 'l', data_factory_id: FACTORY },
      `${FACTORY}/linkedservices/l`,
    ],
    [
      'azurerm_data_factory_trigger_blob_event',
      { name: 't', data_factory_id: FACTORY },
      `${FACTORY}/triggers/t`,
    ],
    [
      'azurerm_data_factory_integration_runtime_azure',
      { name: 'r', data_factory_id: FACTORY },
      `${FACTORY}/integrationRuntimes/r`,
    ],
    [
      'azurerm_data_factory_managed_private_endpoint',
      { name: 'e', data_factory_id: FACTORY },
      `${FACTORY}/managedVirtualNetworks/default/managedPrivateEndpoints/e`,
    ],
    ['azurerm_logic_app_workflow', { ...IN_GROUP, name: 'wf' }, WORKFLOW],
    [
      'azurerm_logic_app_trigger_recurrence',
      { name: 't', logic_app_id: WORKFLOW },
      `${WORKFLOW}/triggers/t`,
    ],
    [
      'azurerm_logic_app_integration_account_map',
      { ...IN_GROUP, integration_account_name: 'ia' },
      `${GROUP_ID}/providers/Microsoft.Logic/integrationAccounts/ia/maps/x`,
    ],
    [
      'azurerm_user_assigned_identity',
      IN_GROUP,
      `${GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/x`,
    ],
    [
      'azurerm_role_assignment',
      { scope: ACCOUNT, name: 'guid', role_definition_name: 'Reader' },
      `${ACCOUNT}/providers/Microsoft.Authorization/roleAssignments/guid`,
    ],
    [
      'azurerm_role_definition',
      { scope: WORKSPACE, name: 'Invoke', role_definition_id: 'guid' },
      `${WORKSPACE}/providers/Microsoft.Authorization/roleDefinitions/guid|${WORKSPACE}`,
    ],
    [
      'azurerm_monitor_diagnostic_setting',
      { name: 'logs', target_resource_id: WORKSPACE },
      `${WORKSPACE}|logs`,
    ],
    [
      'azurerm_log_analytics_workspace',
      IN_GROUP,
      `${GROUP_ID}/providers/Microsoft.OperationalInsights/workspaces/x`,
    ],
    [
      'azurerm_application_insights',
      IN_GROUP,
      `${GROUP_ID}/providers/Microsoft.Insights/components/x`,
    ],
    [
      'azurerm_management_lock',
      { name: 'l', scope: WORKSPACE },
      `${WORKSPACE}/providers/Microsoft.Authorization/locks/l`,
    ],
    [
      'azurerm_eventgrid_event_subscription',
      { name: 'e', scope: ACCOUNT },
      `${ACCOUNT}/providers/Microsoft.EventGrid/eventSubscriptions/e`,
    ],
    [
      'azurerm_eventgrid_system_topic_event_subscription',
      { ...IN_GROUP, system_topic: 't' },
      `${GROUP_ID}/providers/Microsoft.EventGrid/systemTopics/t/eventSubscriptions/x`,
    ],
    ['azurerm_subnet', { ...IN_GROUP, virtual_network_name: 'vnet' }, `${VNET}/subnets/x`],
    [
      'azurerm_private_dns_zone_virtual_network_link',
      { ...IN_GROUP, private_dns_zone_name: 'z' },
      `${GROUP_ID}/providers/Microsoft.Network/privateDnsZones/z/virtualNetworkLinks/x`,
    ],
    [
      'azurerm_subnet_network_security_group_association',
      { subnet_id: `${VNET}/subnets/x` },
      `${VNET}/subnets/x`,
    ],
    [
      'azurerm_federated_identity_credential',
      { name: 'f', user_assigned_identity_id: '/id' },
      '/id/federatedIdentityCredentials/f',
    ],
    [
      'azurerm_consumption_budget_resource_group',
      { name: 'b', resource_group_id: GROUP_ID },
      `${GROUP_ID}/providers/Microsoft.Consumption/budgets/b`,
    ],
  ])('%s %j', (type, attributes, expected) => {
    expect(idsOf(type, attributes).terraformId).toBe(expected);
  });

  test('stand in the store as ARM ids, whatever Terraform sees', () => {
    expect(
      idsOf('azurerm_role_definition', {
        scope: WORKSPACE,
        name: 'Invoke',
        role_definition_id: 'guid',
      }).armId,
    ).toBe(`${WORKSPACE}/providers/Microsoft.Authorization/roleDefinitions/guid`);
    expect(
      idsOf('azurerm_storage_container', { name: 'raw', storage_account_name: 'st' }).armId,
    ).toBe(CONTAINER);
  });

  test('cannot be made without what they are made of', () => {
    expect(() => idsOf('azurerm_storage_account', { name: 'st' })).toThrow(
      'An id needs the attribute resource_group_name',
    );
  });
});
