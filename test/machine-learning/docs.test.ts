import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodesIn } from '../support/error-codes';
import { librarySources, ROOT } from '../support/repository';

const PAGE = readFileSync(join(ROOT, 'docs/constructs/machine-learning.md'), 'utf8');

function codesOf(files: readonly string[]): readonly string[] {
  return errorCodesIn(files.map((file) => ({ file, text: readFileSync(file, 'utf8') })));
}

describe('docs/constructs/machine-learning.md', () => {
  const own = librarySources().filter((file) => file.includes('/lib/machine-learning/'));

  test('names every code that machine learning raises', () => {
    expect(codesOf(own).length).toBeGreaterThan(40);
    expect(codesOf(own).filter((code) => !PAGE.includes(`\`${code}\``))).toEqual([]);
  });

  test('names no code that the library does not have', () => {
    const named = [...PAGE.matchAll(/\[(`\w+`(?:,\s`\w+`)*)\]/g)].flatMap(([, list = '']) =>
      list.split(/,\s/).map((code) => code.replaceAll('`', '')),
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((code) => !codesOf(librarySources()).includes(code))).toEqual([]);
  });
});
