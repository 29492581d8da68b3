import { describeTerraform, errorsOf, expectOk, TerraformWorkdir } from '../support/terraform';
import { GROUP_ID, stackOf, type Blocks } from './stack';

const WORKSPACE = `${GROUP_ID}/providers/Microsoft.MachineLearningServices/workspaces/mlw`;
const CONTAINER = `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/st/blobServices/default/containers/raw`;

const account = (more: object): Blocks => ({
  azurerm_storage_account: {
    it: {
      name: 'st',
      resource_group_name: 'rg',
      location: 'westeurope',
      account_tier: 'Standard',
      account_replication_type: 'LRS',
      ...more,
    },
  },
});
const insights = (more: object): Blocks => ({
  azurerm_application_insights: {
    it: {
      name: 'appi',
      resource_group_name: 'rg',
      location: 'westeurope',
      application_type: 'web',
      ...more,
    },
  },
});
const gen2 = (more: object): Blocks => ({
  azurerm_machine_learning_datastore_datalake_gen2: {
    it: { name: 'lake', workspace_id: WORKSPACE, storage_container_id: CONTAINER, ...more },
  },
});
const assignment = (more: object): Blocks => ({
  azurerm_role_assignment: { it: { scope: GROUP_ID, principal_id: 'p', ...more } },
});
const budget = (more: object): Blocks => ({
  azurerm_consumption_budget_resource_group: {
    it: {
      name: 'budget',
      resource_group_id: GROUP_ID,
      amount: 10,
      time_period: [{ start_date: '2026-01-01T00:00:00Z' }],
      notification: [{ operator: 'GreaterThan', threshold: 90, contact_emails: ['a@b.c'] }],
      ...more,
    },
  },
});
const datastore = (more: object): Blocks => ({
  azurerm_machine_learning_datastore_blobstorage: {
    it: { name: 'raw', workspace_id: WORKSPACE, storage_container_id: CONTAINER, ...more },
  },
});
const workflow = (more: object): Blocks => ({
  azapi_resource: {
    it: {
      type: 'Microsoft.Logic/workflows@2019-05-01',
      name: 'wf',
      parent_id: GROUP_ID,
      location: 'westeurope',
      body: { properties: {} },
      ...more,
    },
  },
});
const update = (more: object): Blocks => ({
  azapi_update_resource: {
    it: { type: 'Microsoft.MachineLearningServices/workspaces@2025-06-01', body: {}, ...more },
  },
});
const UNKNOWN = '${azurerm_user_assigned_identity.other.client_id}';
const withOther = (blocks: Blocks): Blocks => ({
  ...blocks,
  azurerm_user_assigned_identity: {
    other: { name: 'id', resource_group_name: 'rg', location: 'westeurope' },
  },
});

describeTerraform('validation', () => {
  let workdir: TerraformWorkdir;

  beforeAll(async () => {
    workdir = await TerraformWorkdir.create();
    await workdir.write(stackOf({}));
    expectOk(await workdir.init());
  });

  afterAll(async () => {
    await workdir.dispose();
  });

  const validated = async (resource: Blocks): Promise<readonly string[]> => {
    await workdir.write(stackOf(resource));
    return errorsOf(await workdir.validate());
  };

  test.each<[string, Blocks]>([
    ['a storage account', account({})],
    ['a block at its maximum', account({ identity: [{ type: 'SystemAssigned' }] })],
    ['one of two conflicting arguments', insights({ local_authentication_enabled: true })],
    ['exactly one of two', assignment({ role_definition_name: 'Reader' })],
    ['all of what belongs together', gen2({ tenant_id: 't', client_id: 'c', client_secret: 's' })],
    ['none of what belongs together', gen2({})],
    ['at least one in a block', budget({ filter: [{ tag: [{ name: 'a', values: ['b'] }] }] })],
    [
      'a list attribute at its minimum',
      budget({ filter: [{ dimension: [{ name: 'a', values: ['b'] }] }] }),
    ],
    ['an azapi resource', workflow({ identity: [{ type: 'SystemAssigned' }] })],
    [
      'a resource group without parent',
      workflow({ type: 'Microsoft.Resources/resourceGroups@2024-03-01', parent_id: null }),
    ],
    ['an update by id', update({ resource_id: WORKSPACE })],
  ])('accepts %s', async (_, resource) => {
    expect(await validated(resource)).toEqual([]);
  });

  test.each<[string, Blocks]>([
    [
      'conflicting arguments, one of them unknown',
      insights({
        local_authentication_enabled: true,
        local_authentication_disabled: '${azurerm_user_assigned_identity.other.client_id == ""}',
      }),
    ],
    ['one of several, which is unknown', assignment({ role_definition_name: UNKNOWN })],
    ['unknown partners', gen2({ tenant_id: UNKNOWN, client_id: UNKNOWN, client_secret: UNKNOWN })],
  ])('lets pass %s', async (_, resource) => {
    expect(await validated(withOther(resource))).toEqual([]);
  });

  test.each<[string, Blocks, string]>([
    ['an unknown attribute', account({ acount_kind: 'x' }), 'Extraneous JSON object property'],
    [
      'a required attribute that is absent',
      { azurerm_resource_group: { it: { name: 'rg' } } },
      'Missing required argument: The argument "location" is required',
    ],
    [
      'a required attribute that is null',
      account({ account_tier: null }),
      'Missing required argument: The argument "account_tier" is required',
    ],
    [
      'a wrong type',
      account({ shared_access_key_enabled: 'maybe' }),
      'Incorrect attribute value type',
    ],
    [
      'too many blocks',
      account({ identity: [{ type: 'SystemAssigned' }, { type: 'SystemAssigned' }] }),
      'Too many identity blocks',
    ],
    ['too few blocks', budget({ notification: [] }), 'Insufficient notification blocks'],
    [
      'an attribute of the provider',
      account({ primary_access_key: 'x' }),
      'Can\'t configure a value for "primary_access_key"',
    ],
    [
      'ConflictsWith',
      insights({ local_authentication_enabled: true, local_authentication_disabled: false }),
      'Conflicting configuration arguments: "local_authentication_enabled": conflicts with local_authentication_disabled',
    ],
    [
      'ExactlyOneOf with both',
      assignment({ role_definition_name: 'Reader', role_definition_id: 'x' }),
      'only one of `role_definition_id,role_definition_name` can be specified',
    ],
    [
      'ExactlyOneOf with none',
      assignment({}),
      'one of `role_definition_id,role_definition_name` must be specified',
    ],
    [
      'AtLeastOneOf in a block',
      budget({ filter: [{}] }),
      'one of `filter.0.dimension,filter.0.tag` must be specified',
    ],
    [
      'RequiredWith',
      gen2({ tenant_id: 't', client_id: 'c' }),
      'all of `tenant_id,client_secret,client_id` must be specified',
    ],
    [
      'RequiredWith in a block',
      account({ blob_properties: [{ restore_policy: [{ days: 1 }] }] }),
      'all of `blob_properties.0.delete_retention_policy,blob_properties.0.restore_policy` must be specified',
    ],
    [
      'too few items of a list attribute',
      budget({ filter: [{ dimension: [{ name: 'a', values: [] }] }] }),
      'Attribute filter.0.dimension.0.values requires 1 item minimum, but config has only 0 declared.',
    ],
    [
      'too many items of a list attribute',
      account({
        blob_properties: [
          {
            cors_rule: [
              {
                allowed_headers: Array.from({ length: 65 }, (_, i) => `h${i}`),
                exposed_headers: ['*'],
                allowed_origins: ['*'],
                allowed_methods: ['GET'],
                max_age_in_seconds: 1,
              },
            ],
          },
        ],
      }),
      'supports 64 item maximum, but config has 65 declared',
    ],
    [
      'a type without api-version',
      workflow({ type: 'Microsoft.Logic/workflows' }),
      '`type` is invalid',
    ],
    ['a parent that is no id', workflow({ parent_id: 'rg' }), 'rg is not a valid resource id'],
    ['no parent', workflow({ parent_id: null }), 'The argument "parent_id" is required'],
    ['a body as text', workflow({ body: '{}' }), 'must not be a string'],
    [
      'a location twice',
      workflow({ body: { location: 'westeurope' } }),
      'can\'t specify both the argument "location" and "location" in the argument "body"',
    ],
    [
      'an identity twice',
      workflow({ identity: [{ type: 'SystemAssigned' }], body: { identity: { type: 'None' } } }),
      'can\'t specify both the argument "identity"',
    ],
    [
      'an identity type in the spelling of azurerm',
      workflow({ identity: [{ type: 'SystemAssigned,UserAssigned' }] }),
      'Attribute identity value must be one of',
    ],
    [
      'an update of nothing',
      update({}),
      'One of the arguments "name" or "resource_id" must be set',
    ],
    [
      'an action at no known time',
      {
        azapi_resource_action: {
          it: {
            type: 'Microsoft.Logic/workflows@2019-05-01',
            resource_id: `${GROUP_ID}/providers/Microsoft.Logic/workflows/wf`,
            when: 'create',
          },
        },
      },
      'Attribute when value must be one of: "apply", "destroy"',
    ],
  ])('refuses %s', async (_, resource, expected) => {
    expect((await validated(resource)).join('\n')).toContain(expected);
  });

  test.each<[string, Blocks, string]>([
    [
      'a blob datastore that nobody can read',
      datastore({}),
      'one of `account_key` or `shared_access_signature` must be specified',
    ],
    [
      'a child in a parent of another type',
      workflow({ type: 'Microsoft.MachineLearningServices/workspaces/schedules@2025-06-01' }),
      '`parent_id is invalid`: expect ID of `Microsoft.MachineLearningServices/workspaces`',
    ],
    ['an azapi resource without name', workflow({ name: null }), 'The argument "name" is required'],
  ])('refuses at plan %s', async (_, resource, expected) => {
    await workdir.write(stackOf(resource));
    expect(errorsOf(await workdir.plan()).join('\n')).toContain(expected);
  });

  test.each<[string, object, string]>([
    [
      'without subscription',
      { features: [{}] },
      '`subscription_id` is a required provider property',
    ],
    ['without features', { subscription_id: 's' }, 'Insufficient features blocks'],
  ])('refuses an azurerm provider %s', async (_, azurerm, expected) => {
    await workdir.write(stackOf(account({}), { provider: { azurerm: [azurerm] } }));
    expect(errorsOf(await workdir.plan()).join('\n')).toContain(expected);
  });
});
