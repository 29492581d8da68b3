import { Hidden, type MarkedValue } from '../compare/marked-value';
import { Unknown } from '../model';
import { embeddedJson } from './embedded-json';
import { isRecord, listOf, recordOf } from './json-values';

/** Text in text in text: deeper than this it stays text. */
const MOST_DECODED = 5;

/**
 * A value with what is unknown and what is sensitive put in its place, and the JSON in its texts decoded.
 *
 * @param unknown as `after_unknown` of a plan: true, or a value of the same form with true in it
 * @param sensitive the same, as `after_sensitive`; where it does not fit the value, all of that is hidden
 */
export function marked(value: unknown, unknown?: unknown, sensitive?: unknown): MarkedValue {
  if (sensitive === true) return hidden(value, unknown);
  if (unknown === true) return Unknown.VALUE;
  const form = formOf(value) ?? formOf(unknown);
  if (form !== formOf(sensitive) && holdsTrue(sensitive)) return hidden(value, unknown);
  if (form === 'list') return markedItems(listOf(value), unknown, sensitive);
  if (form === 'object') {
    return isNothing(value) && !holdsTrue(unknown)
      ? null
      : markedMembers(recordOf(value), unknown, sensitive);
  }
  return decoded(value, MOST_DECODED);
}

/** What a value is made of; `undefined` where there is nothing. */
function formOf(value: unknown): 'list' | 'object' | 'leaf' | undefined {
  if (isNothing(value)) return undefined;
  if (Array.isArray(value)) return 'list';
  return isRecord(value) ? 'object' : 'leaf';
}

function hidden(value: unknown, unknown: unknown): MarkedValue {
  if (unknown === true) return new Hidden('unknown');
  return isNothing(value) ? null : new Hidden(JSON.stringify([value, unknown]));
}

function markedItems(items: readonly unknown[], unknown: unknown, sensitive: unknown): MarkedValue {
  const unknowns: readonly unknown[] = Array.isArray(unknown) ? unknown : [];
  const secrets: readonly unknown[] = Array.isArray(sensitive) ? sensitive : [];
  return Array.from({ length: Math.max(items.length, unknowns.length) }, (_, index) =>
    marked(items[index], unknowns[index], secrets[index]),
  );
}

function markedMembers(
  value: Readonly<Record<string, unknown>>,
  unknown: unknown,
  sensitive: unknown,
): MarkedValue {
  const unknowns = isRecord(unknown) ? unknown : {};
  const secrets = isRecord(sensitive) ? sensitive : {};
  const keys = new Set([
    ...Object.keys(value),
    ...Object.keys(unknowns).filter((key) => holdsTrue(unknowns[key])),
  ]);
  return Object.fromEntries(
    [...keys].map((key) => [key, marked(own(value, key), own(unknowns, key), own(secrets, key))]),
  );
}

function own(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function decoded(value: unknown, levels: number): MarkedValue {
  if (typeof value === 'string') {
    const inner = levels === 0 ? undefined : embeddedJson(value);
    return inner === undefined ? value : decoded(inner, levels - 1);
  }
  if (Array.isArray(value)) return value.map((item: unknown) => decoded(item, levels));
  if (isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, decoded(one, levels)]),
    );
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function holdsTrue(marks: unknown): boolean {
  if (marks === true) return true;
  return typeof marks === 'object' && marks !== null && Object.values(marks).some(holdsTrue);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}
