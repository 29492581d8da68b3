import { type Finding, Is, type PropertyType } from '../../../core/validation';
import type { IDataFactory } from '../../data-factory';
import type { KeyVaultSecretReference } from '../key-vault-linked-service';

/** A secret in a key vault. */
export const SECRET: PropertyType = {
  name: 'a KeyVaultSecretReference',
  accepts: (value) => {
    if (!Is.object.accepts(value)) return false;
    const { linkedService, secretName, secretVersion } = value as Partial<KeyVaultSecretReference>;
    return (
      Is.having('', 'linkedServiceName', 'factory').accepts(linkedService) &&
      Is.text.accepts(secretName) &&
      (secretVersion === undefined || Is.text.accepts(secretVersion))
    );
  },
};

/** Secrets are found through a linked service of the same factory. */
export function secretFinding(
  property: string,
  secret: KeyVaultSecretReference | undefined,
  { factoryId, factoryName }: IDataFactory,
): Finding | undefined {
  return secret === undefined || secret.linkedService.factory.factoryId === factoryId
    ? undefined
    : {
        property: `${property}.linkedService`,
        must: `belong to data factory ${factoryName}`,
        got: secret.linkedService.factory.factoryName,
      };
}
