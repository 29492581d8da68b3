import { TerraformVariable } from 'cdktf';
import { AzureCloud } from '../../lib/core/cloud';
import { DataFactory, type DataFactoryAttributes } from '../../lib/data-factory';
import { BuiltInRole } from '../../lib/identity/built-in-role';
import { Grant } from '../../lib/identity/grant';
import { Match, Template } from '../../lib/testing';
import { codesOf, FACTORY_ID, GROUP_ID, GUID, setUp } from './setup';

describe('a data factory', () => {
  test('is private and has a system-assigned identity unless told otherwise', () => {
    const { stack } = setUp();
    Template.fromStack(stack).hasResource(
      'azurerm_data_factory',
      Match.exact({
        name: 'adf-churn',
        resource_group_name: 'rg-churn',
        location: 'westeurope',
        public_network_enabled: false,
        managed_virtual_network_enabled: false,
        identity: { type: 'SystemAssigned' },
      }),
    );
  });

  test('takes everything that can be set', () => {
    const { stack, identity, resourceGroup } = setUp({}, {}, { tags: { team: 'ml' } });
    new DataFactory(stack, 'Other', {
      name: 'adf-other',
      resourceGroup,
      location: 'northeurope',
      identity,
      publicNetworkAccess: true,
      managedVirtualNetwork: true,
      tags: { use: '${churn}' },
    });
    const template = Template.fromStack(stack);
    template.hasResource('azurerm_data_factory', {
      name: 'adf-other',
      location: 'northeurope',
      public_network_enabled: true,
      managed_virtual_network_enabled: true,
      identity: { type: 'UserAssigned', identity_ids: [identity.identityId] },
      tags: { team: 'ml', use: '$${churn}' },
    });
  });

  test('has a credential for its user-assigned identity, and none without one', () => {
    const { stack, identity, resourceGroup } = setUp();
    Template.fromStack(stack).hasNoResource(
      'azurerm_data_factory_credential_user_managed_identity',
    );
    const factory = new DataFactory(stack, 'Other', { name: 'other', resourceGroup, identity });
    Template.fromStack(stack).hasResource('azurerm_data_factory_credential_user_managed_identity', {
      name: 'user-assigned-identity',
      data_factory_id: factory.factoryId,
      identity_id: identity.identityId,
    });
  });

  test('receives roles with its system-assigned identity', () => {
    const { stack, factory, container } = setUp();
    container.grantRead(factory);
    Template.fromStack(stack).hasResource('azurerm_role_assignment', {
      principal_id: factory.grantPrincipal.principalId,
      principal_type: 'ServicePrincipal',
      skip_service_principal_aad_check: true,
    });
  });

  test('receives roles with its user-assigned identity where it has one', () => {
    const { stack, container, identity, resourceGroup } = setUp();
    const factory = new DataFactory(stack, 'Other', { name: 'other', resourceGroup, identity });
    container.grantRead(factory);
    Template.fromStack(stack).hasResource('azurerm_role_assignment', { principal_id: GUID });
  });

  test.each(['abc', 'a-b', 'A1-b2-C3', 'a'.repeat(63)])('takes the name %s', (name) => {
    expect(codesOf(() => setUp({ name }))).toBeUndefined();
  });

  test.each(['ab', 'a'.repeat(64), '-ab', 'ab-', 'a--b', 'a_b', 'a b', 'ä-b'])(
    'fails with the name %s',
    (name) => {
      expect(codesOf(() => setUp({ name }))).toEqual(['DataFactoryNameInvalid']);
    },
  );

  test('takes a name that only Terraform knows', () => {
    const { stack, resourceGroup } = setUp();
    const name = new TerraformVariable(stack, 'name', { type: 'string' });
    new DataFactory(stack, 'Other', { name: name.stringValue, resourceGroup });
    Template.fromStack(stack).hasResource('azurerm_data_factory', { name: '${var.name}' });
  });
});

describe('an existing data factory', () => {
  function imported(attributes: Partial<DataFactoryAttributes> = {}) {
    const set = setUp();
    const factory = DataFactory.fromDataFactoryAttributes(set.stack, 'Existing', {
      factoryId: FACTORY_ID,
      ...attributes,
    });
    return { ...set, factory };
  }

  test('emits nothing and is known by its id', () => {
    const { stack, factory } = imported();
    Template.fromStack(stack).resourceCountIs('azurerm_data_factory', 1);
    expect([factory.factoryName, factory.cloud]).toEqual(['adf-churn', AzureCloud.PUBLIC]);
  });

  test('receives roles with the identity that is told', () => {
    const { stack, factory, container } = imported({ principalId: GUID });
    container.grantRead(factory);
    Template.fromStack(stack).hasResource('azurerm_role_assignment', { principal_id: GUID });
  });

  test('cannot receive roles when its identity is not known', () => {
    const { factory, container } = imported();
    expect(
      codesOf(() =>
        Grant.ofRole({
          grantee: factory,
          role: BuiltInRole.READER,
          scopeId: GROUP_ID,
          target: container,
          targetName: 'x',
        }),
      ),
    ).toEqual(['DataFactoryPrincipalUnknown']);
  });

  test.each([
    'adf-churn',
    GROUP_ID,
    `${GROUP_ID}/providers/Microsoft.Logic/workflows/adf-churn`,
    `${FACTORY_ID}/pipelines/p`,
  ])('fails with the id %s', (factoryId) => {
    expect(codesOf(() => imported({ factoryId }))).toEqual(['DataFactoryIdInvalid']);
  });
});
