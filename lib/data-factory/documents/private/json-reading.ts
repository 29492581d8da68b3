import type { ArmObject } from '../../../azapi/azapi-types';
import { Is } from '../../../core/validation';

/** A value as an object; `undefined` where it is none. */
export function objectOf(value: unknown): ArmObject | undefined {
  return Is.object.accepts(value) ? (value as ArmObject) : undefined;
}

/** The objects of a list; empty where it is none. */
export function listOf(value: unknown): readonly ArmObject[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.map(objectOf).filter((item) => item !== undefined);
}

/** A value as text; `undefined` where it is none. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a list; empty where it is none. */
export function textListOf(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.map(textOf).filter((item) => item !== undefined);
}

/** The same value, of which nothing is shared; members that are `undefined` are not JSON and go. */
export function copyOf(value: ArmObject): ArmObject {
  return JSON.parse(JSON.stringify(value)) as ArmObject;
}
