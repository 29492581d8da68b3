import { Lazy, TerraformOutput, TerraformVariable } from 'cdktf';
import { UserAssignedIdentity } from '../../lib/identity';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import { Template } from '../../lib/testing';
import { fuzzProps } from '../support/fuzz';
import { codesIn, freshStack, GROUP_ID } from '../support/stack';
import type { Construct } from 'constructs';

const IDENTITY_ID = `${GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-before`;
const CLIENT_ID = '99999999-8888-4777-8666-555555555555';
const PRINCIPAL_ID = '99999999-8888-4777-8666-666666666666';

const groupIn = (scope: Construct) =>
  ResourceGroup.fromResourceGroupAttributes(scope, 'Group', { resourceGroupId: GROUP_ID });

describe('an identity', () => {
  test('stands in the group and region that it is given, with the tags of the stack', () => {
    const stack = freshStack({ tags: { team: 'churn' } });
    new UserAssignedIdentity(stack, 'Id', { name: 'id-churn', resourceGroup: groupIn(stack) });
    expect(Template.fromStack(stack).resource('azurerm_user_assigned_identity')).toEqual({
      name: 'id-churn',
      resource_group_name: 'rg-before',
      location: 'westeurope',
      tags: { team: 'churn' },
    });
  });

  test('may stand in another region and have tags of its own', () => {
    const stack = freshStack();
    new UserAssignedIdentity(stack, 'Id', {
      name: 'id-churn',
      resourceGroup: groupIn(stack),
      location: 'northeurope',
      tags: { note: '${{x}}' },
    });
    Template.fromStack(stack).hasResource('azurerm_user_assigned_identity', {
      location: 'northeurope',
      tags: { note: '$${{x}}' },
    });
  });

  test('refers to the ids that Azure gives it', () => {
    const stack = freshStack();
    const identity = new UserAssignedIdentity(stack, 'Id', {
      name: 'id-churn',
      resourceGroup: groupIn(stack),
    });
    const { identityId, clientId, principalId, identityName } = identity;
    new TerraformOutput(stack, 'all', { value: [identityId, clientId, principalId, identityName] });
    expect(Template.fromStack(stack).output('all')['value']).toEqual([
      expect.stringMatching(/^\$\{azurerm_user_assigned_identity\.Id_\w+\.id\}$/),
      expect.stringMatching(/^\$\{azurerm_user_assigned_identity\.Id_\w+\.client_id\}$/),
      expect.stringMatching(/^\$\{azurerm_user_assigned_identity\.Id_\w+\.principal_id\}$/),
      'id-churn',
    ]);
  });
});

describe('the name of an identity', () => {
  const named = (name: string) => () => {
    const stack = freshStack();
    return new UserAssignedIdentity(stack, 'Id', { name, resourceGroup: groupIn(stack) });
  };

  test.each([
    'abc',
    'a'.repeat(128),
    '0-_',
    'Id-Churn_1',
    Lazy.stringValue({ produce: () => '!' }),
  ])('may be %p', (name) => {
    expect(codesIn(named(name))).toEqual([]);
  });

  test.each(['ab', 'a'.repeat(129), '-ab', '_ab', 'a.b', 'a b', 'äbc', 'abc\n'])(
    'fails to be %p',
    (name) => {
      expect(codesIn(named(name))).toEqual(['IdentityNameInvalid']);
    },
  );
});

describe('an existing identity', () => {
  const known =
    (identityId: string) =>
    (stack = freshStack()) =>
      UserAssignedIdentity.fromUserAssignedIdentityAttributes(stack, 'Id', {
        identityId,
        clientId: CLIENT_ID,
        principalId: PRINCIPAL_ID,
      });

  test('emits nothing and knows what it was told', () => {
    const stack = freshStack();
    expect(known(IDENTITY_ID)(stack)).toMatchObject({
      identityId: IDENTITY_ID,
      identityName: 'id-before',
      clientId: CLIENT_ID,
      principalId: PRINCIPAL_ID,
    });
    Template.fromStack(stack).hasNoResource('azurerm_user_assigned_identity');
  });

  test('may be known by a variable', () => {
    const stack = freshStack();
    const { identityName } = known(new TerraformVariable(stack, 'id', {}).stringValue)(stack);
    new TerraformOutput(stack, 'name', { value: identityName });
    Template.fromStack(stack).hasOutput('name', { value: '${basename(var.id)}' });
  });

  test.each([
    GROUP_ID,
    `${IDENTITY_ID}/x`,
    'id-before',
    `${GROUP_ID}/providers/Microsoft.Web/sites/a`,
  ])('fails to be %s', (identityId) => {
    expect(codesIn(() => known(identityId)())).toEqual(['IdentityIdInvalid']);
  });
});

fuzzProps(
  'an identity',
  (scope) => ({
    name: 'id-churn',
    resourceGroup: groupIn(scope),
    location: 'westeurope',
    tags: { team: 'churn' },
  }),
  (scope, props) => new UserAssignedIdentity(scope, 'It', props),
);

fuzzProps(
  'an existing identity',
  () => ({ identityId: IDENTITY_ID, clientId: CLIENT_ID, principalId: PRINCIPAL_ID }),
  (scope, props) => UserAssignedIdentity.fromUserAssignedIdentityAttributes(scope, 'It', props),
);
