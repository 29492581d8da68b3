import { holdsTrue } from '../../../review/read/holds-true';
import { at } from './json';

/**
 * A value without what a plan marks as sensitive, which is then as if it were not there; all of it where something is
 * marked and the marks do not fit.
 */
export function withoutSensitive(value: unknown, marks: unknown): unknown {
  if (marks === true) return undefined;
  if (!isHolder(marks)) return value;
  if (!isHolder(value) || Array.isArray(value) !== Array.isArray(marks)) {
    return holdsTrue(marks) ? undefined : value;
  }
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.map((item, index) => withoutSensitive(item, at(marks, index)));
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withoutSensitive(member, at(marks, key))]),
  );
}

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
