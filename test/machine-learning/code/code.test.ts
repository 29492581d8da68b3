import { mkdirSync, symlinkSync, utimesSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Code } from '../../../lib/machine-learning/code/code';
import { renderCodeBody } from '../../../lib/machine-learning/code/private/code-body';
import { addFiles, folderOf, type Files } from '../../support/folder';
import { codesIn, freshStack, problemsIn, tokensIn } from '../../support/stack';

const FILES: Files = { 'train.py': 'print(1)', 'lib/util.py': 'x = 1' };

function pathsIn(folder: string): readonly string[] {
  return Code.fromDirectory(folder).snapshot.files.map(({ path }) => path);
}

function hashOf(files: Files): string {
  return Code.fromDirectory(folderOf(files)).hash;
}

test('the body of a code version holds where the files are and their hash', () => {
  expect(renderCodeBody('https://stx.blob.core.windows.net/code/abc/', 'abc')).toEqual({
    properties: {
      codeUri: 'https://stx.blob.core.windows.net/code/abc/',
      isAnonymous: true,
      properties: { hash_sha256: 'abc', hash_version: '202208' },
    },
  });
});

describe('the files of code', () => {
  test('are all files below the folder, in the order of their paths', () => {
    expect(pathsIn(folderOf({ 'b.py': '', 'a/z.py': '', 'a.py': '', '.env': '' }))).toEqual([
      '.env',
      'a.py',
      'a/z.py',
      'b.py',
    ]);
  });

  test.each<[string, Files, readonly string[]]>([
    ['.gitignore', { '.gitignore': '*.log\ndata/\n!keep.log' }, ['keep.log', 'src/a.py']],
    ['.amlignore', { '.amlignore': '/src\n' }, ['data/x.csv', 'keep.log', 'x.log']],
    [
      '.amlignore alone where both are',
      { '.amlignore': 'data', '.gitignore': '*.log' },
      ['keep.log', 'src/a.py', 'x.log'],
    ],
    ['nothing', {}, ['data/x.csv', 'keep.log', 'src/a.py', 'x.log']],
  ])('are without what %s leaves out, and without ignore files', (_, ignore, expected) => {
    const files = { 'x.log': '', 'keep.log': '', 'data/x.csv': '', 'src/a.py': '' };
    expect(pathsIn(folderOf({ ...files, ...ignore }))).toEqual(expected);
  });

  test.each(['.git/HEAD', '__pycache__/a.pyc', 'lib/__pycache__/a.pyc'])(
    'never hold %s, whatever an ignore file says',
    (path) => {
      const files = { '.gitignore': '!.git/\n!__pycache__/', [path]: 'x', 'a.py': '' };
      expect(pathsIn(folderOf(files))).toEqual(['a.py']);
    },
  );

  test('are read through links, but not in circles and not to nowhere', () => {
    const folder = folderOf(FILES);
    const elsewhere = folderOf({ 'shared.py': '' });
    symlinkSync(elsewhere, join(folder, 'linked'));
    symlinkSync(join(elsewhere, 'shared.py'), join(folder, 'shared.py'));
    symlinkSync(folder, join(folder, 'lib', 'up'));
    symlinkSync(join(folder, 'lib'), join(folder, 'lib', 'self'));
    symlinkSync('loop', join(folder, 'loop'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    expect(pathsIn(folder)).toEqual(['lib/util.py', 'linked/shared.py', 'shared.py', 'train.py']);
  });

  test('may be named relative to the working directory', () => {
    const folder = folderOf(FILES);
    expect(Code.fromDirectory(relative(process.cwd(), folder)).hash).toBe(hashOf(FILES));
  });
});

describe('the hash of code', () => {
  test('is that of paths and contents, not of place and time', () => {
    const folder = folderOf({ 'lib/util.py': 'x = 1', 'train.py': 'print(1)' });
    utimesSync(join(folder, 'train.py'), 0, 0);
    expect(Code.fromDirectory(folder).hash).toBe(hashOf(FILES));
    expect(hashOf(FILES)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is not touched by what is ignored', () => {
    const ignoring = { ...FILES, '.amlignore': '*.log' };
    expect(hashOf({ ...ignoring, 'x.log': 'noise' })).toBe(hashOf(ignoring));
  });

  test('is that of the moment when the folder was read', () => {
    const folder = folderOf(FILES);
    const code = Code.fromDirectory(folder);
    addFiles(folder, { 'train.py': 'print(2)' });
    expect(code.hash).toBe(hashOf(FILES));
    expect(Code.fromDirectory(folder).hash).not.toBe(code.hash);
  });

  test.each<[string, Files]>([
    ['another byte', { ...FILES, 'train.py': 'print(2)' }],
    ['another file', { ...FILES, 'empty.py': '' }],
    ['another name', { 'run.py': 'print(1)', 'lib/util.py': 'x = 1' }],
    ['another folder', { 'train.py': 'print(1)', 'src/util.py': 'x = 1' }],
    ['contents that changed places', { 'train.py': 'x = 1', 'lib/util.py': 'print(1)' }],
  ])('differs for %s', (_, files) => {
    expect(hashOf(files)).not.toBe(hashOf(FILES));
  });

  test('does not run paths into each other', () => {
    expect(hashOf({ ab: '', c: '' })).not.toBe(hashOf({ a: '', bc: '' }));
  });
});

describe('a folder of code', () => {
  test.each<[string, () => string, string]>([
    ['that does not exist', () => join(folderOf({}), 'nowhere'), 'CodeDirectoryInvalid'],
    ['that is a file', () => join(folderOf({ a: '' }), 'a'), 'CodeDirectoryInvalid'],
    ['that no path can name', () => 'a\u0000b', 'CodeDirectoryInvalid'],
    ['that Terraform will know', () => tokensIn(freshStack()).text, 'CodeDirectoryInvalid'],
    ['without files', () => folderOf({}), 'CodeDirectoryEmpty'],
    ['without files left', () => folderOf({ a: '', '.amlignore': '*' }), 'CodeDirectoryEmpty'],
  ])('%s is refused', (_, folder, code) => {
    expect(codesIn(() => Code.fromDirectory(folder()))).toEqual([code]);
  });

  test('that cannot be read is refused with the reason', () => {
    const folder = folderOf(FILES);
    mkdirSync(join(folder, '.amlignore'));
    expect(problemsIn(() => Code.fromDirectory(folder))).toMatchObject([
      { code: 'CodeDirectoryUnreadable', must: expect.stringContaining('EISDIR') },
    ]);
  });
});
