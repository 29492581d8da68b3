import { CHANGE_CHECKS, STATE_CHECKS } from '../../lib/policy/built-in-checks';
import { findingsOf } from '../../lib/policy/evaluate';
import { FindingStatus } from '../../lib/policy/finding';
import { secretIn } from '../../lib/policy/secrets';
import { ChangeAction, type PlanValue, Sensitive, Unknown } from '../../lib/review/model';
import { changed } from '../review/meaning/fixtures';

const ML = 'Microsoft.MachineLearningServices/workspaces';

/** Ids of what a new resource is found guilty of. */
function found(type: string, after: PlanValue, armType?: string): readonly string[] {
  const change = changed({
    address: `${type}.x`,
    after,
    ...(armType === undefined ? {} : { armType }),
  });
  return findingsOf([change], { tellsLifecycle: false }).map(({ check }) => check.id);
}

function body(properties: PlanValue): PlanValue {
  return { body: { properties } };
}

const SAFE_STORAGE = {
  shared_access_key_enabled: false,
  allow_nested_items_to_be_public: false,
  public_network_access_enabled: false,
};
const SAFE_CLUSTER = {
  local_auth_enabled: false,
  node_public_ip_enabled: false,
  scale_settings: [{ min_node_count: 0 }],
};
const SCOPE = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st';

describe('the built-in checks find', () => {
  test.each<[string, string, PlanValue, readonly string[]]>([
    ['a safe account', 'azurerm_storage_account', SAFE_STORAGE, []],
    [
      'an account with the defaults of its provider',
      'azurerm_storage_account',
      {},
      ['shared-keys', 'public-blobs', 'public-network-access'],
    ],
    [
      'an account with shared keys',
      'azurerm_storage_account',
      { ...SAFE_STORAGE, shared_access_key_enabled: true },
      ['shared-keys'],
    ],
    [
      'an account whose keys are decided at apply',
      'azurerm_storage_account',
      { ...SAFE_STORAGE, shared_access_key_enabled: Unknown.VALUE },
      [],
    ],
    [
      'an account that its firewall closes',
      'azurerm_storage_account',
      {
        ...SAFE_STORAGE,
        public_network_access_enabled: true,
        network_rules: [{ default_action: 'Deny' }],
      },
      [],
    ],
    [
      'an account that its firewall leaves open',
      'azurerm_storage_account',
      {
        ...SAFE_STORAGE,
        public_network_access_enabled: true,
        network_rules: [{ default_action: 'Allow' }],
      },
      ['public-network-access'],
    ],
    [
      'a public container',
      'azurerm_storage_container',
      { container_access_type: 'blob' },
      ['public-blobs'],
    ],
    ['a private container', 'azurerm_storage_container', { container_access_type: 'private' }, []],
    ['an open workspace', 'azurerm_machine_learning_workspace', {}, ['public-network-access']],
    [
      'a closed workspace',
      'azurerm_machine_learning_workspace',
      { public_network_access_enabled: false },
      [],
    ],
    ['a closed factory', 'azurerm_data_factory', { public_network_enabled: false }, []],
    ['a safe cluster', 'azurerm_machine_learning_compute_cluster', SAFE_CLUSTER, []],
    [
      'a cluster with everything on',
      'azurerm_machine_learning_compute_cluster',
      { scale_settings: { min_node_count: 1 } },
      ['local-authentication', 'node-public-ip', 'minimum-nodes'],
    ],
    [
      'an owner of a subscription',
      'azurerm_role_assignment',
      { role_definition_name: 'Owner', scope: '/subscriptions/s' },
      ['broad-role'],
    ],
    [
      'a reader of a subscription',
      'azurerm_role_assignment',
      { role_definition_name: 'Reader', scope: '/subscriptions/s' },
      [],
    ],
    [
      'a custom role for everything',
      'azurerm_role_definition',
      { permissions: [{ actions: ['*'] }] },
      ['broad-role'],
    ],
    [
      'a custom role for something',
      'azurerm_role_definition',
      { permissions: [{ actions: ['Microsoft.Storage/*/read'] }] },
      [],
    ],
  ])('%s', (_, type, after, ids) => {
    expect(found(type, after)).toEqual(ids);
  });

  test.each<[string, string, PlanValue, readonly string[]]>([
    ['a closed workspace', ML, { publicNetworkAccess: 'Disabled' }, []],
    ['an open workspace', ML, { publicNetworkAccess: 'Enabled' }, ['public-network-access']],
    [
      'an open account',
      'Microsoft.Storage/storageAccounts',
      { allowBlobPublicAccess: true },
      ['shared-keys', 'public-blobs', 'public-network-access'],
    ],
    [
      'a cluster',
      `${ML}/computes`,
      { computeType: 'AmlCompute', properties: { scaleSettings: { minNodeCount: 2 } } },
      ['local-authentication', 'node-public-ip', 'minimum-nodes'],
    ],
    ['an attached cluster of Kubernetes', `${ML}/computes`, { computeType: 'Kubernetes' }, []],
    [
      'an endpoint with keys',
      `${ML}/onlineEndpoints`,
      { authMode: 'Key' },
      ['local-authentication'],
    ],
    ['an endpoint with tokens', `${ML}/batchEndpoints`, { authMode: 'AADToken' }, []],
    [
      'a v1 activity inside another',
      'Microsoft.DataFactory/factories/pipelines',
      {
        activities: [
          {
            name: 'Each',
            type: 'ForEach',
            typeProperties: { activities: [{ name: 'Train', type: 'AzureMLExecutePipeline' }] },
          },
        ],
      },
      ['retired-object'],
    ],
    [
      'a call of the v1 API',
      'Microsoft.Logic/workflows',
      {
        definition: {
          actions: {
            Run: {
              inputs: { uri: 'https://westeurope.api.azureml.ms/pipelines/v1.0/subscriptions/s' },
            },
          },
        },
      },
      ['retired-object'],
    ],
    [
      'a link to the classic studio',
      'Microsoft.DataFactory/factories/linkedservices',
      { type: 'AzureML' },
      ['retired-object'],
    ],
    [
      'a secret in a header',
      'Microsoft.Logic/workflows',
      { definition: { actions: { Run: { inputs: { uri: 'https://x?a=1&sig=abcdefgh12345' } } } } },
      ['secret-in-definition'],
    ],
    [
      'nothing in what is marked as sensitive',
      'Microsoft.Logic/workflows',
      { definition: { actions: { Run: { inputs: Sensitive.VALUE } } } },
      [],
    ],
  ])('in azapi resources: %s', (_, armType, properties, ids) => {
    expect(found('azapi_resource', body(properties), armType)).toEqual(ids);
  });

  test('nothing in what azapi sends once, in data sources and in drift', () => {
    const open = { armType: ML, after: body({ publicNetworkAccess: 'Enabled' }) };
    const changes = [
      changed({ ...open, address: 'azapi_resource_action.x' }),
      changed({ ...open, address: 'azapi_resource.x', mode: 'data', action: ChangeAction.READ }),
      changed({ ...open, address: 'azapi_resource.x', isDrift: true }),
    ];
    expect(findingsOf(changes, { tellsLifecycle: false })).toEqual([]);
  });
});

describe('a finding', () => {
  const address = 'azurerm_storage_account.x';
  const unsafe = { ...SAFE_STORAGE, shared_access_key_enabled: true };

  test.each([
    ['introduced', SAFE_STORAGE, unsafe, [FindingStatus.INTRODUCED]],
    ['removed', unsafe, SAFE_STORAGE, [FindingStatus.REMOVED]],
    ['not told where it was there before', unsafe, { ...unsafe, tags: {} }, []],
  ])('is %s', (_, before, after, statuses) => {
    const findings = findingsOf([changed({ address, before, after })], { tellsLifecycle: false });
    expect(findings.map(({ status }) => status)).toEqual(statuses);
  });

  test('goes with a resource that is deleted, which may be one itself', () => {
    const findings = findingsOf([changed({ address, before: unsafe })], { tellsLifecycle: false });
    expect(findings.map(({ check, status }) => [check.id, status])).toEqual([
      ['data-loss', 'introduced'],
      ['shared-keys', 'removed'],
    ]);
  });

  test('weighs more where a role reaches further', () => {
    const of = (scope: string): PlanValue => ({ role_definition_name: 'Owner', scope });
    const findings = findingsOf(
      [
        changed({
          address: 'azurerm_role_assignment.x',
          before: of(SCOPE),
          after: of('/subscriptions/s'),
        }),
      ],
      { tellsLifecycle: false },
    );
    expect(findings.map(({ severity, status, text }) => [severity, status, text])).toEqual([
      ['high', 'introduced', 'gives Owner on a whole subscription or more'],
      ['medium', 'removed', 'gives Owner on a resource'],
    ]);
  });

  test.each([
    ['azurerm_machine_learning_workspace', ChangeAction.REPLACE, ['data-loss']],
    ['azurerm_key_vault', ChangeAction.DELETE, ['data-loss']],
    ['azurerm_key_vault', ChangeAction.FORGET, []],
    ['azurerm_machine_learning_workspace', ChangeAction.UPDATE, []],
    ['aws_s3_bucket', ChangeAction.DELETE, []],
  ])('says what %s loses by %s', (type, action, ids) => {
    const state = { public_network_access_enabled: false };
    const change = changed({ address: `${type}.x`, before: state, after: state, action });
    expect(findingsOf([change], { tellsLifecycle: false }).map(({ check }) => check.id)).toEqual(
      ids,
    );
  });

  test.each([
    [true, {}, ['prevent-destroy']],
    [true, { lifecycle: { prevent_destroy: false } }, ['prevent-destroy']],
    [true, { lifecycle: { prevent_destroy: true } }, []],
    [false, {}, []],
  ])('on prevent_destroy needs a configuration (%s): %j', (tellsLifecycle, lifecycle, ids) => {
    const change = changed({ address, after: { ...SAFE_STORAGE, ...lifecycle } });
    expect(findingsOf([change], { tellsLifecycle }).map(({ check }) => check.id)).toEqual(ids);
  });

  test('never holds the secret that it is about', () => {
    const secret = 'AccountKey=c2VjcmV0c2VjcmV0';
    const change = changed({
      armType: ML,
      after: body({ publicNetworkAccess: 'Disabled', x: secret }),
    });
    const findings = findingsOf([change], { tellsLifecycle: false });
    expect(findings.map(({ text, path }) => [text, path])).toEqual([
      ['holds what looks like an account key', ['body', 'properties', 'x']],
    ]);
    expect(JSON.stringify(findings)).not.toContain('c2VjcmV0');
  });
});

describe('the forms of secrets', () => {
  test.each([
    ['a storage account key', `${'A'.repeat(86)}==`],
    ['an account key', 'AccountKey=abcd'],
    ['a shared access key', 'SharedAccessKey=abcd'],
    ['a shared access signature', 'https://x?sig=abcdefgh'],
    ['a password in a connection string', 'Server=x;Password=abcd'],
    ['a bearer token', `eyJ${'a'.repeat(8)}.eyJ${'b'.repeat(8)}.${'c'.repeat(8)}`],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----'],
    ['a client secret of Entra ID', `abc1Q~${'x'.repeat(34)}`],
    ['an access token of Databricks', `dapi${'0'.repeat(32)}`],
    ['an access token of GitHub', `ghp_${'a'.repeat(36)}`],
  ])('are told: %s', (kind, text) => {
    expect(secretIn(text)).toBe(kind);
  });

  test.each([
    '',
    'AccountKey=${azurerm_storage_account.x.key}',
    'a == b',
    'dapi',
    'https://x?sig=ab',
  ])('are none of: %s', (text) => {
    expect(secretIn(text)).toBeUndefined();
  });
});

test('every check has a name of its own, and says why and what to do', () => {
  const checks = [...CHANGE_CHECKS, ...STATE_CHECKS];
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  for (const { id, title, rationale, fix } of checks) {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(title).not.toMatch(/\.$/);
    expect(rationale).toMatch(/\.$/);
    expect(fix).toMatch(/\.$/);
  }
});
