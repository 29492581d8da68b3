import type { MatchContext } from '../match-context';
import { Matcher, type Mismatch } from '../matcher';
import { TemplateError } from '../template-error';
import { describe, leaves } from './describe';
import { isPlainObject } from './plain';

/**
 * Compares a pattern with a value of JSON.
 *
 * Objects are compared key by key, keys that the pattern does not name are ignored unless the context is
 * exact; lists are compared as a whole, item by item.
 *
 * @returns the differences, none when the pattern matches
 * @throws TemplateError TemplatePatternInvalid
 */
export function compare(
  pattern: unknown,
  found: unknown,
  context: MatchContext,
): readonly Mismatch[] {
  if (Matcher.isMatcher(pattern)) return pattern.test(found, context);
  const literal = context.resolve(pattern);
  if (Array.isArray(literal)) return compareLists(literal, found, context);
  if (isPlainObject(literal)) return compareObjects(literal, found, context);
  requireScalar(literal, context);
  return literal === found ? [] : [context.mismatch(describe(literal), found)];
}

/** Compares lists of equal length, item by item. */
export function compareLists(
  pattern: readonly unknown[],
  found: unknown,
  context: MatchContext,
): readonly Mismatch[] {
  if (!Array.isArray(found)) {
    return [context.mismatch(describe(pattern), found, leaves(pattern))];
  }
  const items = pattern
    .slice(0, found.length)
    .flatMap((item, index) => compare(item, found[index], context.item(index)));
  if (found.length === pattern.length) return items;
  const length = context.mismatch(
    `a list of ${String(pattern.length)}`,
    found,
    Math.max(1, leaves(pattern.slice(found.length))),
  );
  return [{ ...length, found: `a list of ${String(found.length)}: ${length.found}` }, ...items];
}

/** Compares objects key by key; in an exact context every key counts. */
export function compareObjects(
  pattern: Readonly<Record<string, unknown>>,
  found: unknown,
  context: MatchContext,
): readonly Mismatch[] {
  if (!isPlainObject(found)) {
    return [context.mismatch(describe(pattern), found, leaves(pattern))];
  }
  const named = Object.entries(pattern).flatMap(([key, value]) =>
    compare(value, Object.hasOwn(found, key) ? found[key] : undefined, context.member(key)),
  );
  const unnamed = context.exact
    ? Object.keys(found)
        .filter((key) => !Object.hasOwn(pattern, key))
        .map((key) => context.member(key).mismatch('nothing', found[key]))
    : [];
  return [...named, ...unnamed];
}

function requireScalar(literal: unknown, context: MatchContext): void {
  if (literal === null || ['string', 'number', 'boolean'].includes(typeof literal)) return;
  const where = context.path === '' ? 'the pattern' : `the pattern at ${context.path}`;
  throw new TemplateError(
    'TemplatePatternInvalid',
    `${where} is ${describe(literal)}, which no value of JSON equals; use a literal, Match.absent() or another matcher`,
  );
}
