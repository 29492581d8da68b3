import { Lazy } from 'cdktf';
import { BuiltInRole } from '../../lib/identity/built-in-role';
import { Grant } from '../../lib/identity/grant';
import { KeyVault } from '../../lib/key-vault/key-vault';
import { Workspace, type WorkspaceProps } from '../../lib/machine-learning/workspace';
import { ApplicationInsights } from '../../lib/monitor/application-insights';
import { RemovalPolicy } from '../../lib/platform/removal-policy';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import { StorageAccount } from '../../lib/storage/storage-account';
import { Match, Template } from '../../lib/testing';
import {
  codesIn,
  declaredPlatform,
  freshStack,
  GROUP_ID,
  resolvedIn,
  SUBSCRIPTION_ID,
  tokensIn,
} from '../support/stack';

const TYPE = 'azurerm_machine_learning_workspace';
const REGISTRY_ID = `${GROUP_ID}/providers/Microsoft.ContainerRegistry/registries/acr`;
/** What can lose data when it is destroyed. */
const PRECIOUS = [TYPE, 'azurerm_storage_account', 'azurerm_key_vault'];

function workspaceIn(props: Partial<WorkspaceProps> = {}, location?: string) {
  const stack = freshStack({ tags: { team: 'churn' } });
  const resourceGroup = ResourceGroup.fromResourceGroupAttributes(stack, 'Group', {
    resourceGroupId: GROUP_ID,
    ...(location === undefined ? {} : { location }),
  });
  const workspace = new Workspace(stack, 'Workspace', {
    name: 'mlw-churn',
    resourceGroup,
    publicNetworkAccess: false,
    ...props,
  });
  return { stack, workspace, template: Template.fromStack(stack) };
}

describe('a workspace', () => {
  test('is made with identities in place of keys, and may not be destroyed', () => {
    const { template } = workspaceIn();
    expect(template.resource(TYPE)).toEqual({
      name: 'mlw-churn',
      resource_group_name: 'rg-before',
      location: 'westeurope',
      storage_account_id: expect.stringMatching(/^\$\{azurerm_storage_account\.\w+\.id\}$/),
      key_vault_id: expect.stringMatching(/^\$\{azurerm_key_vault\.\w+\.id\}$/),
      application_insights_id: expect.stringMatching(
        /^\$\{azurerm_application_insights\.\w+\.id\}$/,
      ),
      storage_account_access_type: 'Identity',
      public_network_access_enabled: false,
      identity: { type: 'SystemAssigned' },
      tags: { team: 'churn' },
      lifecycle: { prevent_destroy: true },
    });
  });

  test('takes region, registry, names and tags', () => {
    const { template, workspace } = workspaceIn({
      publicNetworkAccess: true,
      location: 'northeurope',
      containerRegistryId: REGISTRY_ID,
      friendlyName: 'Churn ${x}',
      description: 'of %{x}',
      tags: { stage: 'dev' },
    });
    template.hasResource(TYPE, {
      public_network_access_enabled: true,
      location: 'northeurope',
      container_registry_id: REGISTRY_ID,
      friendly_name: 'Churn $${x}',
      description: 'of %%{x}',
      tags: { team: 'churn', stage: 'dev' },
    });
    for (const type of [
      'azurerm_storage_account',
      'azurerm_key_vault',
      'azurerm_application_insights',
    ]) {
      template.hasResource(type, { location: 'northeurope' });
    }
    expect(workspace.location).toBe('northeurope');
  });

  test('stands in the region of its resource group', () => {
    const { template, workspace } = workspaceIn({}, 'swedencentral');
    template.hasResource(TYPE, { location: 'swedencentral' });
    expect(workspace.location).toBe('swedencentral');
  });

  test('stores its data in an account without shared keys', () => {
    const { template } = workspaceIn({ tags: { stage: 'dev' } });
    template.hasResource('azurerm_storage_account', {
      shared_access_key_enabled: false,
      default_to_oauth_authentication: true,
      allow_nested_items_to_be_public: false,
      min_tls_version: 'TLS1_2',
      tags: { team: 'churn', stage: 'dev' },
    });
  });

  test.each([true, false])('keeps its secrets in a vault by roles (public: %p)', (open) => {
    const { template } = workspaceIn({ publicNetworkAccess: open });
    template.hasResource('azurerm_key_vault', {
      rbac_authorization_enabled: true,
      purge_protection_enabled: true,
      public_network_access_enabled: open,
    });
  });

  test('logs to Application Insights on a Log Analytics workspace', () => {
    const { template } = workspaceIn();
    const [logs] = Object.keys(template.resources('azurerm_log_analytics_workspace'));
    template.hasResource('azurerm_application_insights', {
      workspace_id: `\${azurerm_log_analytics_workspace.${String(logs)}.id}`,
    });
  });

  test('takes dependencies that exist, and makes none of them', () => {
    const stack = freshStack();
    const ids = {
      storage_account_id: `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/st`,
      key_vault_id: `${GROUP_ID}/providers/Microsoft.KeyVault/vaults/kv`,
      application_insights_id: `${GROUP_ID}/providers/Microsoft.Insights/components/appi`,
    };
    const workspace = new Workspace(stack, 'Workspace', {
      name: 'mlw-churn',
      resourceGroup: new ResourceGroup(stack, 'Group', { name: 'rg-churn' }),
      publicNetworkAccess: true,
      storageAccount: StorageAccount.fromStorageAccountAttributes(stack, 'Storage', {
        storageAccountId: ids.storage_account_id,
      }),
      keyVault: KeyVault.fromKeyVaultId(stack, 'Vault', ids.key_vault_id),
      applicationInsights: ApplicationInsights.fromApplicationInsightsId(
        stack,
        'Insights',
        ids.application_insights_id,
      ),
    });
    const template = Template.fromStack(stack);
    template.hasResource(TYPE, ids);
    expect(workspace.node.children.map(({ node }) => node.id)).toEqual(['Resource']);
    for (const type of ['azurerm_storage_account', 'azurerm_key_vault']) {
      template.hasNoResource(type);
    }
  });

  test('is somebody that roles are granted to', () => {
    const { stack, workspace: grantee } = workspaceIn();
    const role = BuiltInRole.ACR_PULL;
    Grant.ofRole({ grantee, role, scopeId: REGISTRY_ID, target: stack, targetName: 'registry' });
    Template.fromStack(stack).hasResource('azurerm_role_assignment', {
      principal_id: grantee.grantPrincipal.principalId,
      principal_type: 'ServicePrincipal',
    });
  });
});

describe('what is precious', () => {
  test.each([undefined, RemovalPolicy.PREVENT_DESTROY])('is kept by %p', (removalPolicy) => {
    const { template } = workspaceIn({ removalPolicy });
    for (const type of PRECIOUS) {
      template.hasResource(type, { lifecycle: { prevent_destroy: true } });
    }
  });

  test('may be destroyed on demand', () => {
    const { template } = workspaceIn({ removalPolicy: RemovalPolicy.DESTROY });
    for (const type of PRECIOUS) template.hasResource(type, { lifecycle: Match.absent() });
  });

  test('is not left to what only Terraform will know', () => {
    const removalPolicy = tokensIn(freshStack()).text as never;
    expect(codesIn(() => workspaceIn({ removalPolicy }))).toEqual(['PropertyTypeInvalid']);
  });
});

describe('the name of a workspace', () => {
  test.each<[string, readonly string[]]>([
    ['mlw', []],
    ['0_-', []],
    ['a'.repeat(33), []],
    ['a'.repeat(34), ['WorkspaceNameInvalid']],
    ['ml', ['WorkspaceNameInvalid']],
    ['-ml', ['WorkspaceNameInvalid']],
    ['m.lw', ['WorkspaceNameInvalid']],
  ])('fails or not: %s', (name, codes) => {
    expect(codesIn(() => workspaceIn({ name }))).toEqual(codes);
  });

  test('may be a token, then the names of what it needs come from its place', () => {
    const { stack, resourceGroup } = declaredPlatform();
    const { text: name } = tokensIn(stack);
    new Workspace(stack, 'Other', { name, resourceGroup, publicNetworkAccess: true });
    const template = Template.fromStack(stack);
    template.hasResource(TYPE, { name: '${var.Later}' });
    template.hasResource('azurerm_storage_account', {
      name: Match.stringMatching(/^stchurnother[0-9a-f]{8}$/),
    });
  });
});

test.each<[string, readonly string[]]>([
  [REGISTRY_ID, []],
  [`${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/st`, ['ContainerRegistryIdInvalid']],
  ['acr', ['ContainerRegistryIdInvalid']],
])('the registry %s is taken or not', (containerRegistryId, codes) => {
  expect(codesIn(() => workspaceIn({ containerRegistryId }))).toEqual(codes);
});

test('whether a workspace is public has no default', () => {
  const props = { publicNetworkAccess: undefined } as unknown as Partial<WorkspaceProps>;
  expect(codesIn(() => workspaceIn(props))).toEqual(['PropertyMissing']);
});

describe('two workspaces in one stack', () => {
  test('need nothing of the same name, however alike their own names are', () => {
    const { stack, resourceGroup } = declaredPlatform();
    for (const name of ['mlwchurn', 'mlw_churn', 'mlw-churn-of-another-team']) {
      new Workspace(stack, name, { name, resourceGroup, publicNetworkAccess: true });
    }
    const template = Template.fromStack(stack);
    for (const type of [...PRECIOUS, 'azurerm_application_insights']) {
      const names = Object.values(template.resources(type)).map((one) => one['name']);
      expect(new Set(names).size).toBe(4);
    }
  });
});

describe('the names of what a workspace needs', () => {
  const nameOf = (
    type: string,
    stackId: string,
    name: string,
    { subscriptionId = SUBSCRIPTION_ID, group = 'rg' } = {},
  ) => {
    const stack = freshStack({ subscriptionId }, stackId);
    const resourceGroup = new ResourceGroup(stack, 'Group', { name: group });
    new Workspace(stack, 'Workspace', { name, resourceGroup, publicNetworkAccess: true });
    return Template.fromStack(stack).resource(type)['name'];
  };

  test.each<[string, RegExp]>([
    ['azurerm_storage_account', /^st[a-z0-9]{1,12}[0-9a-f]{8}$/],
    ['azurerm_key_vault', /^kv-[a-z0-9]{1,12}-[0-9a-f]{8}$/],
  ])('are names that %s takes', (type, pattern) => {
    for (const name of ['mlw', 'A_-', '0'.repeat(33), 'MLW-Churn_Prod']) {
      expect(nameOf(type, 'churn', name)).toMatch(pattern);
    }
  });

  test('differ by subscription, group, stack and workspace, and by nothing else', () => {
    const of = nameOf.bind(undefined, 'azurerm_storage_account');
    const names = [
      of('churn', 'mlw-churn'),
      of('churn', 'mlw-churn2'),
      of('churn2', 'mlw-churn'),
      of('churn', 'mlw-churn', { subscriptionId: '22222222-2222-4333-8444-555555555555' }),
      of('churn', 'mlw-churn', { group: 'rg2' }),
    ];
    expect(new Set(names).size).toBe(5);
    expect(of('churn', 'mlw-churn')).toBe(names[0]);
  });

  test('still differ where only Terraform will know the subscription', () => {
    const of = nameOf.bind(undefined, 'azurerm_key_vault');
    const later = Lazy.stringValue({ produce: () => SUBSCRIPTION_ID });
    const unknown = { subscriptionId: later, group: later };
    const names = [of('churn', 'mlw-churn', unknown), of('churn2', 'mlw-churn', unknown)];
    expect(new Set(names).size).toBe(2);
    expect(String(names[0])).not.toContain('TfToken');
  });
});

test('the id of a workspace is a reference to it', () => {
  const { stack, workspace, template } = workspaceIn();
  const [address] = Object.keys(template.resources(TYPE));
  expect(resolvedIn(stack, workspace.workspaceId)).toBe(`\${${TYPE}.${String(address)}.id}`);
});
