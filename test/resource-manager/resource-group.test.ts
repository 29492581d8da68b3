import { App, Lazy, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import { Template } from '../../lib/testing';
import { fuzzProps } from '../support/fuzz';
import { codesIn, freshStack, GROUP_ID, problemsIn, SUBSCRIPTION_ID } from '../support/stack';

describe('a resource group', () => {
  test('stands in the region of the stack, with its tags', () => {
    const stack = freshStack({ tags: { team: 'churn' } });
    new ResourceGroup(stack, 'Group', { name: 'rg-churn' });
    expect(Template.fromStack(stack).resource('azurerm_resource_group')).toEqual({
      name: 'rg-churn',
      location: 'westeurope',
      tags: { team: 'churn' },
    });
  });

  test('may name its own region and tags, which win over those of the stack', () => {
    const stack = freshStack({ tags: { team: 'churn', cost: '1' } });
    new ResourceGroup(stack, 'Group', {
      name: 'rg-churn',
      location: 'northeurope',
      tags: { team: '${{own}}' },
    });
    expect(Template.fromStack(stack).resource('azurerm_resource_group')).toEqual({
      name: 'rg-churn',
      location: 'northeurope',
      tags: { team: '$${{own}}', cost: '1' },
    });
  });

  test('fails without any region', () => {
    const stack = freshStack();
    const regionless = new TerraformStack(new App(), 'regionless');
    expect(codesIn(() => new ResourceGroup(stack, 'A', { name: 'rg' }))).toEqual([]);
    expect(problemsIn(() => new ResourceGroup(regionless, 'B', { name: 'rg' }))).toMatchObject([
      { code: 'PropertyMissing', property: 'location' },
    ]);
  });

  test('refers to its id and name, so that what stands in it waits for it', () => {
    const stack = freshStack();
    const group = new ResourceGroup(stack, 'Group', { name: 'rg-churn' });
    new TerraformOutput(stack, 'all', {
      value: [group.resourceGroupId, group.resourceGroupName, group.location, group.subscriptionId],
    });
    expect(Template.fromStack(stack).output('all')['value']).toEqual([
      expect.stringMatching(/^\$\{azurerm_resource_group\.Group_\w+\.id\}$/),
      expect.stringMatching(/^\$\{azurerm_resource_group\.Group_\w+\.name\}$/),
      'westeurope',
      SUBSCRIPTION_ID,
    ]);
  });
});

describe('the name of a resource group', () => {
  test.each([
    'r',
    'a'.repeat(90),
    'Rg_(churn)-1.0',
    '-rg',
    '.rg',
    'größe',
    '资源组',
    Lazy.stringValue({ produce: () => '.' }),
  ])('may be %p', (name) => {
    expect(codesIn(() => new ResourceGroup(freshStack(), 'Group', { name }))).toEqual([]);
  });

  test.each([
    'a'.repeat(91),
    'rg.',
    '.',
    'r g',
    'r/g',
    'rg,',
    'rg\n',
    '${x}',
    'a'.repeat(90) + '.',
  ])('fails to be %p', (name) => {
    expect(codesIn(() => new ResourceGroup(freshStack(), 'Group', { name }))).toEqual([
      'ResourceGroupNameInvalid',
    ]);
  });
});

describe('an existing resource group', () => {
  const known = (resourceGroupId: string, stack = freshStack()) =>
    ResourceGroup.fromResourceGroupAttributes(stack, 'Group', { resourceGroupId });

  test('emits nothing and reads name and subscription from its id', () => {
    const stack = freshStack();
    expect(known(GROUP_ID, stack)).toMatchObject({
      resourceGroupId: GROUP_ID,
      resourceGroupName: 'rg-before',
      subscriptionId: SUBSCRIPTION_ID,
      location: 'westeurope',
    });
    Template.fromStack(stack).hasNoResource('azurerm_resource_group');
  });

  test('may be known by a variable, which Terraform reads', () => {
    const stack = freshStack();
    const group = known(new TerraformVariable(stack, 'group', {}).stringValue, stack);
    const value = [group.resourceGroupName, group.subscriptionId];
    new TerraformOutput(stack, 'all', { value });
    Template.fromStack(stack).hasOutput('all', {
      value: ['${basename(var.group)}', '${element(split("/", var.group), 2)}'],
    });
  });

  test.each([GROUP_ID, GROUP_ID.replace('resourceGroups', 'RESOURCEGROUPS')])('may be %s', (id) => {
    expect(codesIn(() => known(id))).toEqual([]);
  });

  test.each([
    'rg-before',
    `/subscriptions/${SUBSCRIPTION_ID}`,
    `${GROUP_ID}/`,
    `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/st`,
    `/resourceGroups/rg-before`,
  ])('fails to be %s', (id) => {
    expect(codesIn(() => known(id))).toEqual(['ResourceGroupIdInvalid']);
  });
});

fuzzProps(
  'a resource group',
  () => ({ name: 'rg', location: 'westeurope', tags: { team: 'churn' } }),
  (scope, props) => new ResourceGroup(scope, 'It', props),
);

fuzzProps(
  'an existing resource group',
  () => ({ resourceGroupId: GROUP_ID, location: 'westeurope' }),
  (scope, props) => ResourceGroup.fromResourceGroupAttributes(scope, 'It', props),
);
