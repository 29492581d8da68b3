import { DataAzurermResourceGroup } from '@cdktf/provider-azurerm/lib/data-azurerm-resource-group';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { StorageAccount } from '@cdktf/provider-azurerm/lib/storage-account';
import * as pulumi from '@pulumi/pulumi';
import { Fn, TerraformLocal, TerraformOutput, TerraformVariable } from 'cdktf';
import { AzapiResource } from '../../lib/azapi/azapi-resource';
import type { MlStack } from '../../lib/platform/ml-stack';
import { PulumiAzureMl } from '../../lib/pulumi';
import { register, stackIn } from './support/app';
import { isSecret, valueOf } from './support/mocked-pulumi';

const GROUP = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg';

function group(stack: MlStack, id: string, tags: Record<string, string> = {}): ResourceGroup {
  return new ResourceGroup(stack, id, { name: id.toLowerCase(), location: 'westeurope', tags });
}

describe('an expression', () => {
  test('reads attributes of resources and data sources, locals and functions', async () => {
    const { of, recording } = await register(
      (stack) => {
        const found = new DataAzurermResourceGroup(stack, 'Found', { name: 'rg-found' });
        new TerraformLocal(stack, 'Where', { place: found.location });
        const first = group(stack, 'First', { at: '${upper(local.Where.place)}' });
        group(stack, 'Second', { id: `x-${first.id}-$$\{a}`, found: found.id });
      },
      {},
      { invoke: () => ({ id: GROUP, location: 'northeurope' }) },
    );
    expect(recording.invokes).toEqual([
      { token: 'azurerm:index/getResourceGroup:getResourceGroup', inputs: { name: 'rg-found' } },
    ]);
    expect(of('First').inputs['tags']).toEqual({ at: 'NORTHEUROPE' });
    expect(of('Second').inputs['tags']).toEqual({ id: 'x-s-First-id-${a}', found: GROUP });
  });

  test('reads lists and blocks that the provider computes by their names in Pulumi', async () => {
    const { of } = await register(
      (stack) => {
        const account = new StorageAccount(stack, 'Account', {
          name: 'st',
          location: 'westeurope',
          resourceGroupName: 'rg',
          accountTier: 'Standard',
          accountReplicationType: 'LRS',
          identity: { type: 'SystemAssigned' },
        });
        group(stack, 'Reader', {
          principal: account.identity.principalId,
          endpoint: account.primaryBlobEndpoint,
          all: '${join(",", azurerm_storage_account.Account.identity[*].principal_id)}',
        });
      },
      {},
      {
        computed: (type) =>
          type.endsWith(':StorageAccount')
            ? { identity: { principalId: 'P' }, primaryBlobEndpoint: 'https://b' }
            : {},
      },
    );
    expect(of('Reader').inputs['tags']).toEqual({
      principal: 'P',
      endpoint: 'https://b',
      all: 'P',
    });
  });

  test('reads what another stack of the app has', async () => {
    const { of, recording } = await register((stack, app) => {
      const first = group(stack, 'First');
      const other = stackIn(app, 'other');
      new ResourceGroup(other, 'Second', {
        name: 'x',
        location: first.location,
        managedBy: first.id,
      });
    });
    const second = recording.resources.find(({ name }) => name === 'other-Second');
    expect(second).toMatchObject({
      inputs: { location: 'westeurope', managedBy: 's-First-id' },
      dependencies: ['s-First'],
      secrets: [],
    });
    expect(of('First').dependencies).toEqual([]);
  });

  test('is not known in a preview where what it reads is not', async () => {
    const { of } = await register(
      (stack) => {
        const first = group(stack, 'First');
        group(stack, 'Second', { id: `x-${first.id}`, name: `x-${first.name}` });
      },
      {},
      { preview: true },
    );
    const { id, name } = of('Second').inputs['tags'] as Record<string, string>;
    expect(id).toBe('04da6b54-80e4-46f7-96ec-b56ff0331ba9');
    expect(name).toBe('x-first');
  });
});

describe('a value of Pulumi', () => {
  test('stands in props, and stays a secret where it is one', async () => {
    const { of } = await register((stack) => {
      const text = PulumiAzureMl.text(stack, pulumi.secret('hidden'));
      const list = PulumiAzureMl.list(stack, pulumi.output(['a', 'b']));
      const number = PulumiAzureMl.number(stack, Promise.resolve(7));
      group(stack, 'Group', { text, mixed: `x-${text}`, plain: Fn.join('+', list) });
      new AzapiResource(stack, 'Flow', {
        type: 'Microsoft.Logic/workflows@2019-05-01',
        name: 'flow',
        parentId: GROUP,
        body: { count: number },
      });
    });
    expect(of('Group').inputs['tags']).toEqual({ text: 'hidden', mixed: 'x-hidden', plain: 'a+b' });
    expect([...of('Group').secrets].sort()).toEqual(['tags.mixed', 'tags.text']);
    expect(of('Flow').inputs['body']).toEqual({ count: 7 });
    expect(of('Flow').secrets).toEqual([]);
  });

  test('is given to variables by name, which are secret where they are sensitive', async () => {
    const { of, outputs } = await register(
      (stack) => {
        const open = new TerraformVariable(stack, 'open', {});
        const hidden = new TerraformVariable(stack, 'hidden', { sensitive: true });
        const fallback = new TerraformVariable(stack, 'fallback', { default: 'd' });
        group(stack, 'Open', { open: open.stringValue, fallback: fallback.stringValue });
        group(stack, 'Hidden', { hidden: hidden.stringValue });
        new TerraformOutput(stack, 'o', { value: open.stringValue });
      },
      { variables: { open: pulumi.output('o'), hidden: 'h' } },
    );
    expect(of('Open')).toMatchObject({
      inputs: { tags: { open: 'o', fallback: 'd' } },
      secrets: [],
    });
    expect(of('Hidden').secrets).not.toEqual([]);
    expect(await valueOf(outputs['s']?.['o'] ?? pulumi.output('none'))).toBe('o');
  });
});

describe('a secret', () => {
  test('of a resource of azapi is one of Pulumi, going in and coming out', async () => {
    const { of, outputs } = await register(
      (stack) => {
        const flow = new AzapiResource(stack, 'Flow', {
          type: 'Microsoft.Logic/workflows@2019-05-01',
          name: 'flow',
          parentId: GROUP,
          body: {},
          sensitiveBody: { key: PulumiAzureMl.secret(stack, 'k').stringValue },
          sensitiveBodyVersion: { key: '1' },
        });
        new TerraformOutput(stack, 'key', {
          value: `\${${flow.terraformResourceType}.Flow.sensitive_output.key}`,
        });
        new TerraformOutput(stack, 'open', { value: flow.name });
        new TerraformOutput(stack, 'told', { value: flow.name, sensitive: true });
      },
      {},
      { computed: () => ({ sensitiveOutput: { key: 'found' } }) },
    );
    expect(of('Flow')).toMatchObject({
      inputs: { sensitiveBody: { key: 'k' }, sensitiveBodyVersion: { key: '1' } },
      additionalSecretOutputs: ['sensitiveBody'],
    });
    expect(of('Flow').secrets).toContain('sensitiveBody');
    const { key, open, told } = outputs['s'] ?? {};
    expect(await valueOf(key ?? pulumi.output('none'))).toBe('found');
    expect(await isSecret(key ?? pulumi.output('none'))).toBe(true);
    expect(await isSecret(open ?? pulumi.output('none'))).toBe(false);
    expect(await isSecret(told ?? pulumi.output('none'))).toBe(true);
  });

  test('is what sensitive() makes of a value', async () => {
    const { of } = await register((stack) => {
      group(stack, 'Group', { open: 'x', hidden: Fn.sensitive('y') as string });
    });
    expect(of('Group').secrets).toEqual(expect.arrayContaining(['tags.hidden']));
  });
});
