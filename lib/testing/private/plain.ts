import type { TerraformBlock } from '../terraform-block';

/** Whether a value is an object as `JSON.parse` makes it: no list, no instance of a class. */
export function isPlainObject(value: unknown): value is TerraformBlock {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
