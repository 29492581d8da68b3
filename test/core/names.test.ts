import { Token } from 'cdktf';
import * as fc from 'fast-check';
import { uniqueName } from '../../lib/core/names';

describe('uniqueName', () => {
  test.each([
    ['Churn Training', { maxLength: 40 }, /^churn-training-[0-9a-f]{8}$/],
    ['Churn Training', { maxLength: 16 }, /^churn-t-[0-9a-f]{8}$/],
    ['churn-training', { maxLength: 15 }, /^churn-[0-9a-f]{8}$/],
    ['Churn', { maxLength: 24, upperCase: true }, /^Churn-[0-9a-f]{8}$/],
    ['st churn', { maxLength: 24, separator: '' }, /^stchurn[0-9a-f]{8}$/],
    ['a.b', { maxLength: 24, separator: '_' }, /^a_b_[0-9a-f]{8}$/],
    ['1st', { maxLength: 24 }, /^n1st-[0-9a-f]{8}$/],
    ['Größe', { maxLength: 24 }, /^gro-e-[0-9a-f]{8}$/],
    ['***', { maxLength: 10 }, /^n-[0-9a-f]{8}$/],
  ])('makes of %j with %j a name like %s', (prefix, limits, pattern) => {
    expect(uniqueName(prefix, 'stack/Workspace', limits)).toMatch(pattern);
  });

  test('stays the same, which published names depend on', () => {
    expect(uniqueName('churn', 'stack/Workspace', { maxLength: 24 })).toBe('churn-610efb8b');
  });

  test('keeps to length and characters for any text, and tells seeds and prefixes apart', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(
        text,
        text,
        text,
        fc.integer({ min: 10, max: 60 }),
        (prefix, seed, other, maxLength) => {
          const name = uniqueName(prefix, seed, { maxLength });
          expect(name.length).toBeLessThanOrEqual(maxLength);
          expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
          expect(uniqueName(prefix, seed, { maxLength })).toBe(name);
          expect(uniqueName(prefix, other, { maxLength }) === name).toBe(other === seed);
        },
      ),
    );
  });

  test('does not confuse what belongs to the prefix with what belongs to the seed', () => {
    const limits = { maxLength: 24 };
    expect(uniqueName('a', 'bc', limits).slice(-8)).not.toBe(
      uniqueName('ab', 'c', limits).slice(-8),
    );
  });

  test('fails for tokens', () => {
    const token = Token.asString({ ref: 1 });
    expect(() => uniqueName(token, 'x', { maxLength: 24 })).toThrow(/AssumptionBroken/);
    expect(() => uniqueName('x', token, { maxLength: 24 })).toThrow(/AssumptionBroken/);
  });
});
