import type { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { validateValue } from '../../core/validation';
import type { IKeyVault } from '../../key-vault/key-vault';
import {
  VARIABLE_RULES,
  VARIABLE_SHAPE,
  VAULT_SECRET_RULES,
  VAULT_SECRET_SHAPE,
} from './private/compute-secret-rules';
import { type KeyVaultSecretSource, KeyVaultSecretValue } from './private/key-vault-secret-value';

/**
 * A secret that an attached compute needs. It goes to `sensitive_body`, which is write-only: it is in neither
 * plan nor state. azapi keeps a hash of it, by which another secret is noticed and sent.
 */
export class ComputeSecret {
  /**
   * The value of a Terraform variable, given to Terraform as `TF_VAR_<name>` or at its prompt. A saved plan
   * holds variables; a variable that is `ephemeral` besides is left out of it.
   *
   * @param variable declared with `sensitive: true`
   * @throws UnscopedValidationError SecretVariableNotSensitive
   */
  public static fromVariable(variable: TerraformVariable): ComputeSecret {
    const given = { variable };
    validateValue(given, VARIABLE_SHAPE, VARIABLE_RULES);
    return new ComputeSecret(given.variable, undefined);
  }

  /**
   * A secret of a key vault, read by Terraform in every plan and apply as an ephemeral resource
   * (azurerm 4.81.0, `azurerm_key_vault_secret`). Who runs Terraform needs Key Vault Secrets User on the
   * vault, and to reach it.
   *
   * @param secretName 1 to 127 letters, digits and hyphens, inclusive
   * @param secretVersion 32 hexadecimal digits; by default the newest version
   * @throws UnscopedValidationError SecretNameInvalid, SecretVersionInvalid
   */
  public static fromKeyVault(
    keyVault: IKeyVault,
    secretName: string,
    secretVersion?: string,
  ): ComputeSecret {
    const source = {
      keyVault,
      secretName,
      ...(secretVersion === undefined ? {} : { secretVersion }),
    };
    validateValue(source, VAULT_SECRET_SHAPE, VAULT_SECRET_RULES);
    return new ComputeSecret(undefined, source);
  }

  private constructor(
    private readonly variable: TerraformVariable | undefined,
    private readonly source: KeyVaultSecretSource | undefined,
  ) {}

  /**
   * The value where a construct uses it, for write-only arguments.
   *
   * @internal
   */
  public _valueIn(scope: Construct, id: string): string | undefined {
    if (this.source === undefined) return this.variable?.stringValue;
    return new KeyVaultSecretValue(scope, id, this.source).value;
  }
}
