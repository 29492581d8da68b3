import { Lazy, TerraformElement } from 'cdktf';
import type { Construct } from 'constructs';
import { escapeTemplates } from '../../../core/terraform-text';
import type { IKeyVault } from '../../../key-vault/key-vault';

/** Where a secret is. */
export interface KeyVaultSecretSource {
  readonly keyVault: IKeyVault;
  readonly secretName: string;
  readonly secretVersion?: string;
}

const TYPE = 'azurerm_key_vault_secret';

/**
 * `ephemeral "azurerm_key_vault_secret"`: read by Terraform while it runs, and written to neither plan nor
 * state. A data source would write the secret into the state.
 */
export class KeyVaultSecretValue extends TerraformElement {
  public constructor(
    scope: Construct,
    id: string,
    private readonly source: KeyVaultSecretSource,
  ) {
    super(scope, id);
  }

  /** The secret itself, for write-only arguments. */
  public get value(): string {
    return Lazy.stringValue({
      produce: () => `\${ephemeral.${TYPE}.${this.friendlyUniqueId}.value}`,
    });
  }

  public override toTerraform(): object {
    const { keyVault, secretName, secretVersion } = this.source;
    const attributes = {
      name: escapeTemplates(secretName),
      key_vault_id: keyVault.keyVaultId,
      ...(secretVersion === undefined ? {} : { version: escapeTemplates(secretVersion) }),
    };
    return { ephemeral: { [TYPE]: { [this.friendlyUniqueId]: attributes } } };
  }
}
