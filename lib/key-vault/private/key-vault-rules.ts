import { armIdRule } from '../../core/arm-id-rule';
import { guidRule } from '../../core/guid-rule';
import { Is, mismatches, type Rule, type Shape } from '../../core/validation';
import { RemovalPolicy } from '../../platform/removal-policy';
import type { KeyVaultProps } from '../key-vault';

export const KEY_VAULT_SHAPE: Shape<
  KeyVaultProps & Required<Pick<KeyVaultProps, 'publicNetworkAccess' | 'removalPolicy'>>
> = {
  name: Is.text,
  resourceGroup: Is.having('a resource group', 'resourceGroupId', 'resourceGroupName', 'location'),
  location: Is.optional(Is.text),
  publicNetworkAccess: Is.known(Is.boolean),
  tenantId: Is.optional(Is.text),
  removalPolicy: Is.known(Is.oneOf(Object.values(RemovalPolicy))),
  tags: Is.optional(Is.map(Is.string)),
};

/** @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
const NAME = /^(?!.*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/;

export const KEY_VAULT_RULES: readonly Rule<KeyVaultProps>[] = [
  {
    code: 'KeyVaultNameInvalid',
    check: ({ name }) =>
      mismatches(name, NAME)
        ? {
            property: 'name',
            must: 'be 3 to 24 letters, digits and single hyphens, starting with a letter, not ending with a hyphen',
            got: name,
          }
        : undefined,
  },
  guidRule({
    code: 'TenantIdInvalid',
    property: 'tenantId',
    what: 'a tenant id',
    fix: 'take it from "az account show --query tenantId"',
  }),
];

interface KeyVaultAttributes {
  readonly keyVaultId: string;
}

export const KEY_VAULT_ATTRIBUTES_SHAPE: Shape<KeyVaultAttributes> = { keyVaultId: Is.text };

export const KEY_VAULT_ATTRIBUTES_RULES: readonly Rule<KeyVaultAttributes>[] = [
  armIdRule({
    code: 'KeyVaultIdInvalid',
    property: 'keyVaultId',
    type: 'Microsoft.KeyVault/vaults',
  }),
];
