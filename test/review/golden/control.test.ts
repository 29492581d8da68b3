import { readdirSync } from 'node:fs';
import { approved, EXPECTED, expectApproved } from './expected-files';
import { CREATIONS } from './cases/creations';
import { RUNS } from './cases/runs';
import { STAKES } from './cases/stakes';
import { STATE } from './cases/state';

const CASES = [...CREATIONS, ...RUNS, ...STAKES, ...STATE];
const ENDINGS = ['json', 'md', 'svg', 'txt'];

/** Another character in the middle. */
function changed(text: string): string {
  const middle = Math.floor(text.length / 2);
  const other = text[middle] === 'x' ? 'y' : 'x';
  return `${text.slice(0, middle)}${other}${text.slice(middle + 1)}`;
}

describe('an approved review', () => {
  test.each(ENDINGS)('is compared to the last character: %s', (ending) => {
    const text = approved('step-script', ending);
    expect(text).not.toBe('');
    expectApproved('step-script', { [ending]: text }, 'compare');
    expect(() => {
      expectApproved('step-script', { [ending]: changed(text) }, 'compare');
    }).toThrow('toBe');
  });

  test('that nobody has approved is refused', () => {
    expect(() => {
      expectApproved('no-such-case', { md: 'a' }, 'compare');
    }).toThrow('toBe');
  });

  test('is there for every case, and for nothing else', () => {
    const files = CASES.flatMap(({ name }) => ENDINGS.map((ending) => `${name}.${ending}`));
    expect(readdirSync(EXPECTED).sort()).toEqual(files.sort());
  });

  test('is one of many: each case has a name of its own, and there are more than thirty', () => {
    const names = CASES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(30);
  });
});
