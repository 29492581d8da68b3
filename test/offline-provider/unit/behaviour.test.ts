import type { TypeBehaviour } from '../../../lib/offline-provider/behaviour/behaviour-table';
import { withDefaults } from '../../../lib/offline-provider/behaviour/defaults';
import {
  isBlockPath,
  occurrences,
  referenced,
} from '../../../lib/offline-provider/behaviour/occurrences';
import { replacementPaths } from '../../../lib/offline-provider/behaviour/replacement';
import { validateBehaviour } from '../../../lib/offline-provider/behaviour/validate';
import { azurermBehaviour, azurermSchema } from '../../../lib/offline-provider/schemas';
import { blockType, type BlockSchema } from '../../../lib/offline-provider/schema/provider-schema';
import { UNKNOWN, type ObjectValue, type Value } from '../../../lib/offline-provider/wire/value';

const ITEM: BlockSchema = { attributes: { x: { type: 'string' }, y: { type: 'string' } } };
const BLOCK: BlockSchema = {
  attributes: {
    a: { type: 'string' },
    n: { type: 'number' },
    flag: { type: 'bool' },
    names: { type: ['list', 'string'] },
  },
  block_types: {
    list: { block: ITEM, nesting_mode: 'list' },
    set: { block: ITEM, nesting_mode: 'set' },
    single: { block: ITEM, nesting_mode: 'single' },
  },
};
const EMPTY: ObjectValue = {
  a: null,
  n: null,
  flag: null,
  names: null,
  list: [],
  set: [],
  single: null,
};
const item = (x: Value, y: Value = null): ObjectValue => ({ x, y });

describe('places of a path', () => {
  test.each<[string, ObjectValue, string, readonly (readonly [string, Value])[]]>([
    ['an attribute', { ...EMPTY, a: 'v' }, 'a', [['a', 'v']]],
    [
      'each item of a block',
      { ...EMPTY, list: [item('1'), item('2')] },
      'list.x',
      [
        ['list.0.x', '1'],
        ['list.1.x', '2'],
      ],
    ],
    ['a single block', { ...EMPTY, single: item('1') }, 'single.x', [['single.x', '1']]],
    ['an absent block', EMPTY, 'list.x', []],
    ['an unknown block', { ...EMPTY, list: UNKNOWN }, 'list.x', []],
  ])('are those of %s', (_, root, path, expected) => {
    expect(occurrences(root, path).map((place) => [place.path.join('.'), place.value])).toEqual(
      expected,
    );
  });

  test('a reference through something unknown is unknown', () => {
    expect(referenced({ ...EMPTY, list: UNKNOWN }, 'list.0.x')).toBe(UNKNOWN);
    expect(referenced({ ...EMPTY, list: [item('1')] }, 'list.0.x')).toBe('1');
    expect(referenced(EMPTY, 'list.0.x')).toBeNull();
  });

  test('every path of the table names something in the schema', () => {
    const missing = Object.entries(azurermBehaviour()).flatMap(([type, behaviours]) =>
      Object.keys(behaviours)
        .filter(
          (path) => !isInSchema(azurermSchema().resource_schemas[type]?.block, path.split('.')),
        )
        .map((path) => `${type}.${path}`),
    );
    expect(missing).toEqual([]);
  });

  test('every reference of the table names something in the schema', () => {
    const missing = Object.entries(azurermBehaviour()).flatMap(([type, behaviours]) =>
      Object.values(behaviours)
        .flatMap((behaviour) => [
          ...(behaviour.conflicts_with ?? []),
          ...(behaviour.exactly_one_of ?? []),
          ...(behaviour.at_least_one_of ?? []),
          ...(behaviour.required_with ?? []),
        ])
        .filter((reference) => {
          const steps = reference.split('.').filter((step) => !/^\d+$/.test(step));
          return !isInSchema(azurermSchema().resource_schemas[type]?.block, steps);
        })
        .map((reference) => `${type}: ${reference}`),
    );
    expect(missing).toEqual([]);
  });

  test('a block is told from an attribute', () => {
    expect(isBlockPath(BLOCK, 'list')).toBe(true);
    expect(isBlockPath(BLOCK, 'list.0.x')).toBe(false);
    expect(isBlockPath(BLOCK, 'names')).toBe(false);
  });
});

/** Attributes may be objects, whose members the schema types but does not list. */
function isInSchema(block: BlockSchema | undefined, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return true;
  if (block?.attributes?.[step] !== undefined) return true;
  const nested = block?.block_types?.[step];
  return nested !== undefined && isInSchema(nested.block, rest);
}

describe('checks of a configuration', () => {
  const problems = (config: ObjectValue, behaviours: TypeBehaviour): readonly string[] =>
    validateBehaviour({ ...EMPTY, ...config }, BLOCK, behaviours).map(({ summary }) => summary);
  const CONFLICT: TypeBehaviour = { a: { conflicts_with: ['list'] } };
  const ONE: TypeBehaviour = { a: { exactly_one_of: ['a', 'list.0.x'] } };
  const ANY: TypeBehaviour = { a: { at_least_one_of: ['a', 'n'] } };
  const ALL: TypeBehaviour = { a: { required_with: ['n'] } };
  const ITEMS: TypeBehaviour = { names: { min_items: 1, max_items: 2 } };

  test.each<[string, ObjectValue, TypeBehaviour, readonly string[]]>([
    ['one of a conflict', { a: 'v' }, CONFLICT, []],
    [
      'both of a conflict',
      { a: 'v', list: [item(null)] },
      CONFLICT,
      ['Conflicting configuration arguments'],
    ],
    ['a conflict with something unknown', { a: 'v', list: UNKNOWN }, CONFLICT, []],
    ['an unknown that would conflict', { a: UNKNOWN, list: [item(null)] }, CONFLICT, []],
    ['exactly one', { a: 'v' }, ONE, []],
    ['exactly one in a block', { list: [item('1')] }, ONE, []],
    ['none of one', {}, ONE, ['Invalid combination of arguments']],
    ['two of one', { a: 'v', list: [item('1')] }, ONE, ['Invalid combination of arguments']],
    ['perhaps one', { list: UNKNOWN }, ONE, []],
    ['perhaps two', { a: 'v', list: UNKNOWN }, ONE, []],
    ['at least one', { n: 1 }, ANY, []],
    ['perhaps at least one', { n: UNKNOWN }, ANY, []],
    ['not even one', {}, ANY, ['Missing required argument']],
    ['what belongs together', { a: 'v', n: 1 }, ALL, []],
    ['nothing of it', {}, ALL, []],
    ['the other part of it', { n: 1 }, ALL, []],
    ['a part of it', { a: 'v' }, ALL, ['Missing required argument']],
    ['perhaps all of it', { a: 'v', n: UNKNOWN }, ALL, []],
    ['as many items as there must be', { names: ['a'] }, ITEMS, []],
    ['as many items as there may be', { names: ['a', 'b'] }, ITEMS, []],
    ['too few items', { names: [] }, ITEMS, ['Not enough list items']],
    ['too many items', { names: ['a', 'b', 'c'] }, ITEMS, ['Too many list items']],
    ['no items at all', { names: null }, ITEMS, []],
    ['an unknown number of items', { names: UNKNOWN }, ITEMS, []],
  ])('%s', (_, config, behaviours, expected) => {
    expect(problems(config, behaviours)).toEqual(expected);
  });

  test('a group counts the attribute that names it', () => {
    expect(problems({}, { a: { at_least_one_of: ['n'] } })).toHaveLength(1);
    expect(problems({ a: 'v' }, { a: { at_least_one_of: ['n'] } })).toEqual([]);
  });
});

describe('defaults', () => {
  test('stand only where there is nothing', () => {
    const behaviours: TypeBehaviour = { flag: { default: false }, 'list.x': { default: 'd' } };
    expect(withDefaults({ ...EMPTY, list: [item(null), item('own')] }, behaviours)).toEqual({
      ...EMPTY,
      flag: false,
      list: [item('d'), item('own')],
    });
    expect(withDefaults({ ...EMPTY, flag: UNKNOWN }, behaviours)).toMatchObject({ flag: UNKNOWN });
  });
});

describe('replacements', () => {
  const paths = (before: ObjectValue, after: ObjectValue, path: string): readonly string[] =>
    replacementPaths({ ...EMPTY, ...before }, { ...EMPTY, ...after }, blockType(BLOCK), {
      [path]: { force_new: true },
    }).map((steps) => steps.join('.'));

  test.each<[string, string, ObjectValue, ObjectValue, readonly string[]]>([
    ['an attribute that changes', 'a', { a: '1' }, { a: '2' }, ['a']],
    ['an attribute that stays', 'a', { a: '1' }, { a: '1' }, []],
    ['an attribute that goes', 'a', { a: '1' }, {}, ['a']],
    ['null and the empty text', 'a', { a: '' }, {}, []],
    ['null and false', 'flag', { flag: false }, {}, []],
    ['null and an empty list', 'names', { names: [] }, {}, []],
    ['a value that is not known yet', 'a', { a: '1' }, { a: UNKNOWN }, ['a']],
    [
      'an attribute of a block',
      'list.x',
      { list: [item('1')] },
      { list: [item('2')] },
      ['list.0.x'],
    ],
    [
      'another attribute of a block',
      'list.x',
      { list: [item('1', 'a')] },
      { list: [item('1', 'b')] },
      [],
    ],
    ['a block that goes', 'list.x', { list: [item('1')] }, { list: [] }, ['list.0.x']],
    ['the number of blocks', 'list', { list: [] }, { list: [item(null)] }, ['list']],
    ['what is in a block', 'list', { list: [item('1')] }, { list: [item('2')] }, []],
    ['an unknown block', 'list.x', { list: [item('1')] }, { list: UNKNOWN }, ['list']],
    ['an attribute of a set', 'set.x', { set: [item('1')] }, { set: [item('2')] }, ['set']],
    [
      'a set in another order',
      'set.x',
      { set: [item('1'), item('2')] },
      { set: [item('2'), item('1')] },
      [],
    ],
    [
      'an attribute of a single block',
      'single.x',
      { single: item('1') },
      { single: item('2') },
      ['single.x'],
    ],
  ])('%s', (_, path, before, after, expected) => {
    expect(paths(before, after, path)).toEqual(expected);
  });
});
