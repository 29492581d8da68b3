import { Lazy, TerraformOutput, TerraformVariable } from 'cdktf';
import { AzureCloud } from '../../lib/core/cloud';
import { Principal } from '../../lib/identity';
import { RemovalPolicy } from '../../lib/platform';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import {
  StorageAccount,
  type StorageAccountProps,
  StorageNetworkAccess,
  StorageReplication,
} from '../../lib/storage';
import { Match, Template } from '../../lib/testing';
import { fuzzProps } from '../support/fuzz';
import { codesIn, freshStack, GROUP_ID } from '../support/stack';
import type { Construct } from 'constructs';

const ACCOUNT_ID = `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stbefore`;
const OBJECT_ID = '99999999-8888-4777-8666-555555555555';

const groupIn = (scope: Construct) =>
  ResourceGroup.fromResourceGroupAttributes(scope, 'Group', { resourceGroupId: GROUP_ID });

const accountIn = (scope: Construct, props: Partial<StorageAccountProps> = {}) =>
  new StorageAccount(scope, 'Account', {
    name: 'stchurn',
    resourceGroup: groupIn(scope),
    ...props,
  });

function emitted(props: Partial<StorageAccountProps> = {}) {
  const stack = freshStack();
  accountIn(stack, props);
  return Template.fromStack(stack).resource('azurerm_storage_account');
}

describe('a storage account', () => {
  test('is safe by default: no keys, no public blobs, no old TLS, no way out of the tenant', () => {
    expect(emitted()).toEqual({
      name: 'stchurn',
      resource_group_name: 'rg-before',
      location: 'westeurope',
      account_kind: 'StorageV2',
      account_tier: 'Standard',
      account_replication_type: 'LRS',
      min_tls_version: 'TLS1_2',
      shared_access_key_enabled: false,
      default_to_oauth_authentication: true,
      allow_nested_items_to_be_public: false,
      cross_tenant_replication_enabled: false,
      local_user_enabled: false,
      network_rules: { default_action: 'Allow', bypass: ['AzureServices'] },
      lifecycle: { prevent_destroy: true },
    });
  });

  test.each([
    [StorageNetworkAccess.TRUSTED_SERVICES, 'AzureServices'],
    [StorageNetworkAccess.SELECTED_NETWORKS, 'None'],
  ])('with a firewall for %s lets %s pass', (networkAccess, bypass) => {
    expect(emitted({ networkAccess })['network_rules']).toEqual({
      default_action: 'Deny',
      bypass: [bypass],
    });
  });

  test('says that all networks reach it, since azurerm would leave an earlier firewall on', () => {
    expect(emitted({ networkAccess: StorageNetworkAccess.ALL_NETWORKS })['network_rules']).toEqual({
      default_action: 'Allow',
      bypass: ['AzureServices'],
    });
  });

  test.each(Object.values(StorageReplication))('keeps its copies as %s', (replication) => {
    expect(emitted({ replication })['account_replication_type']).toBe(replication);
  });

  test('may be destroyed where its removal policy says so', () => {
    expect(emitted({ removalPolicy: RemovalPolicy.DESTROY })).not.toHaveProperty('lifecycle');
    expect(emitted({ removalPolicy: RemovalPolicy.PREVENT_DESTROY })['lifecycle']).toEqual({
      prevent_destroy: true,
    });
  });

  test('may stand in another region and have tags of its own', () => {
    expect(emitted({ location: 'northeurope', tags: { note: '%{x}' } })).toMatchObject({
      location: 'northeurope',
      tags: { note: '%%{x}' },
    });
  });

  test('knows the cloud of its stack and who reaches it', () => {
    const stack = freshStack({ cloud: AzureCloud.CHINA });
    const account = accountIn(stack, { networkAccess: StorageNetworkAccess.TRUSTED_SERVICES });
    expect(account.cloud).toBe(AzureCloud.CHINA);
    expect(account.networkAccess).toBe(StorageNetworkAccess.TRUSTED_SERVICES);
  });

  test('refers to its id and name, so that what stands in it waits for it', () => {
    const stack = freshStack();
    const account = accountIn(stack);
    new TerraformOutput(stack, 'all', {
      value: [account.storageAccountId, account.storageAccountName],
    });
    expect(Template.fromStack(stack).output('all')['value']).toEqual([
      expect.stringMatching(/^\$\{azurerm_storage_account\.Account_\w+\.id\}$/),
      expect.stringMatching(/^\$\{azurerm_storage_account\.Account_\w+\.name\}$/),
    ]);
  });
});

describe('the name of a storage account', () => {
  test.each(['abc', 'a'.repeat(24), '0st', Lazy.stringValue({ produce: () => 'A' })])(
    'may be %p',
    (name) => {
      expect(codesIn(() => accountIn(freshStack(), { name }))).toEqual([]);
    },
  );

  test.each(['ab', 'a'.repeat(25), 'stChurn', 'st-churn', 'st_churn', 'stä', 'stchurn\n'])(
    'fails to be %p',
    (name) => {
      expect(codesIn(() => accountIn(freshStack(), { name }))).toEqual([
        'StorageAccountNameInvalid',
      ]);
    },
  );
});

describe('the removal policy of a storage account', () => {
  test('fails to be known only at apply, where it would protect nothing', () => {
    const removalPolicy = Lazy.stringValue({ produce: () => 'prevent-destroy' }) as never;
    expect(codesIn(() => accountIn(freshStack(), { removalPolicy }))).toEqual([
      'PropertyTypeInvalid',
    ]);
  });
});

describe('an existing storage account', () => {
  const known = (storageAccountId: string, stack = freshStack()) =>
    StorageAccount.fromStorageAccountAttributes(stack, 'Account', { storageAccountId });

  test('emits nothing, reads its name from its id and may be in another cloud', () => {
    const stack = freshStack();
    const account = StorageAccount.fromStorageAccountAttributes(stack, 'Account', {
      storageAccountId: ACCOUNT_ID,
      networkAccess: StorageNetworkAccess.SELECTED_NETWORKS,
      cloud: AzureCloud.US_GOVERNMENT,
    });
    expect(account).toMatchObject({
      storageAccountId: ACCOUNT_ID,
      storageAccountName: 'stbefore',
      networkAccess: StorageNetworkAccess.SELECTED_NETWORKS,
      cloud: AzureCloud.US_GOVERNMENT,
    });
    Template.fromStack(stack).hasNoResource('azurerm_storage_account');
  });

  test('is in the cloud of its stack, reached by nobody knows whom, unless told otherwise', () => {
    const account = known(ACCOUNT_ID);
    expect(account.cloud).toBe(AzureCloud.PUBLIC);
    expect(account.networkAccess).toBeUndefined();
  });

  test('may be known by a variable', () => {
    const stack = freshStack();
    const account = known(new TerraformVariable(stack, 'account', {}).stringValue, stack);
    new TerraformOutput(stack, 'name', { value: account.storageAccountName });
    Template.fromStack(stack).hasOutput('name', { value: '${basename(var.account)}' });
  });

  test.each(['stbefore', GROUP_ID, `${ACCOUNT_ID}/blobServices/default/containers/raw`])(
    'fails to be %s',
    (id) => {
      expect(codesIn(() => known(id))).toEqual(['StorageAccountIdInvalid']);
    },
  );
});

describe.each([
  ['a storage account', accountIn],
  [
    'an existing storage account',
    (scope: Construct) =>
      StorageAccount.fromStorageAccountAttributes(scope, 'Account', {
        storageAccountId: ACCOUNT_ID,
      }),
  ],
])('the data of %s', (_, make) => {
  test.each([
    ['grantReadData', '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'],
    ['grantWriteData', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'],
  ] as const)('are given by %s with the narrowest role, on the account', (grant, guid) => {
    const stack = freshStack();
    const account = make(stack);
    account[grant](Principal.user(OBJECT_ID));
    Template.fromStack(stack).hasResource('azurerm_role_assignment', {
      scope: account.storageAccountId,
      principal_id: OBJECT_ID,
      role_definition_id: Match.stringMatching(new RegExp(`/roleDefinitions/${guid}$`)),
    });
  });
});

fuzzProps(
  'a storage account',
  (scope) => ({
    name: 'stchurn',
    resourceGroup: groupIn(scope),
    location: 'westeurope',
    replication: StorageReplication.ZRS,
    networkAccess: StorageNetworkAccess.TRUSTED_SERVICES,
    removalPolicy: RemovalPolicy.DESTROY,
    tags: { team: 'churn' },
  }),
  (scope, props) => new StorageAccount(scope, 'It', props),
);

fuzzProps(
  'an existing storage account',
  () => ({
    storageAccountId: ACCOUNT_ID,
    networkAccess: StorageNetworkAccess.TRUSTED_SERVICES,
    cloud: AzureCloud.CHINA,
  }),
  (scope, props) => StorageAccount.fromStorageAccountAttributes(scope, 'It', props),
);
