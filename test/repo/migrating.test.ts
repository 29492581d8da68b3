import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesizeBlocks } from '../support/block-stacks';
import { codeBlocks, compileErrors } from '../support/documents';
import { ROOT } from '../support/repository';

const FILE = 'docs/migrating-from-sdk-v1.md';
const DOCUMENT = readFileSync(join(ROOT, FILE), 'utf8');
const GUIDE = join(ROOT, '../shared/reference/guide-calls.md');

/** A part of the document under one heading; Python comments look like the title, so that is none. */
interface Section {
  readonly heading: string;
  readonly text: string;
}

/** Needs the list of the calls; where it is not beside the repository, says so and skips. */
function describeGuide(name: string, tests: () => void): void {
  if (existsSync(GUIDE)) {
    describe(name, tests);
    return;
  }
  process.stderr.write('Migration guide not compared: no list of v1 calls beside the repository\n');
  describe.skip(name, tests);
}

function sectionsOf(markdown: string): readonly Section[] {
  return markdown.split(/^#{2,6} /m).map((part) => {
    const [heading = '', ...lines] = part.split('\n');
    return { heading, text: lines.join('\n') };
  });
}

function languagesOf(text: string): readonly string[] {
  return codeBlocks(FILE, text).map(({ language }) => language);
}

/** The first column of the table of the first guide: calls as people write them. */
function guideCalls(): readonly string[] {
  const [, guide = ''] = /^## Guide 1[^\n]*\n([\s\S]*?)(?=^## )/m.exec(
    readFileSync(GUIDE, 'utf8'),
  ) ?? [''];
  return [...guide.matchAll(/^\| (.*?) \|/gm)].map(([, cell = '']) => cell).slice(1);
}

/** What a section must name to show a call: the words of its code, or all of it where there is none. */
function wordsOf(call: string): readonly string[] {
  const code = [...call.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
  return code.length === 0 ? [call] : code.flatMap((span) => span.match(/[.A-Za-z_][\w.]*/g) ?? []);
}

/** Whether code names a word, as a whole; `.disable` may follow anything, and `...` says nothing. */
function names(code: string, word: string): boolean {
  const plain = word.replace(/\.+$/, '').replaceAll('.', '\\.');
  const start = word.startsWith('.') ? '' : '(?<!\\w)';
  return new RegExp(`${start}${plain}(?!\\w)`).test(code);
}

/** Calls that no section shows beside a construct. */
function missing(calls: readonly string[], markdown: string): readonly string[] {
  const shown = sectionsOf(markdown)
    .filter(({ text }) => languagesOf(text).includes('ts'))
    .map(({ text }) =>
      codeBlocks(FILE, text)
        .filter(({ language }) => language === 'python')
        .map((block) => block.text)
        .join('\n'),
    );
  return calls.filter(
    (call) => !shown.some((code) => wordsOf(call).every((word) => names(code, word))),
  );
}

describeGuide('every call of the first v1 guide', () => {
  test('stands beside a construct, all its arguments in one section', () => {
    const calls = guideCalls();
    expect(calls.length).toBeGreaterThan(20);
    expect(missing(calls, DOCUMENT)).toEqual([]);
  });

  test('would be missed without its argument, its section or the construct', () => {
    const upload = guideCalls().filter((call) => call.includes('upload_files'));
    expect(upload).toHaveLength(1);
    const [section] = sectionsOf(DOCUMENT).filter(({ heading }) => heading === 'Uploads');
    const text = section?.text ?? '';
    expect(missing(upload, DOCUMENT.replace('overwrite=True', ''))).toEqual(upload);
    expect(missing(upload, DOCUMENT.replace(text, ''))).toEqual(upload);
    expect(missing(upload, DOCUMENT.replace(text, text.replaceAll('```ts', '```text')))).toEqual(
      upload,
    );
  });
});

describe('the migration guide', () => {
  const blocks = codeBlocks(FILE).filter(({ language }) => language === 'ts');

  test('shows a construct for each v1 call that it shows', () => {
    const alone = sectionsOf(DOCUMENT).filter(({ text }) => {
      const languages = languagesOf(text);
      return languages.includes('python') && !languages.includes('ts');
    });
    expect(alone.map(({ heading }) => heading)).toEqual([]);
  });

  test('compiles', () => {
    expect(blocks.length).toBeGreaterThan(20);
    expect(compileErrors(blocks)).toEqual([]);
  });

  test('synthesizes, each block in a stack of its own', () => {
    expect(synthesizeBlocks(blocks)).toHaveLength(blocks.length);
  });

  test('would not synthesize with a script that is not there', () => {
    const wrong = blocks
      .filter(({ text }) => text.includes('reuse: false'))
      .map((block) => ({ ...block, text: block.text.replace("'train.py'", "'trian.py'") }));
    expect(() => synthesizeBlocks(wrong)).toThrow(/^line \d+: .*StepScriptMissing/);
  });

  test('would not compile with the words of v1', () => {
    const old = blocks
      .filter(({ text }) => text.includes('reuse: false'))
      .map((block) => ({ ...block, text: block.text.replace('reuse:', 'allowReuse:') }));
    expect(old).toHaveLength(1);
    expect(compileErrors(old)).toEqual([expect.stringContaining('allowReuse')]);
  });

  test('links to headings that it has', () => {
    const anchors = sectionsOf(DOCUMENT).map(({ heading }) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w\- ]/g, '')
        .replaceAll(' ', '-'),
    );
    const linked = [...DOCUMENT.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
    expect(linked.length).toBeGreaterThan(20);
    expect(linked.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
  });
});
