import { App, Lazy, TerraformVariable } from 'cdktf';
import { AzureCloud } from '../../lib/core/cloud';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import { MlStack, RoleAssignmentMode, StateBackend } from '../../lib/platform';
import { Template } from '../../lib/testing';
import { fuzzProps } from '../support/fuzz';
import { codesIn, freshStack, problemsIn, SUBSCRIPTION_ID } from '../support/stack';

const TENANT_ID = '66666666-7777-4888-8999-aaaaaaaaaaaa';

describe('a stack', () => {
  test('sets azurerm up for storage without keys and vaults that are recovered, not purged', () => {
    expect(Template.fromStack(freshStack()).provider('azurerm')).toEqual({
      subscription_id: SUBSCRIPTION_ID,
      storage_use_azuread: true,
      features: [
        {
          key_vault: [
            { purge_soft_delete_on_destroy: false, recover_soft_deleted_key_vaults: true },
          ],
          storage: [{ data_plane_available: false }],
        },
      ],
    });
  });

  test('sets azapi up for the same subscription', () => {
    expect(Template.fromStack(freshStack()).provider('azapi')).toEqual({
      subscription_id: SUBSCRIPTION_ID,
    });
  });

  test('requires the versions that the constructs need', () => {
    expect(Template.fromStack(freshStack()).terraform()).toMatchObject({
      required_version: '>= 1.11.0',
      required_providers: {
        azurerm: { source: 'azurerm', version: '~> 4.81' },
        azapi: { source: 'Azure/azapi', version: '~> 2.12' },
      },
    });
  });

  test('takes other versions of the providers', () => {
    const stack = freshStack({ azurermVersion: '= 4.90.1', azapiVersion: '>= 2.12, < 3' });
    expect(Template.fromStack(stack).terraform()).toMatchObject({
      required_providers: {
        azurerm: { version: '= 4.90.1' },
        azapi: { version: '>= 2.12, < 3' },
      },
    });
  });

  test('signs in to a tenant where one is given', () => {
    const stack = freshStack({ tenantId: TENANT_ID });
    const template = Template.fromStack(stack);
    expect(template.provider('azurerm')).toMatchObject({ tenant_id: TENANT_ID });
    expect(template.provider('azapi')).toMatchObject({ tenant_id: TENANT_ID });
    expect(stack.tenantId).toBe(TENANT_ID);
  });

  test.each([
    [AzureCloud.US_GOVERNMENT, 'usgovernment'],
    [AzureCloud.CHINA, 'china'],
  ])('works in the cloud of $name', (cloud, environment) => {
    const template = Template.fromStack(freshStack({ cloud }));
    expect(template.provider('azurerm')).toMatchObject({ environment });
    expect(template.provider('azapi')).toMatchObject({ environment });
  });

  test('leaves the registration of resource providers to somebody else when told so', () => {
    const template = Template.fromStack(freshStack({ registerResourceProviders: false }));
    expect(template.provider('azurerm')).toMatchObject({ resource_provider_registrations: 'none' });
    expect(template.provider('azapi')).toMatchObject({ skip_provider_registration: true });
  });

  test('gives its tags and location to what stands in it', () => {
    const stack = freshStack({ tags: { team: 'churn', cost: '${{x}}' }, location: 'northeurope' });
    new ResourceGroup(stack, 'Group', { name: 'rg', tags: { team: 'own' } });
    Template.fromStack(stack).hasResource('azurerm_resource_group', {
      location: 'northeurope',
      tags: { team: 'own', cost: '$${{x}}' },
    });
  });

  test('takes a variable of its own as subscription, through a lazy value', () => {
    const stack: MlStack = freshStack({
      subscriptionId: Lazy.stringValue({ produce: () => subscription.stringValue }),
    });
    const subscription = new TerraformVariable(stack, 'subscription_id', { type: 'string' });
    const template = Template.fromStack(stack);
    expect(template.provider('azurerm')).toMatchObject({
      subscription_id: '${var.subscription_id}',
    });
    expect(template.provider('azapi')).toMatchObject({ subscription_id: '${var.subscription_id}' });
  });

  test('gives out what the props do not say, through its providers', () => {
    const stack = freshStack();
    stack.azurerm.partnerId = TENANT_ID;
    stack.azapi.addOverride('enable_preflight', true);
    const template = Template.fromStack(stack);
    expect(template.provider('azurerm')).toMatchObject({ partner_id: TENANT_ID });
    expect(template.provider('azapi')).toMatchObject({ enable_preflight: true });
  });

  test('stands beside others in one app, each with its own state', () => {
    const app = new App();
    const paths = ['a', 'b'].map((id) => Template.fromStack(freshStack({}, id, app)).terraform());
    expect(paths.map((terraform) => terraform['backend'])).toEqual([
      { local: { path: '../../../terraform.a.tfstate' } },
      { local: { path: '../../../terraform.b.tfstate' } },
    ]);
  });
});

describe('the subscription', () => {
  test.each([
    SUBSCRIPTION_ID,
    SUBSCRIPTION_ID.toUpperCase(),
    'abcdefab-cdef-abcd-efab-cdefabcdefab',
  ])('may be %s', (subscriptionId) => {
    expect(codesIn(() => freshStack({ subscriptionId }))).toEqual([]);
  });

  test.each([
    'churn',
    SUBSCRIPTION_ID.slice(1),
    `${SUBSCRIPTION_ID}0`,
    `/subscriptions/${SUBSCRIPTION_ID}`,
    SUBSCRIPTION_ID.replace('1', 'g'),
    '${var.subscription_id}',
  ])('fails to be %s', (subscriptionId) => {
    expect(codesIn(() => freshStack({ subscriptionId }))).toEqual(['SubscriptionIdInvalid']);
  });
});

describe('the tenant', () => {
  test.each([
    [TENANT_ID, []],
    ['contoso.onmicrosoft.com', ['TenantIdInvalid']],
    [`${TENANT_ID} `, ['TenantIdInvalid']],
  ])('%p is answered with %p', (tenantId, codes) => {
    expect(codesIn(() => freshStack({ tenantId }))).toEqual(codes);
  });
});

describe.each(['azurermVersion', 'azapiVersion'] as const)('%s', (property) => {
  test.each([
    '4',
    '4.81',
    '4.81.0',
    '= 4.81.0',
    '!=4.82.0',
    '~> 4.81',
    '>= 4.77, < 5',
    '4.0.0-beta1',
  ])('may be %s', (version) => {
    expect(codesIn(() => freshStack({ [property]: version }))).toEqual([]);
  });

  test.each(['latest', '4.x', '^4.81', '>= 4.77 < 5', '4.81.0.1', '>=', ',', '4.81,'])(
    'fails to be %s',
    (version) => {
      expect(problemsIn(() => freshStack({ [property]: version }))).toMatchObject([
        { code: 'VersionConstraintInvalid', property, got: `"${version}"` },
      ]);
    },
  );

  test('fails to be known only at apply', () => {
    const version = Lazy.stringValue({ produce: () => '~> 4.81' });
    expect(codesIn(() => freshStack({ [property]: version }))).toEqual(['PropertyTypeInvalid']);
  });
});

fuzzProps(
  'a stack',
  () => ({
    subscriptionId: SUBSCRIPTION_ID,
    location: 'westeurope',
    tenantId: TENANT_ID,
    backend: StateBackend.local(),
    tags: { team: 'churn' },
    cloud: AzureCloud.CHINA,
    roleAssignments: RoleAssignmentMode.REPORT,
    registerResourceProviders: false,
    azurermVersion: '~> 4.81',
    azapiVersion: '~> 2.12',
  }),
  (scope, props) => new MlStack(scope, 'It', props),
);
