import { Matcher } from '../matcher';
import { isPlainObject } from './plain';
import { printed, shortened } from './printed';

/** A pattern as a message shows it, matchers in their own words. */
export function describe(pattern: unknown): string {
  if (Matcher.isMatcher(pattern)) return pattern.describe();
  if (Array.isArray(pattern)) return shortened(`[${pattern.map(describe).join(',')}]`);
  if (isPlainObject(pattern)) {
    const members = Object.entries(pattern).map(
      ([key, value]) => `${JSON.stringify(key)}:${describe(value)}`,
    );
    return shortened(`{${members.join(',')}}`);
  }
  return isScalar(pattern) ? printed(pattern) : kindOf(pattern);
}

/** How many values a pattern asks for; an empty list or object counts as one. */
export function leaves(pattern: unknown): number {
  const parts = partsOf(pattern).map(leaves);
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + part, 0),
  );
}

function partsOf(pattern: unknown): readonly unknown[] {
  if (Array.isArray(pattern)) return pattern;
  return isPlainObject(pattern) ? Object.values(pattern) : [];
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (typeof value !== 'object' || value === null) return `a ${typeof value}`;
  return `a ${value.constructor.name}`;
}
