import { isList, isObject, textAt } from '../../policy/plan-state';
import { type PlanValue, Sensitive } from '../model';
import { oneLine } from './told';

/** Something named in a definition, such as an action or an activity. */
export class NamedPart {
  public constructor(
    /** Names of those that hold it, and its own. */
    public readonly path: readonly string[],
    private readonly whole: PlanValue,
  ) {}

  /** In words: the names of those that hold it, and its own. */
  public get name(): string {
    return this.path.map((name) => oneLine(name)).join(' / ');
  }

  /** What it says itself, without what it holds. */
  public get own(): PlanValue {
    return withoutParts(this.whole);
  }
}

/** What became of named parts. */
export interface PartsChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Name, and the keys of what differs. */
  readonly changed: readonly (readonly [name: string, keys: readonly string[]])[];
  /** Whether one of those compared holds a sensitive value: whether it differs cannot be seen here. */
  readonly holdsSensitive: boolean;
}

/** Keys below which a part holds others: of Logic Apps by name, of Data Factory in lists. */
const HOLDING: readonly string[] = [
  'actions',
  'activities',
  'cases',
  'default',
  'defaultActivities',
  'else',
  'ifFalseActivities',
  'ifTrueActivities',
];

/** All parts of a collection, with those inside them, by name. */
export function partsIn(
  collection: PlanValue | undefined,
  holders: readonly string[] = [],
): readonly NamedPart[] {
  return members(collection).flatMap(([name, part]) => {
    const path = [...holders, name];
    return [new NamedPart(path, part), ...heldBy(part, path)];
  });
}

function members(collection: PlanValue | undefined): readonly (readonly [string, PlanValue])[] {
  if (isObject(collection)) return Object.entries(collection);
  if (!isList(collection)) return [];
  return collection.map((part, index) => [
    textAt(part, 'name') ?? `number ${String(index + 1)}`,
    part,
  ]);
}

function heldBy(part: PlanValue, path: readonly string[]): readonly NamedPart[] {
  if (!isObject(part)) return [];
  const own = isObject(part['typeProperties']) ? part['typeProperties'] : part;
  return HOLDING.flatMap((key) => {
    const held = own[key];
    if (held === undefined) return [];
    return key === 'cases' || key === 'else' || key === 'default'
      ? branches(held, path)
      : partsIn(held, path);
  });
}

/** Branches hold parts below a key of their own. */
function branches(held: PlanValue, path: readonly string[]): readonly NamedPart[] {
  const each = isList(held) ? held : isObject(held) ? [held, ...Object.values(held)] : [];
  return each.flatMap((branch) =>
    isObject(branch) ? partsIn(branch['actions'] ?? branch['activities'], path) : [],
  );
}

function withoutParts(part: PlanValue): PlanValue {
  if (!isObject(part)) return part;
  return Object.fromEntries(
    Object.entries(part)
      .filter(([key]) => !HOLDING.includes(key))
      .map(([key, value]) => [key, key === 'typeProperties' ? withoutParts(value) : value]),
  );
}

/** What became of the parts of a collection. */
export function comparedParts(
  before: PlanValue | undefined,
  after: PlanValue | undefined,
): PartsChange {
  const [old, young] = [before, after].map((collection) => byPath(partsIn(collection)));
  const parts = [...(old?.values() ?? []), ...(young?.values() ?? [])];
  const isCompared = before !== undefined && after !== undefined;
  return {
    added: namesMissing(young, old),
    removed: namesMissing(old, young),
    changed: [...(young ?? [])].flatMap(([key, part]) => {
      const former = old?.get(key);
      const keys = former === undefined ? [] : differingKeys(former.own, part.own);
      return keys.length === 0 ? [] : [[part.name, keys] as const];
    }),
    holdsSensitive: isCompared && parts.some(({ own }) => hasSensitive(own)),
  };
}

type Parts = ReadonlyMap<string, NamedPart> | undefined;

function byPath(parts: readonly NamedPart[]): ReadonlyMap<string, NamedPart> {
  return new Map(parts.map((part) => [JSON.stringify(part.path), part]));
}

function namesMissing(from: Parts, other: Parts): readonly string[] {
  return [...(from ?? [])].filter(([key]) => other?.has(key) !== true).map(([, part]) => part.name);
}

/** The keys, one or two deep, whose values differ. */
function differingKeys(before: PlanValue, after: PlanValue): readonly string[] {
  if (!isObject(before) || !isObject(after)) return sameValue(before, after) ? [] : ['value'];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter((key) => !sameValue(before[key], after[key]))
    .flatMap((key) =>
      key === 'typeProperties' || key === 'inputs'
        ? innerKeys(before[key], after[key], key)
        : [oneLine(key)],
    );
}

function innerKeys(
  before: PlanValue | undefined,
  after: PlanValue | undefined,
  key: string,
): readonly string[] {
  return isObject(before) && isObject(after) ? differingKeys(before, after) : [key];
}

/** Whether two values are the same, whatever the order of their keys. */
export function sameValue(one: PlanValue | undefined, other: PlanValue | undefined): boolean {
  if (one === other) return true;
  if (isList(one) && isList(other)) {
    return one.length === other.length && one.every((item, index) => sameValue(item, other[index]));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameValue(one[key], other[key]))
  );
}

function hasSensitive(value: PlanValue): boolean {
  if (value === Sensitive.VALUE) return true;
  const inner = isList(value) ? value : isObject(value) ? Object.values(value) : [];
  return inner.some(hasSensitive);
}
