import { Hidden, type MarkedObject, type MarkedValue } from '../compare/marked-value';
import { turnedItems, turnedMembers } from '../compare/shared-copies';
import { ExactNumber, Unknown } from '../model';
import { embeddedJson } from './embedded-json';
import { holdsTrue } from './holds-true';
import { isRecord, listOf, recordOf } from './json-values';

/** Text in text in text: deeper than this it stays text. */
const MOST_DECODED = 5;

/**
 * A value with what is unknown and what is sensitive put in its place, and the JSON in its texts decoded. What stays
 * as it is is not copied.
 *
 * @param unknown as `after_unknown` of a plan: true, or a value of the same form with true in it
 * @param sensitive the same, as `after_sensitive`; where it does not fit the value, all of that is hidden
 * @param holdsJson whether a text may hold JSON; where none does, only what is marked is looked at
 */
export function marked(
  value: unknown,
  unknown?: unknown,
  sensitive?: unknown,
  holdsJson = true,
): MarkedValue {
  if (!holdsJson && !holdsTrue(unknown) && !holdsTrue(sensitive)) {
    return value ?? null;
  }
  if (isHidden(value, unknown, sensitive)) return hidden(value, unknown);
  if (unknown === true) return Unknown.VALUE;
  if (isNothing(value) && !holdsTrue(unknown)) return null;
  return markedInside(value, unknown, sensitive, holdsJson);
}

/** Whether all of it is sensitive, or something in it and nobody can tell what. */
function isHidden(value: unknown, unknown: unknown, sensitive: unknown): boolean {
  if (sensitive === true) return true;
  if (unknown === true || isNothing(sensitive)) return false;
  return (formOf(value) ?? formOf(unknown)) !== formOf(sensitive) && holdsTrue(sensitive);
}

function markedInside(
  value: unknown,
  unknown: unknown,
  sensitive: unknown,
  holdsJson: boolean,
): MarkedValue {
  const form = formOf(value) ?? formOf(unknown);
  if (form === 'list') return markedItems(listOf(value), unknown, sensitive, holdsJson);
  if (form === 'object') return markedMembers(recordOf(value), unknown, sensitive, holdsJson);
  return decoded(value, holdsJson ? MOST_DECODED : 0);
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

function markedItems(
  items: readonly unknown[],
  unknown: unknown,
  sensitive: unknown,
  holdsJson: boolean,
): MarkedValue {
  const unknowns = listOf(unknown);
  const secrets = listOf(sensitive);
  const known = turnedItems(items, (item, index) =>
    marked(item, unknowns[index], secrets[index], holdsJson),
  ) as readonly MarkedValue[];
  const rest = unknowns.slice(items.length);
  const more = (rest.some(holdsTrue) ? rest : []).map((one, index) =>
    marked(undefined, one, secrets[items.length + index], holdsJson),
  );
  return more.length === 0 ? known : [...known, ...more];
}

function markedMembers(
  value: Readonly<Record<string, unknown>>,
  unknown: unknown,
  sensitive: unknown,
  holdsJson: boolean,
): MarkedValue {
  const unknowns = recordOf(unknown);
  const secrets = recordOf(sensitive);
  const known = turnedMembers(value, (one, key) =>
    marked(one, own(unknowns, key), own(secrets, key), holdsJson),
  ) as MarkedObject;
  let copy: Record<string, MarkedValue> | undefined;
  for (const key of Object.keys(unknowns)) {
    if (Object.hasOwn(value, key) || !holdsTrue(unknowns[key])) continue;
    copy ??= { ...known };
    setOwn(copy, key, marked(undefined, unknowns[key], own(secrets, key), holdsJson));
  }
  return copy ?? known;
}

function own(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** A member may be called `__proto__`: assigning it would set something else. */
function setOwn(object: Record<string, MarkedValue>, key: string, value: MarkedValue): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else object[key] = value;
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
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  return isPlain || value instanceof ExactNumber ? value : null;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}
