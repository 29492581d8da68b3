import { App, TerraformVariable, type TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { AzapiResource } from '../../lib/azapi';
import { factsOf } from '../../lib/core/facts';
import { BuiltInRole, Grant, Principal, UserAssignedIdentity } from '../../lib/identity';
import { RoleAssignmentMode } from '../../lib/platform';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import { StorageAccount } from '../../lib/storage/storage-account';
import { StorageContainer } from '../../lib/storage/storage-container';
import { Template } from '../../lib/testing';
import { fuzzProps } from '../support/fuzz';
import { freshStack, GROUP_ID, SUBSCRIPTION_ID } from '../support/stack';

const OBJECT_ID = '99999999-8888-4777-8666-555555555555';
const OTHER_ID = '99999999-8888-4777-8666-666666666666';
const ACCOUNT_ID = `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stbefore`;
const READER = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1';

const accountIn = (scope: Construct, id = 'Account', storageAccountId = ACCOUNT_ID) =>
  StorageAccount.fromStorageAccountAttributes(scope, id, { storageAccountId });

const groupIn = (scope: Construct, id = 'Group') =>
  ResourceGroup.fromResourceGroupAttributes(scope, id, { resourceGroupId: GROUP_ID });

const identityIn = (scope: Construct, id = 'Identity') =>
  new UserAssignedIdentity(scope, id, {
    name: 'id-churn',
    resourceGroup: groupIn(scope, `Group of ${id}`),
  });

const knownIdentityIn = (scope: Construct, id = 'Identity') =>
  UserAssignedIdentity.fromUserAssignedIdentityAttributes(scope, id, {
    identityId: `${GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-before`,
    clientId: OTHER_ID,
    principalId: OBJECT_ID,
  });

function assignmentsOf(stack: TerraformStack) {
  return Template.fromStack(stack).resources('azurerm_role_assignment');
}

function addressesOf(stack: TerraformStack): readonly string[] {
  return Object.keys(assignmentsOf(stack));
}

describe('a grant', () => {
  test('assigns the role by GUID, in the form of the subscription, without a look-up', () => {
    const stack = freshStack();
    accountIn(stack).grantReadData(knownIdentityIn(stack));
    expect(Object.values(assignmentsOf(stack))).toEqual([
      {
        scope: ACCOUNT_ID,
        role_definition_id: `/subscriptions/${SUBSCRIPTION_ID}/providers/Microsoft.Authorization/roleDefinitions/${READER}`,
        principal_id: OBJECT_ID,
        principal_type: 'ServicePrincipal',
        skip_service_principal_aad_check: true,
      },
    ]);
  });

  test.each([
    ['group', 'Group'],
    ['user', 'User'],
  ] as const)('to a %s looks nothing up either, and skips no check', (make, principalType) => {
    const stack = freshStack();
    accountIn(stack).grantReadData(Principal[make](OBJECT_ID));
    const [assignment] = Object.values(assignmentsOf(stack));
    expect(assignment).toMatchObject({ principal_type: principalType });
    expect(assignment).not.toHaveProperty('skip_service_principal_aad_check');
  });

  test('names the role in the subscription of a scope that is known, whatever the stack', () => {
    const stack = freshStack();
    const other = ACCOUNT_ID.replace(SUBSCRIPTION_ID, OTHER_ID);
    accountIn(stack, 'Account', other).grantReadData(Principal.user(OBJECT_ID));
    expect(Object.values(assignmentsOf(stack))).toMatchObject([
      { scope: other, role_definition_id: expect.stringContaining(`/subscriptions/${OTHER_ID}/`) },
    ]);
  });

  test('made twice is one assignment', () => {
    const stack = freshStack();
    const [account, identity] = [accountIn(stack), identityIn(stack)];
    account.grantReadData(identity);
    account.grantReadData(identity);
    accountIn(stack, 'Again').grantWriteData(identity);
    expect(addressesOf(stack)).toHaveLength(2);
    expect(factsOf(stack, 'grant')).toHaveLength(2);
  });

  test('made on two imports of one target, or to two imports of one identity, is one assignment', () => {
    const stack = freshStack();
    accountIn(stack).grantReadData(knownIdentityIn(stack));
    const other = accountIn(stack, 'Twin', ACCOUNT_ID.replace('resourceGroups', 'resourcegroups'));
    other.grantReadData(knownIdentityIn(stack, 'Same'));
    expect(addressesOf(stack)).toHaveLength(1);
  });

  test('of another role, to another principal, or on another target is another assignment', () => {
    const stack = freshStack();
    const account = accountIn(stack);
    const container = StorageContainer.fromContainerName(stack, 'Raw', account, 'raw');
    const [first, second] = [identityIn(stack, 'First'), identityIn(stack, 'Second')];
    account.grantReadData(first);
    account.grantWriteData(first);
    account.grantReadData(second);
    container.grantRead(first);
    account.grantReadData(Principal.user(OBJECT_ID));
    account.grantReadData(Principal.user(OTHER_ID));
    expect(new Set(addressesOf(stack)).size).toBe(6);
  });

  test('on another scope of the same construct is another assignment', () => {
    const stack = freshStack();
    const target = accountIn(stack);
    const grantee = identityIn(stack);
    for (const container of ['raw', 'clean']) {
      const scopeId = `${ACCOUNT_ID}/blobServices/default/containers/${container}`;
      Grant.ofRole({ grantee, target, scopeId, targetName: container, role: BuiltInRole.READER });
    }
    expect(addressesOf(stack)).toHaveLength(2);
  });

  test('on constructs of one name in different places is another assignment each', () => {
    const stack = freshStack();
    const identity = identityIn(stack);
    for (const id of ['staa', 'stbb']) {
      const group = new ResourceGroup(stack, id, { name: id });
      const account = new StorageAccount(group, 'Account', { name: id, resourceGroup: group });
      account.grantReadData(identity);
    }
    expect(addressesOf(stack)).toHaveLength(2);
  });

  test('has an address that tells role and target', () => {
    const stack = freshStack();
    accountIn(stack).grantReadData(identityIn(stack));
    expect(addressesOf(stack)).toEqual([
      expect.stringMatching(/^Identity_StorageBlobDataReaderOnAccount-[0-9a-f]{8}_[0-9A-F]{8}$/),
    ]);
  });

  test('has the same address whatever else is declared, and in whatever order', () => {
    const grantIn = (stack: TerraformStack) => {
      const group = new ResourceGroup(stack, 'Rg', { name: 'rg' });
      const account = new StorageAccount(stack, 'Account', { name: 'stx', resourceGroup: group });
      const variable = new TerraformVariable(stack, 'team', {});
      account.grantReadData(identityIn(stack));
      account.grantReadData(Principal.group(variable.stringValue, 'team'));
      return addressesOf(stack);
    };
    const alone = grantIn(freshStack());
    const crowded = freshStack();
    for (let index = 0; index < 20; index += 1) {
      new ResourceGroup(crowded, `R${index}`, { name: 'other' });
    }
    expect(grantIn(crowded)).toEqual(alone);
    expect(new Set(alone).size).toBe(2);
  });

  test('is noted for summaries, in the words of people', () => {
    const stack = freshStack();
    accountIn(stack).grantReadData(Principal.user(OBJECT_ID, 'Ada'));
    expect(factsOf(stack, 'grant').map(({ fact }) => fact)).toEqual([
      {
        principal: 'Ada',
        role: 'Storage Blob Data Reader',
        target: 'storage account Account',
        assigned: true,
      },
    ]);
  });

  test('tells who got what', () => {
    const user = Principal.user(OBJECT_ID, 'Ada');
    const grant = accountIn(freshStack()).grantReadData(user);
    expect(grant.principal).toBe(user);
    expect(grant.role).toBe(BuiltInRole.STORAGE_BLOB_DATA_READER);
  });
});

describe('a grant before a resource', () => {
  const resourceIn = (scope: Construct) =>
    new AzapiResource(scope, 'Later', {
      type: 'Microsoft.Logic/workflows@2019-05-01',
      name: 'la',
      parentId: GROUP_ID,
    });

  test('is waited for, once', () => {
    const stack = freshStack();
    const grant = accountIn(stack).grantReadData(identityIn(stack));
    const [first, later] = [new ResourceGroup(stack, 'Rg', { name: 'rg' }), resourceIn(stack)];
    later.dependsOn = [`azurerm_resource_group.${first.node.id}`];
    grant.applyBefore(later);
    grant.applyBefore(later);
    Template.fromStack(stack).hasResource('azapi_resource', {
      depends_on: [
        'azurerm_resource_group.Rg',
        `azurerm_role_assignment.${addressesOf(stack)[0] ?? ''}`,
      ],
    });
  });

  test('of another stack is waited for with that stack, since no resource can wait across', () => {
    const app = new App();
    const [first, second] = [freshStack({}, 'first', app), freshStack({}, 'second', app)];
    const later = resourceIn(second);
    accountIn(first).grantReadData(identityIn(first)).applyBefore(later);
    expect(second.dependencies).toEqual([first]);
    expect(Template.fromStack(second).resource('azapi_resource')).not.toHaveProperty('depends_on');
  });

  test('does not hold up anything where it is only reported', () => {
    const stack = freshStack({ roleAssignments: RoleAssignmentMode.REPORT });
    accountIn(stack).grantReadData(identityIn(stack)).applyBefore(resourceIn(stack));
    expect(Template.fromStack(stack).resource('azapi_resource')).not.toHaveProperty('depends_on');
  });
});

describe('a grant to a principal of another stack', () => {
  function twoStacks() {
    const app = new App();
    return { first: freshStack({}, 'first', app), second: freshStack({}, 'second', app) };
  }

  test('stands with the principal, which reads the scope from the other state', () => {
    const { first, second } = twoStacks();
    const resourceGroup = new ResourceGroup(first, 'Rg', { name: 'rg' });
    const account = new StorageAccount(first, 'Account', { name: 'stchurn', resourceGroup });
    account.grantReadData(identityIn(second));
    expect(Object.values(assignmentsOf(second))).toEqual([
      expect.objectContaining({
        scope: expect.stringMatching(/^\$\{data\.terraform_remote_state\./),
        principal_id: expect.stringMatching(/^\$\{azurerm_user_assigned_identity\./),
      }),
    ]);
    expect(assignmentsOf(first)).toEqual({});
    expect(second.dependencies).toEqual([first]);
  });

  test('stands with the target where the stack of the target depends on the other', () => {
    const { first, second } = twoStacks();
    const identity = identityIn(first);
    const resourceGroup = new ResourceGroup(second, 'Rg', { name: 'rg' });
    const account = new StorageAccount(second, 'Account', { name: 'stchurn', resourceGroup });
    second.addDependency(first);
    account.grantReadData(identity);
    account.grantReadData(identity);
    expect(Object.values(assignmentsOf(second))).toEqual([
      expect.objectContaining({
        scope: expect.stringMatching(/^\$\{azurerm_storage_account\./),
        principal_id: expect.stringMatching(/^\$\{data\.terraform_remote_state\./),
      }),
    ]);
    expect(assignmentsOf(first)).toEqual({});
  });

  test('needs no other state where the scope is known', () => {
    const { first, second } = twoStacks();
    accountIn(first).grantReadData(knownIdentityIn(second));
    expect(Object.values(assignmentsOf(second))).toMatchObject([{ scope: ACCOUNT_ID }]);
    expect(second.dependencies).toEqual([]);
  });
});

describe('where the deployer may not assign roles', () => {
  function reported(grant: (stack: TerraformStack) => void) {
    const stack = freshStack({ roleAssignments: RoleAssignmentMode.REPORT });
    grant(stack);
    const template = Template.fromStack(stack);
    template.hasNoResource('azurerm_role_assignment');
    return template.outputs()['required_role_assignments']?.['value'];
  }

  test('a grant assigns nothing and tells what somebody else must assign', () => {
    expect(reported((stack) => accountIn(stack).grantReadData(knownIdentityIn(stack)))).toEqual([
      {
        principal: 'identity id-before',
        principal_id: OBJECT_ID,
        principal_type: 'ServicePrincipal',
        role: 'Storage Blob Data Reader',
        role_definition_id: `/subscriptions/${SUBSCRIPTION_ID}/providers/Microsoft.Authorization/roleDefinitions/${READER}`,
        scope: ACCOUNT_ID,
      },
    ]);
  });

  test('each grant is told once', () => {
    const value = reported((stack) => {
      const [account, user] = [accountIn(stack), Principal.user(OBJECT_ID, 'Ada')];
      account.grantReadData(user);
      account.grantReadData(user);
      account.grantWriteData(user);
      account.grantReadData(Principal.user(OTHER_ID, 'Grace'));
    });
    expect(value).toMatchObject([
      { principal: 'Ada', role: 'Storage Blob Data Reader' },
      { principal: 'Ada', role: 'Storage Blob Data Contributor' },
      { principal: 'Grace', role: 'Storage Blob Data Reader' },
    ]);
  });

  test('ids that only Terraform knows are references', () => {
    expect(reported((stack) => accountIn(stack).grantReadData(identityIn(stack)))).toMatchObject([
      {
        principal: 'identity id-churn',
        principal_id: expect.stringMatching(
          /^\$\{azurerm_user_assigned_identity\..*principal_id\}$/,
        ),
      },
    ]);
  });

  test('names of people are no templates', () => {
    expect(
      reported((stack) => accountIn(stack).grantReadData(Principal.user(OBJECT_ID, '${Ada}'))),
    ).toMatchObject([{ principal: '$${Ada}' }]);
  });

  test('nothing is told where nothing is granted', () => {
    expect(reported(() => undefined)).toBeUndefined();
  });

  test('a grant is noted as one that is not assigned, once', () => {
    const stack = freshStack({ roleAssignments: RoleAssignmentMode.REPORT });
    const account = accountIn(stack);
    account.grantReadData(Principal.user(OBJECT_ID));
    account.grantReadData(Principal.user(OBJECT_ID));
    expect(factsOf(stack, 'grant').map(({ fact }) => fact.assigned)).toEqual([false]);
  });
});

fuzzProps(
  'a grant',
  (scope) => ({
    grantee: Principal.user(OBJECT_ID),
    role: BuiltInRole.READER,
    scopeId: ACCOUNT_ID,
    target: accountIn(scope),
    targetName: 'storage account',
  }),
  (_scope, props) => Grant.ofRole(props),
);
