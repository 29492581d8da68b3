import { withChangedDefaults } from '../../../lib/review/compare/synth/changed-defaults';

function stack(variable: unknown, name: string) {
  return { variable: { x: variable }, resource: { a: { b: { name } } } };
}

function namesOf(pair: readonly unknown[]): readonly unknown[] {
  return pair.map((document) => (document as ReturnType<typeof stack>).resource.a.b.name);
}

describe('defaults that differ', () => {
  test.each<[string, unknown, unknown, readonly unknown[]]>([
    ['${var.x}', 'one', 'two', ['one', 'two']],
    ['${var.x}', 1, 2, [1, 2]],
    ['a-${var.x}-b', 'one', 'two', ['a-one-b', 'a-two-b']],
    ['${upper(var.x)}', 'one', 'two', ['${upper("one")}', '${upper("two")}']],
    ['a-${upper(var.x)}', true, false, ['a-${upper(true)}', 'a-${upper(false)}']],
    ['${var.x2} ${a.b.var.x}', 'one', 'two', ['${var.x2} ${a.b.var.x}', '${var.x2} ${a.b.var.x}']],
    ['var.x', 'one', 'two', ['var.x', 'var.x']],
  ])('stand in %j', (text, one, other, expected) => {
    const [base, head] = [stack({ default: one }, text), stack({ default: other }, text)];
    expect(namesOf(withChangedDefaults(base, head))).toEqual(expected);
  });

  test.each<[string, unknown, unknown]>([
    ['they are the same', { default: 'one' }, { default: 'one' }],
    ['one is not there', { default: 'one' }, {}],
    [
      'they are sensitive',
      { default: 'one', sensitive: true },
      { default: 'two', sensitive: true },
    ],
    ['one becomes sensitive', { default: 'one' }, { default: 'two', sensitive: true }],
    ['they are no plain values', { default: ['one'] }, { default: ['two'] }],
  ])('are left alone where %s', (_, one, other) => {
    const [base, head] = [stack(one, '${var.x}'), stack(other, '${var.x}')];
    expect(withChangedDefaults(base, head)).toEqual([base, head]);
  });

  test('are left alone where there is no stack', () => {
    expect(
      withChangedDefaults(undefined, stack({ default: 'one' }, '${var.x}'))[0],
    ).toBeUndefined();
  });
});
