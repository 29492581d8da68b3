import { Match, Template } from 'cdktf-azureml/testing';
import { failureOf } from './failure';

function matches(pattern: unknown, found: unknown): boolean {
  const resource = { thing: { A: { value: found } } };
  const template = Template.fromJson({ resource });
  return Object.keys(template.resources('thing', { value: pattern })).length === 1;
}

describe('literals', () => {
  test.each<[string, unknown, unknown, boolean]>([
    ['equal text', 'a', 'a', true],
    ['other text', 'a', 'b', false],
    ['text that holds the pattern', 'a', 'ab', false],
    ['a number and its text', 1, '1', false],
    ['false and null', false, null, false],
    ['null and null', null, null, true],
    ['negative zero and zero', -0, 0, true],
    ['an object with more keys', { a: 1 }, { a: 1, b: 2 }, true],
    [
      'an object with more keys two levels down',
      { a: { b: { c: 1 } } },
      { a: { b: { c: 1, d: 2 }, e: 3 } },
      true,
    ],
    ['an object without the key', { a: 1 }, { b: 1 }, false],
    ['an inherited key', { toString: 'x' }, {}, false],
    ['an object and a list', { a: 1 }, [{ a: 1 }], false],
    ['the empty object and any object', {}, { a: 1 }, true],
    ['the empty object and a list', {}, [], false],
    ['equal lists', [1, 2], [1, 2], true],
    ['lists in another order', [1, 2], [2, 1], false],
    ['a shorter pattern', [1], [1, 2], false],
    ['a longer pattern', [1, 2], [1], false],
    ['the empty list and a list', [], [1], false],
    ['items with more keys', [{ a: 1 }], [{ a: 1, b: 2 }], true],
    ['a list and an object with its indices', [1], { 0: 1 }, false],
  ])('compare %s', (_, pattern, found, expected) => {
    expect(matches(pattern, found)).toBe(expected);
  });

  test.each<[string, unknown, string]>([
    ['undefined', undefined, 'undefined'],
    ['a function', (): number => 1, 'a function'],
    ['an expression', /a/, 'a RegExp'],
    ['an instance', new Map(), 'a Map'],
    ['a big integer', 1n, 'a bigint'],
  ])('that no JSON equals are refused: %s', (_, pattern, kind) => {
    const failure = failureOf(() => matches({ deep: [pattern] }, { deep: ['x'] }));
    expect(failure.code).toBe('TemplatePatternInvalid');
    expect(failure.message).toContain(`the pattern at value.deep[0] is ${kind}`);
  });
});

describe('presence', () => {
  test.each<[string, unknown, unknown, boolean]>([
    ['absent and a missing key', { a: Match.absent() }, {}, true],
    ['absent and null', { a: Match.absent() }, { a: null }, false],
    ['any value and a missing key', { a: Match.anyValue() }, {}, false],
    ['any value and null', { a: Match.anyValue() }, { a: null }, true],
    ['any value and false', { a: Match.anyValue() }, { a: false }, true],
    ['not and the value', { a: Match.not('x') }, { a: 'x' }, false],
    ['not and another value', { a: Match.not('x') }, { a: 'y' }, true],
    ['not and a missing key', { a: Match.not('x') }, {}, false],
    ['not of a partial object', Match.not({ a: 1 }), { a: 1, b: 2 }, false],
  ])('%s', (_, pattern, found, expected) => {
    expect(matches(pattern, found)).toBe(expected);
  });
});

describe('strictness', () => {
  test.each<[string, unknown, unknown, boolean]>([
    ['exact and the same', Match.exact({ a: { b: 1 } }), { a: { b: 1 } }, true],
    ['exact and a key more', Match.exact({ a: 1 }), { a: 1, b: 2 }, false],
    ['exact and a key more below', Match.exact({ a: { b: 1 } }), { a: { b: 1, c: 2 } }, false],
    ['exact and a key more in a list', Match.exact([{ a: 1 }]), [{ a: 1, b: 2 }], false],
    ['exact with absent', Match.exact({ a: 1, b: Match.absent() }), { a: 1 }, true],
    [
      'exact with a partial part',
      Match.exact({ a: Match.objectLike({ b: 1 }) }),
      { a: { b: 1, c: 2 } },
      true,
    ],
    [
      'a partial part of exact, with a key more above',
      Match.exact({ a: Match.objectLike({}) }),
      { a: {}, b: 1 },
      false,
    ],
    ['exact inside a partial object', { a: Match.exact({}) }, { a: {}, b: 1 }, true],
    ['object equals and a key more', Match.objectEquals({ a: 1 }), { a: 1, b: 2 }, false],
    ['array equals and partial items', Match.arrayEquals([{ a: 1 }]), [{ a: 1, b: 2 }], false],
    ['array equals and the same', Match.arrayEquals([{ a: 1 }, 2]), [{ a: 1 }, 2], true],
    ['not of exact and a key more', Match.not(Match.exact({ a: 1 })), { a: 1, b: 2 }, true],
  ])('%s', (_, pattern, found, expected) => {
    expect(matches(pattern, found)).toBe(expected);
  });
});

describe('lists with', () => {
  test.each<[string, readonly unknown[], unknown, boolean]>([
    ['items in order with others between', [1, 3], [0, 1, 2, 3, 4], true],
    ['items out of order', [3, 1], [1, 2, 3], false],
    ['the same item twice', [1, 1], [1, 2], false],
    ['the same item twice, there twice', [1, 1], [1, 2, 1], true],
    ['partial items', [{ a: 1 }], [{ b: 1 }, { a: 1, c: 2 }], true],
    ['no items and an empty list', [], [], true],
    ['no list', [1], 1, false],
  ])('%s', (_, items, found, expected) => {
    expect(matches(Match.arrayWith(items), found)).toBe(expected);
  });

  test('match their items partially inside an exact object', () => {
    const pattern = Match.exact({ list: Match.arrayWith([{ a: 1 }]) });
    expect(matches(pattern, { list: [0, { a: 1, b: 2 }] })).toBe(true);
  });
});

describe('strings matching', () => {
  test.each<[RegExp, unknown, boolean]>([
    [/b/, 'abc', true],
    [/^b/, 'abc', false],
    [/1/, 1, false],
  ])('%s and %p', (pattern, found, expected) => {
    expect(matches(Match.stringMatching(pattern), found)).toBe(expected);
  });

  test('give the same answer twice with a global expression', () => {
    const pattern = Match.stringMatching(/a/g);
    expect([matches(pattern, 'a'), matches(pattern, 'a')]).toEqual([true, true]);
  });
});
