import * as fc from 'fast-check';
import { nearest } from '../../lib/core/nearest';

const FRUIT = ['apple', 'banana', 'cherry'];

describe('nearest', () => {
  test.each([
    ['aple', 'apple'],
    ['BANANA', 'banana'],
    ['chery', 'cherry'],
    ['chrery', 'cherry'],
    ['apples', 'apple'],
    ['zzzzz', undefined],
    ['', undefined],
  ])('suggests for %j %j', (word, candidate) => {
    expect(nearest(word, FRUIT)).toBe(candidate);
  });

  test('suggests the word itself where it is a candidate', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 });
    fc.assert(
      fc.property(words, (candidates) => {
        for (const word of candidates) expect(nearest(word, candidates)).toBe(word);
      }),
    );
  });
});
