import { Lazy, TerraformOutput, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { KeyVault, type KeyVaultProps } from '../../lib/key-vault';
import { RemovalPolicy } from '../../lib/platform';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import { Template } from '../../lib/testing';
import { fuzzArguments, fuzzProps } from '../support/fuzz';
import { codesIn, freshStack, GROUP_ID } from '../support/stack';

const VAULT_ID = `${GROUP_ID}/providers/Microsoft.KeyVault/vaults/kv-before`;
const TENANT_ID = '66666666-7777-4888-8999-aaaaaaaaaaaa';

const groupIn = (scope: Construct) =>
  ResourceGroup.fromResourceGroupAttributes(scope, 'Group', { resourceGroupId: GROUP_ID });

const vaultIn = (scope: Construct, props: Partial<KeyVaultProps> = {}) =>
  new KeyVault(scope, 'Vault', { name: 'kv-churn', resourceGroup: groupIn(scope), ...props });

function emitted(props: Partial<KeyVaultProps> = {}) {
  const stack = freshStack();
  vaultIn(stack, props);
  return Template.fromStack(stack).resource('azurerm_key_vault');
}

describe('a key vault', () => {
  test('is safe by default: roles, no access policies, purge protection, nobody destroys it', () => {
    expect(emitted()).toEqual({
      name: 'kv-churn',
      resource_group_name: 'rg-before',
      location: 'westeurope',
      tenant_id: expect.stringMatching(/^\$\{data\.azurerm_client_config\.Vault_\w+\.tenant_id\}$/),
      sku_name: 'standard',
      rbac_authorization_enabled: true,
      purge_protection_enabled: true,
      soft_delete_retention_days: 90,
      public_network_access_enabled: true,
      network_acls: { bypass: 'AzureServices', default_action: 'Allow' },
      lifecycle: { prevent_destroy: true },
    });
  });

  test('is reached by trusted services only where it is not public', () => {
    expect(emitted({ publicNetworkAccess: false })).toMatchObject({
      public_network_access_enabled: false,
      network_acls: { bypass: 'AzureServices', default_action: 'Deny' },
    });
  });

  test('asks nobody for a tenant that is given', () => {
    const stack = freshStack();
    vaultIn(stack, { tenantId: TENANT_ID });
    const template = Template.fromStack(stack);
    template.hasResource('azurerm_key_vault', { tenant_id: TENANT_ID });
    expect(template.dataSources('azurerm_client_config')).toEqual({});
  });

  test('may be destroyed where its removal policy says so', () => {
    expect(emitted({ removalPolicy: RemovalPolicy.DESTROY })).not.toHaveProperty('lifecycle');
  });

  test('may stand in another region and have tags of its own', () => {
    expect(emitted({ location: 'northeurope', tags: { note: '${{x}}' } })).toMatchObject({
      location: 'northeurope',
      tags: { note: '$${{x}}' },
    });
  });

  test('refers to its id and knows its name', () => {
    const stack = freshStack();
    const vault = vaultIn(stack);
    new TerraformOutput(stack, 'id', { value: vault.keyVaultId });
    expect(Template.fromStack(stack).output('id')['value']).toMatch(
      /^\$\{azurerm_key_vault\.Vault_\w+\.id\}$/,
    );
    expect(vault.keyVaultName).toBe('kv-churn');
  });
});

describe('the name of a key vault', () => {
  test.each(['abc', 'a'.repeat(24), 'Kv-Churn-1', Lazy.stringValue({ produce: () => '-' })])(
    'may be %p',
    (name) => {
      expect(codesIn(() => vaultIn(freshStack(), { name }))).toEqual([]);
    },
  );

  test.each(['ab', 'a'.repeat(25), '1kv', '-kv', 'kv-', 'k--v', 'k_v', 'kvä', 'abc\n'])(
    'fails to be %p',
    (name) => {
      expect(codesIn(() => vaultIn(freshStack(), { name }))).toEqual(['KeyVaultNameInvalid']);
    },
  );
});

describe('the tenant of a key vault', () => {
  test.each([TENANT_ID, Lazy.stringValue({ produce: () => 'x' })])('may be %p', (tenantId) => {
    expect(codesIn(() => vaultIn(freshStack(), { tenantId }))).toEqual([]);
  });

  test.each(['contoso.com', TENANT_ID.slice(1)])('fails to be %p', (tenantId) => {
    expect(codesIn(() => vaultIn(freshStack(), { tenantId }))).toEqual(['TenantIdInvalid']);
  });
});

describe('an existing key vault', () => {
  test('emits nothing and reads its name from its id', () => {
    const stack = freshStack();
    expect(KeyVault.fromKeyVaultId(stack, 'Vault', VAULT_ID)).toMatchObject({
      keyVaultId: VAULT_ID,
      keyVaultName: 'kv-before',
    });
    const template = Template.fromStack(stack);
    template.hasNoResource('azurerm_key_vault');
    expect(template.dataSources('azurerm_client_config')).toEqual({});
  });

  test('may be known by a variable', () => {
    const stack = freshStack();
    const id = new TerraformVariable(stack, 'vault', {}).stringValue;
    const vault = KeyVault.fromKeyVaultId(stack, 'Vault', id);
    new TerraformOutput(stack, 'name', { value: vault.keyVaultName });
    Template.fromStack(stack).hasOutput('name', { value: '${basename(var.vault)}' });
  });

  test.each(['kv-before', GROUP_ID, `${VAULT_ID}/secrets/x`, 'https://kv-before.vault.azure.net'])(
    'fails to be %s',
    (id) => {
      expect(codesIn(() => KeyVault.fromKeyVaultId(freshStack(), 'Vault', id))).toEqual([
        'KeyVaultIdInvalid',
      ]);
    },
  );
});

fuzzProps(
  'a key vault',
  (scope) => ({
    name: 'kv-churn',
    resourceGroup: groupIn(scope),
    location: 'westeurope',
    publicNetworkAccess: false,
    tenantId: TENANT_ID,
    removalPolicy: RemovalPolicy.DESTROY,
    tags: { team: 'churn' },
  }),
  (scope, props) => new KeyVault(scope, 'It', props),
);

fuzzArguments(
  'an existing key vault',
  () => ({ keyVaultId: VAULT_ID }),
  (scope, { keyVaultId }) => KeyVault.fromKeyVaultId(scope, 'It', keyVaultId),
);
