import { Is, isUnresolved, type PropertyType } from '../../core/validation';
import { Typed } from './prop-types';

/** Text, a finite number, true or false, `null`, or lists and plain objects of those; tokens pass. */
export const JSON_CONTENT: PropertyType = {
  name: 'JSON: text, finite numbers, true, false, null, lists and plain objects',
  accepts: isJson,
};

/** An object of JSON. */
export const JSON_OBJECT: PropertyType = {
  name: 'an object of JSON',
  accepts: (value) => Is.object.accepts(value) && isJson(value),
};

function isJson(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'boolean') return true;
  if (typeof value === 'string' || typeof value === 'number') {
    return Typed.string.accepts(value) || Typed.number.accepts(value);
  }
  if (isUnresolved(value)) return true;
  if (Array.isArray(value)) return value.every(isJson);
  return isPlain(value) && Object.values(value).every(isJson);
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
