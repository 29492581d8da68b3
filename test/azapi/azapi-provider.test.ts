import { App, TerraformStack } from 'cdktf';
import { AzapiProvider, type AzapiProviderConfig, AzapiResource } from '../../lib/azapi';
import { API_VERSIONS, pinned, type PinnedType } from '../../lib/azapi/api-versions';
import { Template } from '../../lib/testing';
import { GROUP_ID, SUBSCRIPTION, WORKFLOW } from './setup';

function stackWith(config?: AzapiProviderConfig): TerraformStack {
  const stack = new TerraformStack(new App(), 'azapi');
  new AzapiProvider(stack, 'azapi', config);
  return stack;
}

describe('the azapi provider', () => {
  test('needs no configuration', () => {
    expect(Template.fromStack(stackWith()).provider('azapi')).toEqual({});
  });

  test('has every argument under the name of Terraform', () => {
    const config: AzapiProviderConfig = {
      subscriptionId: SUBSCRIPTION,
      tenantId: SUBSCRIPTION,
      environment: 'usgovernment',
      skipProviderRegistration: false,
      alias: 'hub',
    };
    expect(Template.fromStack(stackWith(config)).provider('azapi')).toEqual({
      subscription_id: SUBSCRIPTION,
      tenant_id: SUBSCRIPTION,
      environment: 'usgovernment',
      skip_provider_registration: false,
      alias: 'hub',
    });
  });

  test('is required at its source and a version', () => {
    expect(Template.fromStack(stackWith()).terraform()['required_providers']).toEqual({
      azapi: { source: 'Azure/azapi', version: '2.12.0' },
    });
  });

  test('is missed where a resource needs it', () => {
    const stack = new TerraformStack(new App(), 'azapi');
    new AzapiResource(stack, 'It', { type: WORKFLOW, name: 'a', parentId: GROUP_ID });
    expect(() => Template.fromStack(stack)).toThrow(/azapi/);
  });

  test('is told apart by its alias', () => {
    const stack = new TerraformStack(new App(), 'azapi');
    expect(new AzapiProvider(stack, 'a').alias).toBeUndefined();
    expect(new AzapiProvider(stack, 'b', { alias: 'hub' }).alias).toBe('hub');
    Template.fromStack(stack).provider('azapi', { alias: 'hub' });
  });

  test('is renamed until it is synthesized', () => {
    const stack = stackWith();
    const provider = new AzapiProvider(stack, 'b', { alias: 'hub' });
    provider.alias = 'spoke';
    expect(provider.alias).toBe('spoke');
    Template.fromStack(stack).provider('azapi', { alias: 'spoke' });
  });
});

describe('api-versions', () => {
  test.each(Object.keys(API_VERSIONS) as readonly PinnedType[])('are stable for %s', (type) => {
    expect(pinned(type)).toMatch(/^Microsoft\.[A-Za-z]+(\/[A-Za-z]+)+@20\d{2}-\d{2}-\d{2}$/);
  });
});
