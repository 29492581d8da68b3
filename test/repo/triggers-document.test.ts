import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/repository';

const CALLS = join(ROOT, '..', 'shared', 'reference', 'guide-calls.md');

/** The first cells of the rows of tables, without heads and lines. */
function firstCells(markdown: string): readonly string[] {
  return (
    markdown
      .split('\n')
      .filter((line) => line.startsWith('| ') && !/^\| *-/.test(line))
      .map((line) => (/^\| ((?:\\\||[^|])*)\|/.exec(line)?.[1] ?? '').trim())
      // The formatter spells emphasis in its own way.
      .map((cell) => cell.replaceAll(/\*([^*]+)\*/g, '_$1_'))
  );
}

const document = readFileSync(join(ROOT, 'docs', 'triggers.md'), 'utf8');

describe('docs/triggers.md', () => {
  const isHere = existsSync(CALLS);
  const check = isHere ? test : test.skip;

  check(
    `has a row for every call of the second guide${isHere ? '' : ' (its list is not at hand)'}`,
    () => {
      const [, guide = ''] = readFileSync(CALLS, 'utf8').split('## Guide 2');
      const calls = firstCells(guide).filter((cell) => cell !== 'v1');
      expect(calls.length).toBeGreaterThan(10);
      const rows = firstCells(document);
      expect(calls.filter((call) => !rows.includes(call))).toEqual([]);
    },
  );

  test('decides between time, polling, push and orchestration, for both generations', () => {
    const rows = document.split('\n').filter((line) => line.startsWith('| '));
    for (const way of ['Time', 'Polling', 'Push', 'Orchestration']) {
      const row = rows.find((line) => line.startsWith(`| ${way}`));
      expect(row).toMatch(/v1.*v2|v2.*v1/);
    }
  });

  test('shows a picture that can be read in light and in dark', () => {
    const [, picture = ''] = /!\[[^\]]+\]\((picture\/[\w-]+\.svg)\)/.exec(document) ?? [];
    const svg = readFileSync(join(ROOT, 'docs', picture), 'utf8');
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).toMatch(/<title[^>]*>.+<\/title>/);
  });
});
