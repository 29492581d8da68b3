import { BuiltInRole } from '../../identity/built-in-role';

/** Reads the secrets of a vault. */
export const KEY_VAULT_SECRETS_USER = BuiltInRole.of(
  'Key Vault Secrets User',
  '4633458b-17de-408a-b874-0445c86b69e6',
);

/** Wraps and unwraps keys with the keys of a vault. */
export const KEY_VAULT_CRYPTO_SERVICE_ENCRYPTION_USER = BuiltInRole.of(
  'Key Vault Crypto Service Encryption User',
  'e147488a-f6f5-4113-8e2d-b22465e65bf6',
);
