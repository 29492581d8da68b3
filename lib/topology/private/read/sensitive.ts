import { at, isObject, type JsonObject } from './json';

/** A value without what a plan marks as sensitive, which is then as if it were not there. */
export function withoutSensitive(value: unknown, marks: unknown): unknown {
  if (marks === true) return undefined;
  if (marks === undefined || marks === false) return value;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index): unknown => withoutSensitive(item, at(marks, index)));
  }
  if (!isObject(value)) return value;
  const kept: JsonObject = Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withoutSensitive(member, at(marks, key))]),
  );
  return kept;
}
