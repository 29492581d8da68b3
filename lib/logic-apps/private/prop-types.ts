import { Is, isUnresolved, type PropertyType } from '../../core/validation';

/**
 * Types of props that take a token only where it stands for a value of that type, so that what is done with
 * the value later cannot fail on another kind of token.
 */
export const Typed = {
  string: ofKind('string', Is.string),
  text: ofKind('string', Is.text),
  number: ofKind('number', Is.number),
  integer: ofKind('number', Is.integer),
  boolean: {
    name: Is.boolean.name,
    accepts: (value: unknown) =>
      typeof value === 'boolean' ||
      (typeof value === 'object' && !Array.isArray(value) && isUnresolved(value)),
  },
  /** Decides what is in a definition, so it has to be there at synthesis. */
  knownBoolean: {
    name: 'true or false, known at synthesis',
    accepts: (value: unknown) => typeof value === 'boolean',
  },
  /** A list, which no token can stand for. */
  listOf: (of: PropertyType): PropertyType => ({
    name: `a list, each item ${of.name}`,
    accepts: (value) =>
      Array.isArray(value) && !isUnresolved(value) && value.every((item) => of.accepts(item)),
  }),
  /** Values by name, which no token can stand for. */
  mapOf: (of: PropertyType): PropertyType => ({
    name: `an object, each value ${of.name}`,
    accepts: (value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      !isUnresolved(value) &&
      Object.values(value).every((item) => of.accepts(item)),
  }),
} as const;

/** Tags by name. */
export const TAGS = Typed.mapOf(Typed.string);

export const RESOURCE_GROUP = Is.having(
  'a resource group',
  'resourceGroupId',
  'subscriptionId',
  'location',
);

function ofKind(kind: 'string' | 'number', type: PropertyType): PropertyType {
  return { name: type.name, accepts: (value) => typeof value === kind && type.accepts(value) };
}
