import { ExpressionFault } from '../expression-fault';
import {
  byBytes,
  isList,
  isMap,
  listOf,
  mapOf,
  numberOf,
  sortedKeys,
  textOf,
  type Value,
  type ValueMap,
  wholeOf,
} from '../values';
import { atLeast, exactly, type FunctionTable } from './function-table';

/** Functions of lists and maps. */
export const COLLECTION_FUNCTIONS: FunctionTable = {
  coalesce: atLeast(1, coalesce),
  compact: exactly(1, (list) => listOf(list).filter((item) => item !== null && item !== '')),
  concat: atLeast(1, (...lists) => lists.flatMap(listOf)),
  contains: exactly(2, (list, item) => textsOf(list).includes(textOf(item))),
  distinct: exactly(1, (list) => [...new Set(textsOf(list))]),
  element: exactly(2, element),
  flatten: exactly(1, (list) => flat(listOf(list))),
  keys: exactly(1, (map) => sortedKeys(mapOf(map))),
  length: exactly(1, lengthOf),
  lookup: exactly(3, (map, key, otherwise) => {
    const [members, name] = [mapOf(map), textOf(key)];
    return Object.hasOwn(members, name) ? (members[name] ?? null) : (otherwise ?? null);
  }),
  merge: atLeast(1, (...maps) => Object.fromEntries(maps.flatMap(entriesOf))),
  one: exactly(1, one),
  reverse: exactly(1, (list) => [...listOf(list)].reverse()),
  sort: exactly(1, (list) => [...textsOf(list)].sort(byBytes)),
  tolist: exactly(1, (list) => listOf(list)),
  tomap: exactly(1, (map) => mapOf(map)),
  tonumber: exactly(1, (value) => (value === null ? null : numberOf(value))),
  toset: exactly(1, (list) => [...new Set(textsOf(list))].sort(byBytes)),
  values: exactly(1, (map) => sortedKeys(mapOf(map)).map((key) => mapOf(map)[key] ?? null)),
  zipmap: exactly(2, (keys, values) =>
    Object.fromEntries(listOf(keys).map((key, index) => [textOf(key), itemAt(values, index)])),
  ),
};

function textsOf(list: Value | undefined): readonly string[] {
  const items = listOf(list);
  if (items.every((each) => typeof each === 'string')) return items;
  throw new ExpressionFault('compare items of text only');
}

function itemAt(list: Value | undefined, index: number): Value {
  return listOf(list)[index] ?? null;
}

function coalesce(...values: readonly Value[]): Value {
  const found = values.find((value) => value !== null && value !== '');
  if (found === undefined) throw new ExpressionFault('give coalesce a value that is not empty');
  return typeof found !== 'string' && values.some((value) => typeof value === 'string')
    ? textOf(found)
    : found;
}

/** The index wraps around. */
function element(list: Value | undefined, index: Value | undefined): Value {
  const items = listOf(list);
  const at = wholeOf(index);
  if (items.length === 0) throw new ExpressionFault('read items of a list that are there');
  return items[((at % items.length) + items.length) % items.length] ?? null;
}

function flat(items: readonly Value[]): readonly Value[] {
  return items.flatMap((each) => (isList(each) ? flat(each) : [each]));
}

function lengthOf(value: Value | undefined): number {
  if (typeof value === 'string') return [...new Intl.Segmenter('en').segment(value)].length;
  return isMap(value) ? Object.keys(value).length : listOf(value).length;
}

function entriesOf(map: Value): readonly (readonly [string, Value])[] {
  return map === null ? [] : Object.entries<Value>(mapOf(map) satisfies ValueMap);
}

function one(list: Value | undefined): Value {
  const items = listOf(list);
  if (items.length > 1) throw new ExpressionFault('have one item at most where one() is used');
  return items[0] ?? null;
}
