import type { IKeyVault } from '../key-vault/key-vault';

/** A key of yours that a data factory encrypts with. */
export interface DataFactoryKey {
  /** URL of the key, such as `https://kv-churn.vault.azure.net/keys/adf/<version>`. */
  readonly keyId: string;
  /**
   * The vault, on which the identity of the factory is granted the use of keys.
   *
   * @default - granted by you
   */
  readonly keyVault?: IKeyVault;
}
