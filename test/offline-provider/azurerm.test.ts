import { describeTerraform, errorsOf, expectOk } from '../support/terraform';
import { applied, changesOf, freshWorkdir, summaryOf } from './fresh-workdir';
import { GROUP_ID, stackOf, SUBSCRIPTION_ID, type Blocks } from './stack';

const ACCOUNT_ID = `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/st`;
const WORKSPACE_ID = `${GROUP_ID}/providers/Microsoft.MachineLearningServices/workspaces/mlw`;

const ACCOUNT = {
  name: 'st',
  resource_group_name: 'rg-before',
  location: 'westeurope',
  account_tier: 'Standard',
  account_replication_type: 'LRS',
};
const account = (more: object = {}): Blocks => ({
  azurerm_storage_account: { it: { ...ACCOUNT, ...more } },
});
const CLUSTER = {
  name: 'cpu',
  machine_learning_workspace_id: WORKSPACE_ID,
  location: 'westeurope',
  vm_size: 'STANDARD_DS3_V2',
  vm_priority: 'Dedicated',
  scale_settings: [
    { min_node_count: 0, max_node_count: 1, scale_down_nodes_after_idle_duration: 'PT2M' },
  ],
};
const cluster = (more: object = {}): Blocks => ({
  azurerm_machine_learning_compute_cluster: { it: { ...CLUSTER, ...more } },
});
const assignment = (name: string, more: object = {}): Blocks => ({
  azurerm_role_assignment: {
    [name]: { scope: GROUP_ID, role_definition_name: 'Reader', principal_id: 'p', ...more },
  },
});

describeTerraform('azurerm', () => {
  const fresh = freshWorkdir();

  test('fills in defaults at plan, also in blocks', async () => {
    await fresh.workdir.write(
      stackOf(account({ blob_properties: [{ delete_retention_policy: [{}] }] })),
    );
    const [change] = await changesOf(fresh.workdir);
    expect(change?.change.after).toMatchObject({
      account_kind: 'StorageV2',
      min_tls_version: 'TLS1_2',
      blob_properties: [
        {
          versioning_enabled: false,
          delete_retention_policy: [{ days: 7, permanent_delete_enabled: false }],
        },
      ],
    });
  });

  test('leaves unknown at plan what it computes, and marks keys as sensitive', async () => {
    await fresh.workdir.write(stackOf(account({ identity: [{ type: 'SystemAssigned' }] })));
    const [change] = await changesOf(fresh.workdir);
    expect(change?.change).toMatchObject({
      after_unknown: {
        id: true,
        primary_blob_endpoint: true,
        identity: [{ principal_id: true, tenant_id: true }],
      },
      after_sensitive: { primary_access_key: true, primary_connection_string: true },
    });
  });

  test('makes values that are well-formed', async () => {
    await applied(fresh.workdir, stackOf(account({ identity: [{ type: 'SystemAssigned' }] })));
    const state = fresh.provider.store.get(ACCOUNT_ID)?.azurerm?.attributes;
    expect(state).toMatchObject({
      id: ACCOUNT_ID,
      primary_blob_endpoint: 'https://st.blob.core.windows.net/',
      primary_dfs_host: 'st.dfs.core.windows.net',
      identity: [
        { principal_id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) },
      ],
    });
    const key = Buffer.from(String(state?.['primary_access_key']), 'base64');
    expect(key).toHaveLength(64);
    expect(key.toString()).toContain('FAKE');
  });

  test.each([
    [
      'an attribute',
      account({ account_tier: 'Premium' }),
      'azurerm_storage_account.it delete+create account_tier',
    ],
    [
      'a default that is overridden',
      account({ is_hns_enabled: true }),
      'azurerm_storage_account.it delete+create is_hns_enabled',
    ],
    [
      'a block that appears',
      account({
        immutability_policy: [
          {
            state: 'Unlocked',
            allow_protected_append_writes: false,
            period_since_creation_in_days: 1,
          },
        ],
      }),
      'azurerm_storage_account.it delete+create immutability_policy',
    ],
    ['a new name', account({ name: 'st2' }), 'azurerm_storage_account.it delete+create name'],
    [
      'another location',
      account({ location: 'North Europe' }),
      'azurerm_storage_account.it delete+create location',
    ],
    [
      'an attribute that may change',
      account({ min_tls_version: 'TLS1_1' }),
      'azurerm_storage_account.it update',
    ],
    [
      'a block that may change',
      account({ blob_properties: [{ versioning_enabled: true }] }),
      'azurerm_storage_account.it update',
    ],
    [
      'a value that is not known yet',
      {
        ...account({ edge_zone: '${azurerm_user_assigned_identity.id.client_id}' }),
        azurerm_user_assigned_identity: {
          id: { name: 'id', resource_group_name: 'rg', location: 'westeurope' },
        },
      },
      'azurerm_storage_account.it delete+create edge_zone',
    ],
  ])('plans rightly %s', async (_, next, expected) => {
    await applied(fresh.workdir, stackOf(account()));
    await fresh.workdir.write(stackOf(next));
    expect((await changesOf(fresh.workdir)).map(summaryOf)).toContain(expected);
  });

  test.each([
    ['another spelling of the location', account({ location: 'West Europe' })],
    ['a default written out', account({ min_tls_version: 'TLS1_2' })],
  ])('has nothing to do for %s', async (_, next) => {
    await applied(fresh.workdir, stackOf(account()));
    await fresh.workdir.write(stackOf(next));
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
  });

  test('compares sets without order', async () => {
    const rules = (...ips: string[]): Blocks =>
      account({ network_rules: [{ default_action: 'Deny', ip_rules: ips, bypass: ['None'] }] });
    await applied(fresh.workdir, stackOf(rules('203.0.113.1', '203.0.113.2')));
    await fresh.workdir.write(stackOf(rules('203.0.113.2', '203.0.113.1')));
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
  });

  test('updates in place, keeping what it computed', async () => {
    await applied(fresh.workdir, stackOf(account({ identity: [{ type: 'SystemAssigned' }] })));
    const before = fresh.provider.store.get(ACCOUNT_ID)?.azurerm?.attributes;
    await fresh.workdir.write(
      stackOf(account({ identity: [{ type: 'SystemAssigned' }], tags: { a: 'b' } })),
    );
    expectOk(await fresh.workdir.apply());
    expect(fresh.provider.store.get(ACCOUNT_ID)?.azurerm?.attributes).toEqual({
      ...before,
      tags: { a: 'b' },
    });
    expect(fresh.provider.requests.entries(ACCOUNT_ID)).toMatchObject([
      { method: 'PUT', terraformType: 'azurerm_storage_account' },
      { method: 'PUT', body: { name: 'st', tags: { a: 'b' } } },
    ]);
  });

  test('sees drift, and puts it right', async () => {
    await applied(fresh.workdir, stackOf(account()));
    fresh.provider.store.patchAttributes(ACCOUNT_ID, { min_tls_version: 'TLS1_0' });
    const [change] = await changesOf(fresh.workdir);
    expect(change?.change).toMatchObject({
      actions: ['update'],
      before: { min_tls_version: 'TLS1_0' },
      after: { min_tls_version: 'TLS1_2' },
    });
    expectOk(await fresh.workdir.apply());
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
  });

  test('creates again what vanished', async () => {
    await applied(fresh.workdir, stackOf(account()));
    fresh.provider.store.delete(ACCOUNT_ID);
    expect((await changesOf(fresh.workdir)).map(summaryOf)).toEqual([
      'azurerm_storage_account.it create',
    ]);
  });

  test('creates nothing that exists, whoever made it and however it is spelt', async () => {
    await applied(
      fresh.workdir,
      stackOf({
        azapi_resource: {
          it: {
            type: 'Microsoft.Storage/storageAccounts@2023-05-01',
            name: 'ST',
            parent_id: GROUP_ID,
            body: {},
          },
        },
      }),
    );
    await fresh.workdir.write(
      stackOf(account(), {
        removed: [{ from: 'azapi_resource.it', lifecycle: [{ destroy: false }] }],
      }),
    );
    expect(errorsOf(await fresh.workdir.apply()).join()).toContain(
      `A resource with the ID "${ACCOUNT_ID}" already exists - to be managed via Terraform this resource needs to be imported into the State.`,
    );
  });

  test('adopts by import what was forgotten', async () => {
    await applied(fresh.workdir, stackOf(account()));
    expectOk(await fresh.workdir.run('state', 'rm', 'azurerm_storage_account.it'));
    await fresh.workdir.write(
      stackOf(account(), { import: [{ to: 'azurerm_storage_account.it', id: ACCOUNT_ID }] }),
    );
    const { plan } = expectOk(await fresh.workdir.plan());
    expect(plan?.resource_changes?.map(({ change }) => [change.actions, change.importing])).toEqual(
      [[['no-op'], { id: ACCOUNT_ID }]],
    );
    expectOk(await fresh.workdir.applyPlan());
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
  });

  test('adopts what azapi made, as far as its ARM body tells', async () => {
    const group: Blocks = {
      azapi_resource: {
        it: {
          type: 'Microsoft.Resources/resourceGroups@2024-03-01',
          name: 'rg-before',
          location: 'West Europe',
          tags: { a: 'b' },
        },
      },
    };
    await applied(fresh.workdir, stackOf(group));
    await fresh.workdir.write(
      stackOf(
        {
          azurerm_resource_group: {
            it: { name: 'rg-before', location: 'westeurope', tags: { a: 'b' } },
          },
        },
        {
          removed: [{ from: 'azapi_resource.it', lifecycle: [{ destroy: false }] }],
          import: [{ to: 'azurerm_resource_group.it', id: GROUP_ID }],
        },
      ),
    );
    expectOk(await fresh.workdir.apply());
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
    expect(fresh.provider.requests.entries(GROUP_ID)).toHaveLength(1);
  });

  test('leaves in the body what others wrote there', async () => {
    await applied(fresh.workdir, stackOf(account({ tags: { a: 'b' } })));
    fresh.provider.store.patchBody(ACCOUNT_ID, { properties: { other: 1 } });
    await fresh.workdir.write(stackOf(account()));
    expectOk(await fresh.workdir.apply());
    expect(fresh.provider.store.get(ACCOUNT_ID)?.body).toEqual({
      location: 'westeurope',
      properties: { other: 1 },
    });
  });

  test('deletes a filled resource group when told to', async () => {
    const group: Blocks = {
      azurerm_resource_group: { rg: { name: 'rg-before', location: 'westeurope' } },
    };
    const features = [{ resource_group: [{ prevent_deletion_if_contains_resources: false }] }];
    await applied(
      fresh.workdir,
      stackOf(group, { provider: { azurerm: [{ features, subscription_id: SUBSCRIPTION_ID }] } }),
    );
    fresh.provider.store.put({ id: ACCOUNT_ID, type: 'x', body: {}, computed: {} });
    expectOk(await fresh.workdir.destroy());
    expect(fresh.provider.store.ids()).toEqual([]);
  });

  test('imports nothing that does not exist', async () => {
    await fresh.workdir.write(
      stackOf(account(), { import: [{ to: 'azurerm_storage_account.it', id: ACCOUNT_ID }] }),
    );
    expect(errorsOf(await fresh.workdir.plan()).join()).toContain('does not exist');
  });

  test('gives a role at a scope to a principal once only', async () => {
    await fresh.workdir.write(
      stackOf({
        azurerm_role_assignment: {
          ...assignment('a')['azurerm_role_assignment'],
          ...assignment('b', { name: '7e57da7a-0000-4000-8000-000000000001' })[
            'azurerm_role_assignment'
          ],
        },
      }),
    );
    expect(errorsOf(await fresh.workdir.apply()).join()).toContain('409 RoleAssignmentExists');
  });

  test('deletes no resource group that still holds something', async () => {
    const group: Blocks = {
      azurerm_resource_group: { rg: { name: 'rg-before', location: 'westeurope' } },
    };
    await applied(fresh.workdir, stackOf(group));
    fresh.provider.store.put({
      id: ACCOUNT_ID,
      type: 'Microsoft.Storage/storageAccounts',
      body: {},
      computed: {},
    });
    expect(errorsOf(await fresh.workdir.destroy()).join()).toContain('still contains Resources');
    fresh.provider.store.delete(ACCOUNT_ID);
    expectOk(await fresh.workdir.destroy());
  });

  test('creates nothing in a resource group that is gone', async () => {
    const group: Blocks = {
      azurerm_resource_group: { rg: { name: 'rg-before', location: 'westeurope' } },
    };
    await applied(fresh.workdir, stackOf(group));
    fresh.provider.store.delete(GROUP_ID);
    await fresh.workdir.write(stackOf(account()));
    expect(errorsOf(await fresh.workdir.apply()).join()).toContain('404 ParentResourceNotFound');
  });

  test('never settles a cluster in the wrong spelling or in another location than its workspace', async () => {
    fresh.provider.store.put({
      id: WORKSPACE_ID,
      type: 'Microsoft.MachineLearningServices/workspaces',
      body: { location: 'northeurope' },
      computed: {},
    });
    await applied(fresh.workdir, stackOf(cluster({ vm_size: 'Standard_DS3_v2' })));
    expect((await changesOf(fresh.workdir)).map(summaryOf)).toEqual([
      'azurerm_machine_learning_compute_cluster.it delete+create location vm_size',
    ]);
  });

  test('hides the nodes of a cluster only in a network', async () => {
    fresh.provider.store.put({
      id: WORKSPACE_ID,
      type: 'Microsoft.MachineLearningServices/workspaces',
      body: {},
      computed: {},
    });
    await fresh.workdir.write(stackOf(cluster({ node_public_ip_enabled: false })));
    expect(errorsOf(await fresh.workdir.apply()).join()).toContain(
      '`subnet_resource_id` must be set',
    );
  });

  test('keeps the subscriptions of two provider blocks apart', async () => {
    const other = '99999999-2222-4333-8444-555555555555';
    await applied(
      fresh.workdir,
      stackOf(
        {
          azurerm_resource_group: {
            here: { name: 'rg', location: 'westeurope' },
            there: { name: 'rg', location: 'westeurope', provider: 'azurerm.other' },
          },
        },
        {
          provider: {
            azurerm: [
              { features: [{}], subscription_id: SUBSCRIPTION_ID },
              { features: [{}], subscription_id: other, alias: 'other' },
            ],
          },
        },
      ),
    );
    expect([...fresh.provider.store.ids()].sort()).toEqual([
      `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/rg`,
      `/subscriptions/${other}/resourceGroups/rg`,
    ]);
  });

  test('stores no write-only value', async () => {
    await applied(
      fresh.workdir,
      stackOf({
        azurerm_key_vault_secret: {
          it: {
            name: 'secret',
            key_vault_id: `${GROUP_ID}/providers/Microsoft.KeyVault/vaults/kv`,
            value_wo: 'not-a-secret',
            value_wo_version: 1,
          },
        },
      }),
    );
    const { stdout } = await fresh.workdir.run('show', '-json');
    expect(stdout).not.toContain('not-a-secret');
    expect(stdout).toContain('https://kv.vault.azure.net/secrets/secret/');
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
  });
});
