import { ExactNumber, type PlanObject, type PlanValue, Sensitive, Unknown } from '../review/model';

/** Whether a value stands for one that is unknown or sensitive. */
export function isMark(value: PlanValue | undefined): boolean {
  return value === Unknown.VALUE || value === Sensitive.VALUE;
}

/** Whether a value is an object; what is unknown or sensitive is none, nor is a number. */
export function isObject(value: PlanValue | undefined): value is PlanObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !isMark(value) && !(value instanceof ExactNumber);
}

/** Whether a value is a list. */
export function isList(value: PlanValue | undefined): value is readonly PlanValue[] {
  return Array.isArray(value);
}

/**
 * The value at a path; `undefined` where there is none. A block of which there is one at most is a list in
 * a plan and may be an object in a configuration: a key steps into the only member of a list.
 */
export function at(
  value: PlanValue | undefined,
  ...path: readonly string[]
): PlanValue | undefined {
  let current = value;
  for (const key of path) {
    if (current === undefined || isMark(current)) return current;
    const holder: PlanValue | undefined =
      isList(current) && current.length === 1 ? current[0] : current;
    if (!isObject(holder) || !Object.hasOwn(holder, key)) return undefined;
    current = holder[key];
  }
  return current;
}

/** The text at a path, `undefined` for anything else. */
export function textAt(
  value: PlanValue | undefined,
  ...path: readonly string[]
): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** The number at a path, also one that is written as text. */
export function numberAt(
  value: PlanValue | undefined,
  ...path: readonly string[]
): number | undefined {
  const found = at(value, ...path);
  if (typeof found === 'number') return found;
  return typeof found === 'string' && /^-?\d+(?:\.\d+)?$/.test(found) ? Number(found) : undefined;
}

/** The truth value at a path, also one that is written as text. */
export function flagAt(
  value: PlanValue | undefined,
  ...path: readonly string[]
): boolean | undefined {
  const found = at(value, ...path);
  if (typeof found === 'boolean') return found;
  if (typeof found !== 'string') return undefined;
  return FLAGS.get(found.toLowerCase());
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/**
 * A truth value with the default of its provider: absent and null count as the default, what is known
 * only at apply counts as nothing.
 */
export function flagOr(
  fallback: boolean,
  value: PlanValue | undefined,
  ...path: readonly string[]
): boolean | undefined {
  const found = at(value, ...path);
  return found === undefined || found === null ? fallback : flagAt(value, ...path);
}

/** The members of the list at a path, none for anything else. */
export function listAt(
  value: PlanValue | undefined,
  ...path: readonly string[]
): readonly PlanValue[] {
  const found = at(value, ...path);
  return isList(found) ? found : [];
}

/** The members of the object at a path by name, none for anything else. */
export function entriesAt(
  value: PlanValue | undefined,
  ...path: readonly string[]
): readonly (readonly [string, PlanValue])[] {
  const found = at(value, ...path);
  return isObject(found) ? Object.entries(found) : [];
}
