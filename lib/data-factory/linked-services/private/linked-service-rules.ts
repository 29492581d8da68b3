import { Is, mismatches, type Finding, type Rule, type Shape } from '../../../core/validation';
import { FACTORY, objectNameFinding } from '../../private/property-types';
import type { KeyVaultLinkedServiceProps } from '../key-vault-linked-service';
import type { RawLinkedServiceProps } from '../linked-service';
import type { LinkedServiceProps } from '../linked-service-props';

/** Properties of all linked services with their defaults. */
export type Resolved<P extends LinkedServiceProps> = P & { readonly name: string };

export const LINKED_SERVICE_PROPS_SHAPE: Shape<Resolved<LinkedServiceProps>> = {
  factory: FACTORY,
  name: Is.text,
  description: Is.optional(Is.text),
  integrationRuntime: Is.optional(Is.text),
};

export const RAW_LINKED_SERVICE_SHAPE: Shape<Resolved<RawLinkedServiceProps>> = {
  ...LINKED_SERVICE_PROPS_SHAPE,
  type: Is.text,
  typeProperties: Is.known(Is.object),
};

export const KEY_VAULT_LINKED_SERVICE_SHAPE: Shape<Resolved<KeyVaultLinkedServiceProps>> = {
  ...LINKED_SERVICE_PROPS_SHAPE,
  keyVault: Is.having('a key vault', 'keyVaultId', 'keyVaultName'),
};

/** What is wrong with the name of a linked service. */
export function linkedServiceNameFinding(name: string | undefined): Finding | undefined {
  return (
    objectNameFinding(name) ??
    (mismatches(name, /^[^-]*$/)
      ? { property: 'name', must: 'not contain "-"', got: name, fix: 'use "_"' }
      : undefined)
  );
}

export const LINKED_SERVICE_PROPS_RULES: readonly Rule<Resolved<LinkedServiceProps>>[] = [
  { code: 'LinkedServiceNameInvalid', check: ({ name }) => linkedServiceNameFinding(name) },
];

/** Default name of a linked service. */
export function nameFrom(id: string): string {
  return id.replaceAll(/\W/g, '_');
}
