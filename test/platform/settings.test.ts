import { App, TerraformStack } from 'cdktf';
import { AzapiProvider } from '../../lib/azapi';
import { AzureCloud } from '../../lib/core/cloud';
import { Principal } from '../../lib/identity';
import { applySettings, RoleAssignmentMode, type StackSettings } from '../../lib/platform';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import { StorageAccount } from '../../lib/storage/storage-account';
import { StorageContainer } from '../../lib/storage/storage-container';
import { Template } from '../../lib/testing';
import { codesIn, GROUP_ID, SUBSCRIPTION_ID } from '../support/stack';

/** A stack of cdktf itself, its providers left to whoever looks at it. */
function plainStack(settings?: StackSettings): TerraformStack {
  const stack = new TerraformStack(new App(), 'plain');
  new AzapiProvider(stack, 'azapi');
  if (settings !== undefined) applySettings(stack, settings);
  return stack;
}

function templateOf(stack: TerraformStack): Template {
  return Template.fromStack(stack, { skipValidations: true });
}

describe('a plain stack without settings', () => {
  test('holds constructs that name their region, without tags', () => {
    const stack = plainStack();
    new ResourceGroup(stack, 'Group', { name: 'rg', location: 'westeurope' });
    expect(templateOf(stack).resource('azurerm_resource_group')).toEqual({
      name: 'rg',
      location: 'westeurope',
    });
  });

  test('has no region for those that name none', () => {
    const stack = plainStack();
    expect(codesIn(() => new ResourceGroup(stack, 'Group', { name: 'rg' }))).toEqual([
      'PropertyMissing',
    ]);
  });

  test('reads subscriptions from ids, at apply where they are made here', () => {
    const stack = plainStack();
    const group = new ResourceGroup(stack, 'Group', { name: 'rg', location: 'westeurope' });
    const account = new StorageAccount(stack, 'Account', { name: 'stchurn', resourceGroup: group });
    account.grantReadData(Principal.group(SUBSCRIPTION_ID, 'team'));
    const { role_definition_id } = templateOf(stack).resource('azurerm_role_assignment');
    expect(role_definition_id).toMatch(
      /^\/subscriptions\/\$\{element\(split\("\/", azurerm_storage_account\.\w+\.id\), 2\)\}\/providers\/Microsoft\.Authorization\/roleDefinitions\/2a2b9908-6ea1-4ae2-8e65-a410df84e7d1$/,
    );
  });

  test('is in the public cloud', () => {
    const account = StorageAccount.fromStorageAccountAttributes(plainStack(), 'Account', {
      storageAccountId: `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stold`,
    });
    expect(account.cloud).toBe(AzureCloud.PUBLIC);
  });
});

describe('a plain stack with settings', () => {
  test('gives them to the constructs in it, however deep', () => {
    const stack = plainStack({
      location: 'northeurope',
      tags: { team: 'churn' },
      cloud: AzureCloud.CHINA,
    });
    const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg' });
    const account = new StorageAccount(resourceGroup, 'Account', {
      name: 'stchurn',
      resourceGroup,
    });
    const container = new StorageContainer(account, 'Raw', {
      name: 'raw',
      storageAccount: account,
    });
    const template = templateOf(stack);
    template.hasResource('azurerm_resource_group', { location: 'northeurope' });
    template.hasResource('azurerm_storage_account', { tags: { team: 'churn' } });
    expect(container.containerUri).toMatch(/\.blob\.core\.chinacloudapi\.cn\/raw$/);
  });

  test('assigns no roles when told to report them', () => {
    const stack = plainStack({
      roleAssignments: RoleAssignmentMode.REPORT,
      subscriptionId: SUBSCRIPTION_ID,
    });
    const account = StorageAccount.fromStorageAccountAttributes(stack, 'Account', {
      storageAccountId: `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stold`,
    });
    account.grantReadData(Principal.group(SUBSCRIPTION_ID, 'team'));
    templateOf(stack).hasNoResource('azurerm_role_assignment');
    expect(templateOf(stack).output('required_role_assignments')['value']).toHaveLength(1);
  });

  test('does not give them to other stacks', () => {
    const app = new App();
    const [first, second] = [new TerraformStack(app, 'a'), new TerraformStack(app, 'b')];
    applySettings(first, { location: 'westeurope' });
    expect(codesIn(() => new ResourceGroup(first, 'Group', { name: 'rg' }))).toEqual([]);
    expect(codesIn(() => new ResourceGroup(second, 'Group', { name: 'rg' }))).toEqual([
      'PropertyMissing',
    ]);
  });
});
