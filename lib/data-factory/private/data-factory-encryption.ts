import type { DataFactoryConfig } from '@cdktf/provider-azurerm/lib/data-factory';
import { Grant } from '../../identity/grant';
import type { IGrantable } from '../../identity/principal';
import type { IUserAssignedIdentity } from '../../identity/user-assigned-identity';
import type { IKeyVault } from '../../key-vault/key-vault';
import type { DataFactoryKey } from '../data-factory-key';
import { KEY_VAULT_CRYPTO_SERVICE_ENCRYPTION_USER } from './vault-roles';

/** The key of a factory and the identity that reads it, as `azurerm_data_factory` takes them. Pure. */
export function renderKey(
  key: DataFactoryKey | undefined,
  identity: IUserAssignedIdentity | undefined,
): Pick<DataFactoryConfig, 'customerManagedKeyId' | 'customerManagedKeyIdentityId'> {
  return key === undefined || identity === undefined
    ? {}
    : { customerManagedKeyId: key.keyId, customerManagedKeyIdentityId: identity.identityId };
}

/** Lets the identity of a factory use the keys of a vault. */
export function grantKey(keyVault: IKeyVault, { grantPrincipal }: IGrantable): Grant {
  return Grant.ofRole({
    grantee: { grantPrincipal },
    role: KEY_VAULT_CRYPTO_SERVICE_ENCRYPTION_USER,
    scopeId: keyVault.keyVaultId,
    target: keyVault,
    targetName: `key vault ${keyVault.keyVaultName}`,
  });
}
