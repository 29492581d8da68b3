import { Lazy, TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import { AzureCloud } from '../../lib/core/cloud';
import { factsOf } from '../../lib/core/facts';
import { Principal } from '../../lib/identity';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import { StorageAccount, StorageContainer } from '../../lib/storage';
import { Template } from '../../lib/testing';
import { fuzzArguments, fuzzProps } from '../support/fuzz';
import { codesIn, freshStack, GROUP_ID } from '../support/stack';

const ACCOUNT_ID = `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stbefore`;
const OBJECT_ID = '99999999-8888-4777-8666-555555555555';

const accountIn = (scope: Construct) =>
  StorageAccount.fromStorageAccountAttributes(scope, 'Account', { storageAccountId: ACCOUNT_ID });

const containerIn = (scope: Construct, name = 'raw') =>
  new StorageContainer(scope, 'Raw', { name, storageAccount: accountIn(scope) });

const knownIn = (scope: Construct, name = 'raw') =>
  StorageContainer.fromContainerName(scope, 'Raw', accountIn(scope), name);

describe('a container', () => {
  test('is private and names its account by id, so that no data plane is needed', () => {
    const stack = freshStack();
    containerIn(stack);
    expect(Template.fromStack(stack).resource('azurerm_storage_container')).toEqual({
      name: 'raw',
      storage_account_id: ACCOUNT_ID,
      container_access_type: 'private',
    });
  });

  test('refers to its id and knows its name', () => {
    const stack = freshStack();
    const container = containerIn(stack);
    new TerraformOutput(stack, 'id', { value: container.containerId });
    expect(Template.fromStack(stack).output('id')['value']).toMatch(
      /^\$\{azurerm_storage_container\.Raw_\w+\.id\}$/,
    );
    expect(container.containerName).toBe('raw');
  });

  test.each([
    [AzureCloud.PUBLIC, 'https://stbefore.blob.core.windows.net/raw'],
    [AzureCloud.US_GOVERNMENT, 'https://stbefore.blob.core.usgovcloudapi.net/raw'],
    [AzureCloud.CHINA, 'https://stbefore.blob.core.chinacloudapi.cn/raw'],
  ])('has the URL of its cloud: %#', (cloud, url) => {
    expect(containerIn(freshStack({ cloud })).containerUri).toBe(url);
    expect(knownIn(freshStack({ cloud })).containerUri).toBe(url);
  });

  test('of an account that is declared has a URL with the name of that account', () => {
    const stack = freshStack();
    const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg' });
    const storageAccount = new StorageAccount(stack, 'Account', { name: 'stx', resourceGroup });
    const { containerUri } = new StorageContainer(stack, 'Raw', { name: 'raw', storageAccount });
    new TerraformOutput(stack, 'uri', { value: containerUri });
    expect(Template.fromStack(stack).output('uri')['value']).toMatch(
      /^https:\/\/\$\{azurerm_storage_account\.Account_\w+\.name\}\.blob\.core\.windows\.net\/raw$/,
    );
  });
});

describe('an existing container', () => {
  test('emits nothing and has the id that Azure gave it', () => {
    const stack = freshStack();
    const container = knownIn(stack);
    expect(container.containerId).toBe(`${ACCOUNT_ID}/blobServices/default/containers/raw`);
    expect(container.containerName).toBe('raw');
    Template.fromStack(stack).hasNoResource('azurerm_storage_container');
  });

  test('of a declared account is granted without cdktf warning of anything', () => {
    const warn = jest.spyOn(console, 'warn');
    const stack = freshStack();
    const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg' });
    const account = new StorageAccount(stack, 'Account', { name: 'stx', resourceGroup });
    const container = StorageContainer.fromContainerName(stack, 'Raw', account, 'raw');
    container.grantRead(Principal.user(OBJECT_ID));
    Template.fromStack(stack).hasResource('azurerm_role_assignment', {
      scope: container.containerId,
    });
    expect(warn).not.toHaveBeenCalled();
  });
});

describe.each([
  ['a container', containerIn],
  ['an existing container', knownIn],
])('the name of %s', (_, make) => {
  test.each(['abc', 'a'.repeat(63), '0-1', 'a-b-c', Lazy.stringValue({ produce: () => 'A' })])(
    'may be %p',
    (name) => {
      expect(codesIn(() => make(freshStack(), name))).toEqual([]);
    },
  );

  test.each(['ab', 'a'.repeat(64), 'Raw', '-raw', 'raw-', 'a--b', 'a_b', 'a.b', '$web', 'raw\n'])(
    'fails to be %p',
    (name) => {
      expect(codesIn(() => make(freshStack(), name))).toEqual(['StorageContainerNameInvalid']);
    },
  );
});

describe.each([
  ['a container', containerIn],
  ['an existing container', knownIn],
])('the blobs of %s', (_, make) => {
  test.each([
    ['grantRead', '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1', 'Storage Blob Data Reader'],
    ['grantReadWrite', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe', 'Storage Blob Data Contributor'],
  ] as const)('are given by %s, on the container alone', (grant, guid, role) => {
    const stack = freshStack();
    const container = make(stack);
    container[grant](Principal.user(OBJECT_ID, 'Ada'));
    const { scope, role_definition_id } = Template.fromStack(stack).resource(
      'azurerm_role_assignment',
      { scope: container.containerId },
    );
    expect(scope).not.toBe(ACCOUNT_ID);
    expect(role_definition_id).toMatch(new RegExp(`/roleDefinitions/${guid}$`));
    expect(factsOf(stack, 'grant').map(({ fact }) => fact)).toEqual([
      { principal: 'Ada', role, target: 'container raw', assigned: true },
    ]);
  });
});

fuzzProps(
  'a container',
  (scope) => ({ name: 'raw', storageAccount: accountIn(scope) }),
  (scope, props) => new StorageContainer(scope, 'It', props),
);

fuzzArguments(
  'an existing container',
  (scope) => ({ storageAccount: accountIn(scope), name: 'raw' }),
  (scope, { storageAccount, name }) =>
    StorageContainer.fromContainerName(scope, 'It', storageAccount, name),
);
