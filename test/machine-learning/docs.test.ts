import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodesIn } from '../support/error-codes';
import { librarySources, ROOT } from '../support/repository';

const FOLDER = join(ROOT, 'docs/constructs');
const PAGE = readFileSync(join(FOLDER, 'machine-learning.md'), 'utf8');

function codesOf(files: readonly string[]): ReadonlySet<string> {
  return new Set(errorCodesIn(files.map((file) => ({ file, text: readFileSync(file, 'utf8') }))));
}

describe('docs/constructs', () => {
  test('names no code that the library does not have', () => {
    const codes = codesOf(librarySources());
    const pages = readdirSync(FOLDER).map((page) => readFileSync(join(FOLDER, page), 'utf8'));
    const named = pages.flatMap((page) =>
      [...page.matchAll(/\[(`\w+`(?:,\s`\w+`)*)\]/g)].flatMap(([, list = '']) =>
        list.split(/,\s/).map((code) => code.replaceAll('`', '')),
      ),
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((code) => !codes.has(code))).toEqual([]);
  });

  test('leads from the page of machine learning to the pages of its parts', () => {
    const parts = [
      'code',
      'compute',
      'data',
      'endpoints',
      'environments',
      'publishing',
      'schedules',
      'steps',
    ];
    expect(parts.filter((part) => !PAGE.includes(`](${part}.md`))).toEqual([]);
  });
});
