import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { StorageAccount } from '@cdktf/provider-azurerm/lib/storage-account';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import * as pulumi from '@pulumi/pulumi';
import { Aspects } from 'cdktf';
import type { MlStack } from '../../lib/platform/ml-stack';
import { AzapiResource } from '../../lib/azapi/azapi-resource';
import type { AzapiResourceConfig } from '../../lib/azapi/azapi-resource';
import { register } from './support/app';

const GROUP = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg';

function group(stack: MlStack, id: string, more: object = {}): ResourceGroup {
  return new ResourceGroup(stack, id, { name: id.toLowerCase(), location: 'westeurope', ...more });
}

function azapi(stack: MlStack, id: string, more: Partial<AzapiResourceConfig> = {}): AzapiResource {
  return new AzapiResource(stack, id, {
    type: 'Microsoft.Logic/workflows@2019-05-01',
    name: id.toLowerCase(),
    parentId: GROUP,
    body: {},
    ...more,
  });
}

describe('the life of a resource', () => {
  test('is carried over: protection, what is ignored, the order of replacing', async () => {
    const { of } = await register((stack) => {
      group(stack, 'Kept', {
        lifecycle: {
          preventDestroy: true,
          createBeforeDestroy: true,
          ignoreChanges: ['tags["at"]', 'managed_by'],
        },
      });
      group(stack, 'Free', { lifecycle: { ignoreChanges: 'all' } });
    });
    expect(of('Kept')).toMatchObject({
      protect: true,
      deleteBeforeReplace: false,
      ignoreChanges: ['tags["at"]', 'managedBy'],
    });
    expect(of('Free')).toMatchObject({
      protect: false,
      deleteBeforeReplace: true,
      ignoreChanges: ['*'],
    });
  });

  test('names what is ignored within blocks and bodies as Pulumi does', async () => {
    const { of } = await register((stack) => {
      new StorageAccount(stack, 'Account', {
        name: 'st',
        location: 'westeurope',
        resourceGroupName: 'rg',
        accountTier: 'Standard',
        accountReplicationType: 'LRS',
        networkRules: { defaultAction: 'Deny', ipRules: ['10.0.0.1'] },
        lifecycle: { ignoreChanges: ['network_rules[0].ip_rules'] },
      });
      azapi(stack, 'Flow', {
        identity: { type: 'SystemAssigned' },
        lifecycle: { ignoreChanges: ['body.properties.state', 'identity[0].identity_ids'] },
      });
    });
    expect(of('Account').inputs['networkRules']).toEqual({
      defaultAction: 'Deny',
      ipRules: ['10.0.0.1'],
    });
    expect(of('Account').ignoreChanges).toEqual(['networkRules.ipRules']);
    expect(of('Flow').ignoreChanges).toEqual([
      'body.properties.state',
      'identities[0].identityIds',
    ]);
  });

  test('has the times that Terraform waits, and what it is replaced for', async () => {
    const { of } = await register((stack) => {
      const first = group(stack, 'First', { timeouts: { create: '10m', delete: '1h30m' } });
      group(stack, 'Second', {
        lifecycle: {
          replaceTriggeredBy: [`${first.terraformResourceType}.${first.friendlyUniqueId}.location`],
        },
      });
      azapi(stack, 'Flow', { timeouts: { update: '5m' }, replaceTriggersRefs: ['properties.x'] });
    });
    expect(of('First').customTimeouts).toEqual({ create: '10m', delete: '1h30m' });
    expect(of('First').inputs).not.toHaveProperty('timeouts');
    expect(of('Second').replacementTrigger).toEqual(['westeurope']);
    expect(of('Flow')).toMatchObject({
      customTimeouts: { update: '5m' },
      inputs: { replaceTriggersRefs: ['properties.x'] },
    });
  });

  test('goes on under another name, or begins with what exists', async () => {
    const { of } = await register((stack) => {
      group(stack, 'New').moveFromId('azurerm_resource_group.Old');
      group(stack, 'Existing').importFrom(GROUP);
    });
    expect(of('New').aliases).toEqual(['s-Old']);
    expect(of('Existing').importId).toBe(GROUP);
  });
});

describe('a block', () => {
  test('with count or for_each is registered once for each', async () => {
    const { recording, of } = await register((stack) => {
      const many = group(stack, 'Many', { name: 'rg-${count.index}', count: 2 });
      group(stack, 'Reader', {
        tags: {
          one: `\${azurerm_resource_group.Many[1].location}`,
          all: '${join(",", azurerm_resource_group.Many[*].id)}',
        },
        dependsOn: [many],
      });
    });
    expect(recording.resources.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['s-Many[0]', 's-Many[1]', 's-Reader']),
    );
    expect(of('Many[1]').inputs['name']).toBe('rg-1');
    expect(of('Reader').inputs['tags']).toEqual({
      one: 'westeurope',
      all: 's-Many[0]-id,s-Many[1]-id',
    });
    expect(of('Reader').dependencies).toEqual(['s-Many[0]', 's-Many[1]']);
  });

  test('with for_each is read by its keys', async () => {
    const { of } = await register((stack) => {
      group(stack, 'Each', { name: 'rg-${each.key}', tags: { v: '${each.value}' } }).addOverride(
        'for_each',
        '${toset(["b", "a"])}',
      );
      group(stack, 'Map', { name: 'rg-${each.key}', tags: { v: '${each.value.v}' } }).addOverride(
        'for_each',
        { x: { v: 'w' } },
      );
      group(stack, 'Reader', { tags: { a: '${azurerm_resource_group.Each["a"].name}' } });
    });
    expect(of('Each[a]').inputs).toMatchObject({ name: 'rg-a', tags: { v: 'a' } });
    expect(of('Each[b]').inputs).toMatchObject({ name: 'rg-b', tags: { v: 'b' } });
    expect(of('Map[x]').inputs).toMatchObject({ name: 'rg-x', tags: { v: 'w' } });
    expect(of('Reader')).toMatchObject({
      inputs: { tags: { a: 'rg-a' } },
      dependencies: ['s-Each[a]'],
    });
  });

  test('is set up by the configuration that it names', async () => {
    const { of } = await register((stack) => {
      const other = new AzurermProvider(stack, 'other', { alias: 'other', features: [{}] });
      group(stack, 'Here');
      group(stack, 'There', { provider: other });
    });
    expect(of('Here').provider).toContain('::s-azurerm::');
    expect(of('There').provider).toContain('::s-azurerm-other::');
    expect(of('azurerm-other').inputs).toEqual({ features: '[{}]' });
  });

  test('of azapi has its objects and lists named, its bodies as they are', async () => {
    const { of } = await register((stack) => {
      azapi(stack, 'Flow', {
        body: { snake_case: { list: ['${{x}}', null] } },
        identity: { type: 'UserAssigned', identityIds: ['a'] },
        retry: { errorMessageRegex: ['x'], intervalSeconds: 5 },
        createQueryParameters: { 'a-b': ['c'] },
        locks: ['l'],
      });
    });
    expect(of('Flow').inputs).toEqual({
      type: 'Microsoft.Logic/workflows@2019-05-01',
      name: 'flow',
      parentId: GROUP,
      body: { snake_case: { list: ['${{x}}', null] } },
      identities: [{ type: 'UserAssigned', identityIds: ['a'] }],
      retry: { errorMessageRegexes: ['x'], intervalSeconds: 5 },
      createQueryParameters: { 'a-b': ['c'] },
      locks: ['l'],
    });
  });
});

describe('an app', () => {
  test('has its aspects applied', async () => {
    const { of } = await register((stack) => {
      const kept = group(stack, 'Group');
      Aspects.of(stack).add({
        visit: (node) => {
          if (node === kept) kept.addOverride('managed_by', 'aspect');
        },
      });
    });
    expect(of('Group').inputs['managedBy']).toBe('aspect');
  });

  let parent: pulumi.ComponentResource | undefined;

  test('is registered below the parent that is given', async () => {
    const { of } = await register(
      (stack) => {
        group(stack, 'Group');
      },
      {
        get parent() {
          return (parent ??= new pulumi.ComponentResource('my:index:Platform', 'platform'));
        },
      },
    );
    expect(of('Group').parent).toBe('platform');
    expect(of('azurerm').parent).toBe('platform');
  });

  test.each([
    ['4.90.1', {}, '4.90.1'],
    ['~> 4.82.3', {}, '4.82.3'],
    ['>= 4.81, < 5.0', {}, '4.81.0'],
    ['>= 4.81, ~> 4.85', {}, '4.85.0'],
    ['< 5.0', { azurerm: '4.99.0' }, '4.99.0'],
  ])('that wants azurerm %s, with %j, runs %s', async (constraint, providerVersions, version) => {
    const { recording } = await register(
      (stack) => {
        stack.addOverride('terraform.required_providers.azurerm.version', constraint);
        group(stack, 'Group');
      },
      { providerVersions, bridgeVersion: '1.2.3' },
    );
    expect(recording.packages.find(({ name }) => name === 'azurerm')).toMatchObject({
      version,
      baseVersion: '1.2.3',
    });
  });
});
