import type { TerraformVariable } from 'cdktf';
import { Is, mismatches, type Rule, type Shape } from '../../../core/validation';
import type { KeyVaultSecretSource } from './key-vault-secret-value';

interface FromVariable {
  readonly variable: TerraformVariable;
}

export const VARIABLE_SHAPE: Shape<FromVariable> = {
  variable: Is.having('a TerraformVariable', 'stringValue', 'friendlyUniqueId'),
};

export const VARIABLE_RULES: readonly Rule<FromVariable>[] = [
  {
    code: 'SecretVariableNotSensitive',
    check: ({ variable }) =>
      variable.sensitive === true
        ? undefined
        : {
            property: 'variable',
            must: 'be sensitive, or Terraform prints its value',
            got: variable.sensitive,
            fix: 'declare it with sensitive: true',
          },
  },
];

export const VAULT_SECRET_SHAPE: Shape<KeyVaultSecretSource> = {
  keyVault: Is.having('a key vault', 'keyVaultId', 'keyVaultName'),
  secretName: Is.text,
  secretVersion: Is.optional(Is.text),
};

export const VAULT_SECRET_RULES: readonly Rule<KeyVaultSecretSource>[] = [
  {
    code: 'SecretNameInvalid',
    check: ({ secretName }) =>
      mismatches(secretName, /^[0-9a-zA-Z-]{1,127}$/)
        ? {
            property: 'secretName',
            must: 'be 1 to 127 letters, digits or hyphens',
            got: secretName,
          }
        : undefined,
  },
  {
    code: 'SecretVersionInvalid',
    check: ({ secretVersion }) =>
      mismatches(secretVersion, /^[0-9a-f]{32}$/i)
        ? {
            property: 'secretVersion',
            must: 'be the 32 hexadecimal digits of a version of the secret',
            got: secretVersion,
          }
        : undefined,
  },
];
