import { isSame } from './is-same';
import { isMarkedObject, type MarkedValue } from './marked-value';
import { unchangedItems } from './unchanged-items';

/** Two items of lists that stand for each other, or one that has no other. */
export interface ItemPair {
  /** What the path calls it: its name, or its index. */
  readonly label: string;
  readonly before?: MarkedValue;
  readonly after?: MarkedValue;
}

type Items = readonly MarkedValue[];

/** By what things are called, the first that all items of both lists have. */
const NAME_KEYS = ['name', 'id', 'key', 'referenceName', 'activity', 'principal_id'] as const;

/** The member that tells the items of both lists apart, `undefined` where there is none. */
export function nameKeyOf(before: Items, after: Items): string | undefined {
  if (before.length === 0 && after.length === 0) return undefined;
  return NAME_KEYS.find((key) => areTold(before, key) && areTold(after, key));
}

function areTold(items: Items, key: string): boolean {
  const names = items.map((item) => nameOf(item, key));
  return names.every((name) => name !== undefined) && new Set(names).size === names.length;
}

function nameOf(item: MarkedValue, key: string): string | undefined {
  if (!isMarkedObject(item) || !Object.hasOwn(item, key)) return undefined;
  const name = item[key];
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** Items of the same name together, in the order of the former list, new ones last. */
export function alignedByName(before: Items, after: Items, key: string): readonly ItemPair[] {
  const later = new Map(after.map((item) => [nameOf(item, key) ?? '', item]));
  const former = new Set(before.map((item) => nameOf(item, key) ?? ''));
  return [
    ...before.map((item) =>
      pair(nameOf(item, key) ?? '', item, later.get(nameOf(item, key) ?? '')),
    ),
    ...[...later]
      .filter(([name]) => !former.has(name))
      .map(([name, item]) => pair(name, undefined, item)),
  ];
}

/** Items that stay together, and what lies between them one by one. */
export function alignedByContent(before: Items, after: Items): readonly ItemPair[] {
  const pairs: ItemPair[] = [];
  let [former, later] = [0, 0];
  for (const [one, other] of [...unchangedItems(before, after, isSame), END]) {
    const formerEnd = Math.min(one, before.length);
    const laterEnd = Math.min(other, after.length);
    while (former < formerEnd && later < laterEnd) {
      pairs.push(pair(String(later), before[former], after[later]));
      former += 1;
      later += 1;
    }
    for (; former < formerEnd; former += 1) pairs.push(pair(String(former), before[former]));
    for (; later < laterEnd; later += 1) pairs.push(pair(String(later), undefined, after[later]));
    former += 1;
    later += 1;
  }
  return pairs;
}

const END = [Infinity, Infinity] as const;

function pair(label: string, before?: MarkedValue, after?: MarkedValue): ItemPair {
  return {
    label,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}
