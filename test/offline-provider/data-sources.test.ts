import { azapiSchema, azurermSchema } from '../../lib/offline-provider/schemas';
import { describeTerraform, errorsOf, type TerraformJson } from '../support/terraform';
import { applied, freshWorkdir } from './fresh-workdir';
import { minimalBlock } from './minimal-configuration';
import { GROUP_ID, stackOf, SUBSCRIPTION_ID, type Blocks } from './stack';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ACCOUNT_ID = `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/st`;

/** What data sources need that their schemas leave optional. */
const NAMED: Readonly<Record<string, object>> = {
  azurerm_private_dns_zone: { resource_group_name: 'rg-before' },
  azurerm_role_definition: { name: 'Reader' },
  azurerm_storage_container: { storage_account_id: ACCOUNT_ID },
};

/** A stack whose one output is what a data source says. */
function reading(type: string, config: object, resource: Blocks = {}): TerraformJson {
  return stackOf(resource, {
    data: { [type]: { it: config } },
    output: { it: { value: `\${data.${type}.it}`, sensitive: true } },
  });
}

describeTerraform('data sources', () => {
  const fresh = freshWorkdir();

  const read = async (stack: TerraformJson): Promise<unknown> => {
    await applied(fresh.workdir, stack);
    return (await fresh.workdir.output())['it'];
  };

  test.each<[string, object, object]>([
    [
      'azurerm_client_config',
      {},
      {
        subscription_id: SUBSCRIPTION_ID,
        tenant_id: expect.stringMatching(GUID),
        object_id: expect.stringMatching(GUID),
      },
    ],
    [
      'azurerm_subscription',
      {},
      {
        id: `/subscriptions/${SUBSCRIPTION_ID}`,
        subscription_id: SUBSCRIPTION_ID,
        state: 'Enabled',
      },
    ],
    [
      'azurerm_managed_api',
      { name: 'azureblob', location: 'westeurope' },
      {
        id: `/subscriptions/${SUBSCRIPTION_ID}/providers/Microsoft.Web/locations/westeurope/managedApis/azureblob`,
      },
    ],
    [
      'azurerm_role_definition',
      { name: 'Storage Blob Data Reader' },
      {
        id: '/providers/Microsoft.Authorization/roleDefinitions/2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
        type: 'BuiltInRole',
      },
    ],
    ['azapi_client_config', {}, { subscription_resource_id: `/subscriptions/${SUBSCRIPTION_ID}` }],
    [
      'azapi_resource_id',
      { type: 'Microsoft.Storage/storageAccounts@2023-05-01', name: 'st', parent_id: GROUP_ID },
      {
        id: ACCOUNT_ID,
        provider_namespace: 'Microsoft.Storage',
        resource_group_name: 'rg-before',
        parts: { storageAccounts: 'st', resourceGroups: 'rg-before' },
      },
    ],
  ])('%s tells what it can tell', async (type, config, expected) => {
    expect(await read(reading(type, config))).toMatchObject(expected);
  });

  test('every one of azurerm says something of what exists from before', async () => {
    const sources = Object.entries(azurermSchema().data_source_schemas).map(
      ([type, { block }]) => [type, { ...minimalBlock(block), ...NAMED[type] }] as const,
    );
    await applied(
      fresh.workdir,
      stackOf(
        {},
        {
          data: Object.fromEntries(sources.map(([type, config]) => [type, { it: config }])),
          output: Object.fromEntries(
            sources.map(([type]) => [type, { value: `\${data.${type}.it.id}` }]),
          ),
        },
      ),
    );
    const ids = Object.entries(await fresh.workdir.output());
    expect(ids).toHaveLength(sources.length);
    for (const [, id] of ids)
      expect(id).toMatch(/^\/(subscriptions|providers)\/|^[A-Za-z0-9+/]{60,}=*$/);
  });

  const account: Blocks = {
    azurerm_storage_account: {
      st: {
        name: 'st',
        resource_group_name: 'rg-before',
        location: 'northeurope',
        account_tier: 'Standard',
        account_replication_type: 'ZRS',
        identity: [{ type: 'SystemAssigned' }],
      },
    },
  };

  test('azurerm finds a zone without being told its resource group', async () => {
    const zone = { name: 'privatelink.blob.core.windows.net' };
    const resource = {
      azurerm_private_dns_zone: { it: { ...zone, resource_group_name: 'rg-dns' } },
    };
    const config = {
      name: '${azurerm_private_dns_zone.it.name}',
      depends_on: ['azurerm_private_dns_zone.it'],
    };
    expect(await read(reading('azurerm_private_dns_zone', config, resource))).toMatchObject({
      resource_group_name: 'rg-dns',
    });
  });

  test('azurerm reads what is there', async () => {
    const config = {
      name: '${azurerm_storage_account.st.name}',
      resource_group_name: 'rg-before',
      depends_on: ['azurerm_storage_account.st'],
    };
    expect(await read(reading('azurerm_storage_account', config, account))).toMatchObject({
      id: ACCOUNT_ID,
      location: 'northeurope',
      account_replication_type: 'ZRS',
      primary_blob_endpoint: 'https://st.blob.core.windows.net/',
      identity: [{ type: 'SystemAssigned', principal_id: expect.stringMatching(GUID) }],
    });
  });

  test('azurerm finds a custom role by its name', async () => {
    const resource = {
      azurerm_role_definition: {
        it: { name: 'Invoke', scope: GROUP_ID, permissions: [{ actions: ['*/read'] }] },
      },
    };
    const config = { name: 'Invoke', depends_on: ['azurerm_role_definition.it'] };
    expect(await read(reading('azurerm_role_definition', config, resource))).toMatchObject({
      assignable_scopes: [GROUP_ID],
      permissions: [{ actions: ['*/read'] }],
    });
  });

  test('azapi reads what azurerm made', async () => {
    const config = {
      type: 'Microsoft.Storage/storageAccounts@2023-05-01',
      resource_id: '${azurerm_storage_account.st.id}',
      response_export_values: { blob: 'properties.primaryEndpoints.blob' },
    };
    expect(await read(reading('azapi_resource', config, account))).toMatchObject({
      name: 'st',
      parent_id: GROUP_ID,
      location: 'northeurope',
      identity: [{ type: 'SystemAssigned', principal_id: expect.stringMatching(GUID) }],
      output: { blob: 'https://st.blob.core.windows.net/' },
    });
  });

  test('azapi lists what is in a parent', async () => {
    const config = {
      type: 'Microsoft.Storage/storageAccounts@2023-05-01',
      parent_id: GROUP_ID,
      response_export_values: { first: 'value[0].name', second: 'value[1].name' },
      depends_on: ['azurerm_storage_account.st'],
    };
    expect(await read(reading('azapi_resource_list', config, account))).toMatchObject({
      output: { first: 'st', second: null },
    });
  });

  test('azapi performs an action', async () => {
    const config = {
      type: 'Microsoft.Storage/storageAccounts@2023-05-01',
      resource_id: ACCOUNT_ID,
      action: 'listKeys',
      response_export_values: { name: 'keys[0].keyName' },
    };
    expect(await read(reading('azapi_resource_action', config))).toMatchObject({
      output: { name: 'key1' },
    });
  });

  test.each<[string, object]>([
    ['azurerm_storage_account', { name: 'st', resource_group_name: 'rg-before' }],
    [
      'azapi_resource',
      { type: 'Microsoft.Storage/storageAccounts@2023-05-01', resource_id: ACCOUNT_ID },
    ],
  ])('%s finds nothing in a group that was created empty', async (type, config) => {
    fresh.provider.store.put({
      id: GROUP_ID,
      type: 'Microsoft.Resources/resourceGroups',
      body: {},
      computed: {},
    });
    await fresh.workdir.write(reading(type, config));
    expect(errorsOf(await fresh.workdir.plan()).join()).toContain('was not found');
  });

  test('are all served but one, which says so', async () => {
    expect(Object.keys(azapiSchema().data_source_schemas)).toContain('azapi_data_plane_resource');
    await fresh.workdir.write(
      reading('azapi_data_plane_resource', { type: 'a/b@1', name: 'x', parent_id: 'y' }),
    );
    expect(errorsOf(await fresh.workdir.plan()).join()).toContain('does not know how to read');
  });
});
