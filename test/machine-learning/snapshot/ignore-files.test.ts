import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { filesBelow } from '../../../lib/machine-learning/snapshot/found-files';
import { folderOf, type Files } from '../../support/folder';

const IGNORE_FILES = ['.amlignore', '.gitignore'];

const foundIn = (files: Files): readonly string[] =>
  filesBelow(folderOf(files), '', true)
    .map(({ path }) => path)
    .sort();

/** What git would add, by its own reading of the ignore files and of nobody's settings. */
function trackedByGit(files: Files): readonly string[] {
  const cwd = folderOf(files);
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    });
  git('init', '-q');
  return git('ls-files', '--others', '--exclude-standard', '-z')
    .split('\0')
    .filter((path) => path !== '' && !IGNORE_FILES.includes(path.split('/').pop() ?? ''))
    .sort();
}

function gitAvailable(): boolean {
  try {
    execFileSync('git', ['--version']);
    return true;
  } catch {
    return false;
  }
}

const NAMES = ['a', 'b', 'a.log', 'B', 'a b', '[x]', 'x', '!x', '#x', 'é', 'à', 'à\t', 'y*', '\\z'];
const name = fc.constantFrom(...NAMES);
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
const part = fc.oneof(
  name,
  fc.constantFrom(
    '*',
    '**',
    '?',
    '*.log',
    'a*',
    '[ab]',
    '[!a]',
    '\\!x',
    '\\#x',
    'a\\ b',
    '\\[x\\]',
    'y\\*',
  ),
);
const pattern = fc
  .tuple(
    fc.constantFrom('', '', '!'),
    fc.constantFrom('', '', '/', '**/'),
    fc.array(part, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '', '/', '/**', ' ', '/*', '\r', '\t'),
  )
  .map(([negation, start, parts, end]) => `${negation}${start}${parts.join('/')}${end}`);
const ignoreFile = fc
  .array(fc.oneof(pattern, fc.constantFrom('', '# a', '/', '!', '*')), { maxLength: 5 })
  .map((lines) => lines.join('\n'));
const folder = fc.oneof(
  fc.constant(''),
  path.map((text) => `${text}/`),
);

/** Files, none of which is a folder of another, and ignore files among them. */
const tree = fc
  .tuple(
    fc.array(path, { minLength: 1, maxLength: 12 }),
    fc.array(fc.tuple(folder, ignoreFile), { maxLength: 4 }),
  )
  .map(([paths, ignores]) => {
    const all = [...paths, ...ignores.map(([below]) => `${below}.gitignore`)];
    const files = all.filter((one) => !all.some((other) => other.startsWith(`${one}/`)));
    const texts = new Map(ignores.map(([below, text]) => [`${below}.gitignore`, text]));
    return Object.fromEntries(files.map((file) => [file, texts.get(file) ?? '']));
  });

describe('ignore files', () => {
  (gitAvailable() ? test : test.skip)('leave out what git leaves out, at any depth', () => {
    fc.assert(
      fc.property(tree, (files) => {
        expect(foundIn(files)).toEqual(trackedByGit(files));
      }),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    );
  });

  test.each<[string, Files, readonly string[]]>([
    [
      'are relative to their own folder',
      { 'a/.gitignore': '/x\ny', 'a/x': '', 'a/b/x': '', 'a/b/y': '', x: '', y: '' },
      ['a/b/x', 'x', 'y'],
    ],
    [
      'of deeper folders win',
      { '.gitignore': '*.log', 'a/.gitignore': '!*.log', 'a/x.log': '', 'x.log': '' },
      ['a/x.log'],
    ],
    [
      'cannot take in again what is in a folder that is left out',
      { '.gitignore': 'a/\n!a/x', 'a/x': '', 'a/.gitignore': '!x', y: '' },
      ['y'],
    ],
    [
      'tell upper from lower case on all systems',
      { '.gitignore': 'DATA', 'data/x': '', 'b/DATA': '' },
      ['data/x'],
    ],
    ['may start with a byte order mark', { '.gitignore': '\uFEFFx', x: '', y: '' }, ['y']],
    [
      'may hold names in either form of Unicode',
      { '.gitignore': 'e\u0301\n\u00FC', '\u00E9': '', 'u\u0308': '', y: '' },
      ['y'],
    ],
    [
      'of the v1 SDK count instead of those of git, also in folders below',
      { '.amlignore': 'x', '.gitignore': 'y', 'a/.gitignore': 'z', 'a/z': '', x: '', y: '' },
      ['a/z', 'y'],
    ],
    [
      'of the v1 SDK count in a folder below those of git',
      {
        '.gitignore': 'x',
        'a/.amlignore': 'y',
        'a/.gitignore': 'z',
        'a/x': '',
        'a/y': '',
        'a/z': '',
      },
      ['a/z'],
    ],
    ['of a worktree are not uploaded', { '.git': 'gitdir: elsewhere', x: '' }, ['x']],
  ])('%s', (_, files, expected) => {
    expect(foundIn(files)).toEqual(expected);
  });
});
