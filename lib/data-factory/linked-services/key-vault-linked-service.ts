import { Construct } from 'constructs';
import { validateProps, withDefaults } from '../../core/validation';

import { Grant } from '../../identity/grant';
import type { IKeyVault } from '../../key-vault/key-vault';
import type { ILinkedService } from '../azure-ml-linked-service';
import type { IDataFactory } from '../data-factory';
import { KEY_VAULT_SECRETS_USER } from '../private/vault-roles';
import type { LinkedServiceProps } from './linked-service-props';
import { emitLinkedService } from './private/emit-linked-service';
import { credentialOf } from './private/linked-service-body';
import {
  KEY_VAULT_LINKED_SERVICE_SHAPE,
  LINKED_SERVICE_PROPS_RULES,
  nameFrom,
} from './private/linked-service-rules';

/** Properties of a {@link KeyVaultLinkedService}. */
export interface KeyVaultLinkedServiceProps extends LinkedServiceProps {
  /** The vault; it must use role-based access. */
  readonly keyVault: IKeyVault;
}

/** A secret that the service reads when it connects, so that it is in no file and no state. */
export interface KeyVaultSecretReference {
  /** The linked service to the vault, in the same factory. */
  readonly linkedService: ILinkedService;
  /** Name of the secret. */
  readonly secretName: string;
  /**
   * Version of the secret.
   *
   * @default - the latest
   */
  readonly secretVersion?: string;
}

/**
 * A connection to a key vault as the identity of the factory, which may then read its secrets:
 * `azapi_resource`, `Microsoft.DataFactory/factories/linkedservices` of type `AzureKeyVault`.
 *
 * @see https://learn.microsoft.com/azure/data-factory/store-credentials-in-key-vault
 */
export class KeyVaultLinkedService extends Construct implements ILinkedService {
  public readonly linkedServiceName: string;
  public readonly factory: IDataFactory;
  /** The vault. */
  public readonly keyVault: IKeyVault;

  /**
   * @throws ValidationError LinkedServiceNameInvalid, DataFactoryNameTaken, DataFactoryPrincipalUnknown
   */
  public constructor(scope: Construct, id: string, props: KeyVaultLinkedServiceProps) {
    super(scope, id);
    const resolved = withDefaults(props, { name: nameFrom(id) });
    validateProps(this, resolved, KEY_VAULT_LINKED_SERVICE_SHAPE, LINKED_SERVICE_PROPS_RULES);
    const { factory, keyVault } = resolved;
    this.factory = factory;
    this.keyVault = keyVault;
    const resource = emitLinkedService(this, resolved, 'AzureKeyVault', {
      baseUrl: `https://${keyVault.keyVaultName}.${factory.cloud.keyVaultSuffix}/`,
      ...credentialOf(factory),
    });
    this.linkedServiceName = resource.name;
    Grant.ofRole({
      grantee: { grantPrincipal: factory.grantPrincipal },
      role: KEY_VAULT_SECRETS_USER,
      scopeId: keyVault.keyVaultId,
      target: keyVault,
      targetName: `key vault ${keyVault.keyVaultName}`,
    }).applyBefore(resource);
  }
}
