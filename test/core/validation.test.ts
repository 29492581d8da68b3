import { Lazy, TerraformLocal } from 'cdktf';
import { Construct } from 'constructs';
import { ValidationError } from '../../lib/core/errors';
import {
  Is,
  isOutside,
  mismatches,
  problemsOf,
  type PropertyType,
  type Rule,
  type Shape,
  validateProps,
  validateValue,
  withDefaults,
} from '../../lib/core/validation';
import { plainStack } from './evaluate';

interface Props {
  readonly name: string;
  readonly size?: number;
}

const SHAPE: Shape<Props> = { name: Is.text, size: Is.optional(Is.integer) };

const RULES: readonly Rule<Props>[] = [
  {
    code: 'SizeOutOfRange',
    check: ({ size }) =>
      isOutside(size, 1, 4)
        ? { property: 'size', must: 'be between 1 and 4, inclusive', got: size, fix: 'use 4' }
        : undefined,
  },
  {
    code: 'NameInvalid',
    check: ({ name }) =>
      mismatches(name, /^[a-z]+$/)
        ? { property: 'name', must: 'be lower-case', got: name }
        : undefined,
  },
];

function codesOf(props: unknown): readonly string[] {
  return problemsOf(props, SHAPE, RULES).map(({ code, property }) => `${code} ${property}`);
}

const token = new TerraformLocal(plainStack(), 'l', 1);

describe('problemsOf', () => {
  test.each<[unknown, readonly string[]]>([
    [{ name: 'a' }, []],
    [{ name: 'a', size: 1 }, []],
    [{ name: 'a', size: 4 }, []],
    [{ name: 'a', size: undefined }, []],
    [{ name: 'a', size: 0 }, ['SizeOutOfRange size']],
    [{ name: 'a', size: 5 }, ['SizeOutOfRange size']],
    [{ name: 'A', size: 5 }, ['SizeOutOfRange size', 'NameInvalid name']],
    [{ size: 5 }, ['PropertyMissing name']],
    [{ name: '', size: '5' }, ['PropertyTypeInvalid name', 'PropertyTypeInvalid size']],
    [{ name: null }, ['PropertyTypeInvalid name']],
    [undefined, ['PropertiesMissing props']],
    ['a', ['PropertiesMissing props']],
    [[], ['PropertiesMissing props']],
  ])('finds in %j %j', (props, codes) => {
    expect(codesOf(props)).toEqual(codes);
  });

  test('accepts tokens, which no rule can read', () => {
    expect(codesOf({ name: token.asString, size: token.asNumber })).toEqual([]);
    expect(codesOf({ name: Lazy.stringValue({ produce: () => 'A' }) })).toEqual([]);
    expect(codesOf({ name: `X-${token.asString}` })).toEqual([]);
  });
});

describe('validateProps and validateValue', () => {
  test('throw once, naming every problem, with the path of the construct if there is one', () => {
    const scope = new Construct(plainStack(), 'Cpu');
    const props = { name: 'A', size: 9 };
    expect(() => {
      validateProps(scope, props, SHAPE, RULES);
    }).toThrow(/^core\/Cpu: 2 problems\n.*use 4 \[SizeOutOfRange\]\n.*\[NameInvalid\]$/);
    expect(() => {
      validateValue(props, SHAPE, RULES);
    }).toThrow(/^2 problems/);
    expect(() => {
      validateValue({}, SHAPE);
    }).toThrow(ValidationError);
  });

  test('pass what is right', () => {
    expect(() => {
      validateProps(plainStack(), { name: 'a' }, SHAPE, RULES);
    }).not.toThrow();
    expect(() => {
      validateValue({ name: 'a' }, SHAPE);
    }).not.toThrow();
  });
});

describe('types of properties', () => {
  test.each<[string, PropertyType, readonly unknown[], readonly unknown[]]>([
    ['string', Is.string, ['', 'a'], [1, null, ['a']]],
    ['text', Is.text, ['a', ' '], ['', 1]],
    ['number', Is.number, [0, -1.5], [NaN, Infinity, '1']],
    ['integer', Is.integer, [0, -5], [0.5, 2 ** 53, '1']],
    ['boolean', Is.boolean, [true, false], ['true', 0, null]],
    ['object', Is.object, [{}, { a: 1 }], [null, [], 'a']],
    ['one of', Is.oneOf(['a', 1]), ['a', 1], ['b', '1', null]],
    ['list', Is.list(Is.integer), [[], [1, 2]], [[1, 'a'], 1, {}]],
    ['map', Is.map(Is.text), [{}, { a: 'b' }], [{ a: '' }, [], null]],
    ['having', Is.having('a thing', 'id'), [{ id: 1 }, { id: undefined }], [{}, null, 'id']],
  ])('%s accepts what it says, and any token of its kind', (_, type, right, wrong) => {
    for (const value of right) expect(type.accepts(value)).toBe(true);
    for (const value of wrong) expect(type.accepts(value)).toBe(false);
    expect(type.name).not.toBe('');
  });

  test('accept tokens of every kind, items of lists and maps among them', () => {
    const tokens: readonly [PropertyType, unknown][] = [
      [Is.text, token.asString],
      [Is.integer, token.asNumber],
      [Is.boolean, token.asBoolean],
      [Is.oneOf(['a']), token.asString],
      [Is.list(Is.text), token.asList],
      [Is.list(Is.text), [token.asString, 'a']],
      [Is.map(Is.text), token.asStringMap],
      [Is.map(Is.text), { a: token.asString }],
    ];
    for (const [type, value] of tokens) expect(type.accepts(value)).toBe(true);
  });

  test.each<[PropertyType, unknown]>([
    [Is.text, token.asNumber],
    [Is.text, token.asBoolean],
    [Is.integer, token.asString],
    [Is.list(Is.text), token.asString],
    [Is.map(Is.text), token.asBoolean],
    [Is.object, token.asBoolean],
    [Is.known(Is.boolean), token.asBoolean],
    [Is.known(Is.oneOf(['a'])), token.asString],
  ])('refuse tokens of another kind, and any where the value must be known', (type, value) => {
    expect(type.accepts(value)).toBe(false);
  });
});

describe('isOutside', () => {
  test.each<[unknown, unknown, unknown, boolean]>([
    [0, 1, 4, true],
    [1, 1, 4, false],
    [4, 1, 4, false],
    [5, 1, 4, true],
    [5, undefined, 4, true],
    [5, 1, undefined, false],
    [undefined, 1, 4, false],
    ['0', 1, 4, false],
    [token.asNumber, 1, 4, false],
    [5, token.asNumber, 4, true],
    [5, 1, token.asNumber, false],
    [0, token.asNumber, 4, false],
  ])('is for %p between %p and %p: %p', (value, min, max, outside) => {
    expect(isOutside(value, min, max)).toBe(outside);
  });
});

describe('withDefaults', () => {
  test('fills in what is undefined, and keeps every other value, falsy ones too', () => {
    expect(withDefaults({ a: 0, b: undefined, c: '' }, { a: 1, b: 2, d: 3 })).toEqual({
      a: 0,
      b: 2,
      c: '',
      d: 3,
    });
  });

  test.each([undefined, null])(
    'gives the defaults alone for %p, for validation to name what is missing',
    (props) => {
      expect(withDefaults(props, { a: 1 })).toEqual({ a: 1 });
    },
  );
});
