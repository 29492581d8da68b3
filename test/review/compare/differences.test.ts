import { differencesBetween } from '../../../lib/review/compare/differences';
import { marked } from '../../../lib/review/read/marks';

/** Differences, one line each. */
function told(before: unknown, after: unknown): readonly string[] {
  return differencesBetween(marked(before), marked(after)).map(
    ({ kind, path }) => `${kind} ${path.join('.')}`,
  );
}

describe('the differences of two values', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ name, type: 'Copy' }));
  test.each<[string, unknown, unknown, readonly string[]]>([
    ['the same', { x: [1] }, { x: [1] }, []],
    ['null for nothing', { x: null }, {}, []],
    ['a value', { x: 1 }, { x: 2 }, ['changed x']],
    ['another type', { x: 1 }, { x: '1' }, ['changed x']],
    ['a new named item in front', [b, c], [a, b, c], ['added a']],
    ['a removed named item', [a, b, c], [a, c], ['removed b']],
    ['a changed named item', [a, b], [a, { ...b, type: 'Web' }], ['changed b.type']],
    ['another order of named items', [a, b], [b, a], ['changed ']],
    ['a first named item', [], [a], ['added a']],
    ['an item in the middle', [1, 2, 3], [1, 9, 2, 3], ['added 1']],
    ['an item replaced', [1, 2, 3], [1, 9, 3], ['changed 1']],
    ['the last item gone', [1, 2], [1], ['removed 1']],
    [
      'JSON in a text',
      { x: '{"a":[{"name":"b","v":1}]}' },
      { x: '{ "a": [{"v":2,"name":"b"}] }' },
      ['changed x.a.b.v'],
    ],
    ['JSON in JSON', { x: '{"a":"{\\"b\\":1}"}' }, { x: '{"a":"{\\"b\\":2}"}' }, ['changed x.a.b']],
    [
      'a member named __proto__',
      JSON.parse('{"__proto__":1}'),
      JSON.parse('{"__proto__":2}'),
      ['changed __proto__'],
    ],
  ])('tells %s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  test('pairs long lists by index where comparing all would take too long', () => {
    const before = Array.from({ length: 2000 }, (_, index) => `a${String(index)}`);
    expect(
      told(
        before,
        before.map((one) => `${one}x`),
      ),
    ).toHaveLength(2000);
  });
});
