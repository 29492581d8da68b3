import { type PropertyType, isUnresolved } from '../../core/validation';

/** A list of objects, which must be there at synthesis: no token can stand for it. */
export function knownList(of: PropertyType): PropertyType {
  return {
    name: `a list, each item ${of.name}`,
    accepts: (value) => Array.isArray(value) && value.every((item) => of.accepts(item)),
  };
}

/** Objects by name, which must be there at synthesis: no token can stand for them. */
export function knownMap(of: PropertyType): PropertyType {
  return {
    name: `an object, each value ${of.name}`,
    accepts: (value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      !isUnresolved(value) &&
      Object.values(value).every((item) => of.accepts(item)),
  };
}
