import type { ArmObject } from '../../../azapi/azapi-types';
import type { IDataFactory } from '../../data-factory';
import type { KeyVaultSecretReference } from '../key-vault-linked-service';

/** What tells one linked service from another. */
export interface LinkedServiceParts {
  readonly type: string;
  readonly description?: string;
  readonly integrationRuntime?: string;
  readonly typeProperties: ArmObject;
}

/**
 * A linked service. Pure.
 *
 * @returns `{ properties: { type, description?, connectVia?, annotations, typeProperties } }`
 * @see Microsoft.DataFactory/factories/linkedservices@2018-06-01
 */
export function renderLinkedServiceBody(parts: LinkedServiceParts): ArmObject {
  const { type, description, integrationRuntime, typeProperties } = parts;
  return {
    properties: {
      type,
      ...(description === undefined ? {} : { description }),
      ...(integrationRuntime === undefined
        ? {}
        : {
            connectVia: { referenceName: integrationRuntime, type: 'IntegrationRuntimeReference' },
          }),
      annotations: [],
      typeProperties,
    },
  };
}

/** The credential of a factory that calls with a user-assigned identity. Pure. */
export function credentialOf({ credentialName }: IDataFactory): ArmObject {
  return credentialName === undefined
    ? {}
    : { credential: { referenceName: credentialName, type: 'CredentialReference' } };
}

/** A secret in a key vault, which the service reads when it connects. Pure. */
export function renderSecret(secret: KeyVaultSecretReference): ArmObject {
  const { linkedService, secretName, secretVersion } = secret;
  return {
    type: 'AzureKeyVaultSecret',
    store: { referenceName: linkedService.linkedServiceName, type: 'LinkedServiceReference' },
    secretName,
    ...(secretVersion === undefined ? {} : { secretVersion }),
  };
}
