import {
  mkdirSync,
  readdirSync,
  renameSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { Code } from '../../../lib/machine-learning/code/code';
import type { CodeOptions } from '../../../lib/machine-learning/code/code-options';
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

const MIB = 1024 * 1024;

/** A folder with files of these sizes, in bytes, which take no room. */
function sized(sizes: Readonly<Record<string, number>>): string {
  const folder = folderOf(Object.fromEntries(Object.keys(sizes).map((name) => [name, ''])));
  for (const [name, size] of Object.entries(sizes)) truncateSync(join(folder, name), size);
  return folder;
}

const numbered = (count: number) =>
  folderOf(Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, ''])));

describe('the limits of code', () => {
  test.each<[string, () => string, CodeOptions, readonly string[]]>([
    ['2,000 files', () => numbered(2000), {}, []],
    ['2,001 files', () => numbered(2001), {}, ['TooManyFiles']],
    ['as many files as were allowed', () => numbered(3), { maxFiles: 3 }, []],
    ['one file more', () => numbered(4), { maxFiles: 3 }, ['TooManyFiles']],
    ['300 MiB', () => sized({ a: 299 * MIB, b: MIB }), {}, []],
    ['a byte more', () => sized({ a: 299 * MIB, b: MIB, c: 1 }), {}, ['FilesTooLarge']],
    ['a raised limit', () => sized({ a: 2 * MIB + 1 }), { maxSizeMiB: 2 }, ['FilesTooLarge']],
    [
      'both too many and too large',
      () => sized({ a: MIB, b: MIB }),
      { maxFiles: 1, maxSizeMiB: 1 },
      ['TooManyFiles', 'FilesTooLarge'],
    ],
  ])('with %s', (_, folder, options, codes) => {
    expect(codesIn(() => Code.fromDirectory(folder(), options))).toEqual(codes);
  });

  test('name the largest files, the largest first', () => {
    const folder = sized({ a: 1, b: 2 * MIB, c: 3 * MIB, d: 2, e: 3, f: 4, '.amlignore': 0 });
    const [problem] = problemsIn(() => Code.fromDirectory(folder, { maxSizeMiB: 4 }));
    expect(problem?.got).toContain('5.0 MiB');
    expect(problem?.fix).toMatch(
      /largest are c \(3\.0 MiB\), b \(2\.0 MiB\), f \(4 bytes\), e \(3 bytes\), d \(2 bytes\)$/,
    );
  });

  test('do not count what is ignored', () => {
    const folder = folderOf({ a: '', b: '', c: '', '.gitignore': 'b\nc' });
    expect(codesIn(() => Code.fromDirectory(folder, { maxFiles: 1 }))).toEqual([]);
  });

  test.each<[CodeOptions, string]>([
    [{ maxFiles: 0 }, 'FileLimitInvalid'],
    [{ maxSizeMiB: 0 }, 'FileLimitInvalid'],
    [{ maxFiles: 1.5 }, 'PropertyTypeInvalid'],
    [{ maxFiles: tokensIn(freshStack()).number }, 'PropertyTypeInvalid'],
    [{ includes: [tokensIn(freshStack()).text] }, 'PropertyTypeInvalid'],
  ])('cannot be %j', (options, code) => {
    expect(codesIn(() => Code.fromDirectory(folderOf(FILES), options))).toEqual([code]);
  });
});

describe('what is given beside the folder of code', () => {
  const around = () => folderOf({ 'step/a.py': '', 'shared/util/u.py': 'u', 'shared/one.py': '1' });

  test('is uploaded under its own name, without what its own ignore file leaves out', () => {
    const base = around();
    addFiles(base, { 'shared/util/.amlignore': '*.log', 'shared/util/x.log': '' });
    const code = Code.fromDirectory(join(base, 'step'), {
      includes: ['../shared/util', join(base, 'shared/one.py')],
    });
    expect(code.snapshot.files.map(({ path }) => path)).toEqual(['a.py', 'one.py', 'util/u.py']);
    expect(code.hash).toBe(hashOf({ 'a.py': '', 'one.py': '1', 'util/u.py': 'u' }));
  });

  test('counts in the hash alone where it is a hash path, wherever the folders are', () => {
    const [one, two] = [around(), around()];
    const codeIn = (base: string) =>
      Code.fromDirectory(join(base, 'step'), { hashPaths: ['../shared', 'a.py'] });
    expect(codeIn(one).hash).toBe(codeIn(two).hash);
    expect(codeIn(one).hash).not.toBe(Code.fromDirectory(join(one, 'step')).hash);
    expect(codeIn(one).snapshot.files.map(({ path }) => path)).toEqual(['a.py']);
    addFiles(two, { 'shared/util/u.py': 'v' });
    expect(codeIn(one).hash).not.toBe(codeIn(two).hash);
  });

  test.each<CodeOptions>([
    { includes: ['a.py', '../nowhere'] },
    { hashPaths: ['.', '../nowhere'] },
  ])('must be there: %j', (options) => {
    expect(
      problemsIn(() =>
        Code.fromDirectory(join(around(), 'step'), {
          ...options,
          includes: options.includes?.slice(1) ?? [],
        }),
      ),
    ).toMatchObject([{ code: 'FileMissing', got: '"../nowhere"' }]);
  });

  test('cannot take the place of a file of the folder', () => {
    const base = around();
    addFiles(base, { 'step/one.py': '' });
    const include = () =>
      Code.fromDirectory(join(base, 'step'), { includes: ['../shared/one.py'] });
    expect(codesIn(include)).toEqual(['FilePathAmbiguous']);
  });
});

describe('names of files', () => {
  const [composed, decomposed] = ['\u00E9.py', 'e\u0301.py'];

  test('are the same in both forms of Unicode, and uploaded in that of Terraform', () => {
    expect(pathsIn(folderOf({ [decomposed]: '' }))).toEqual([composed]);
    expect(hashOf({ [decomposed]: '' })).toBe(hashOf({ [composed]: '' }));
  });

  test.each<[string, () => string, string]>([
    [
      'that differ in the form of Unicode only',
      () => folderOf({ [composed]: '', [decomposed]: '' }),
      'FilePathAmbiguous',
    ],
    ['with a backslash', () => folderOf({ 'a\\b': '' }), 'FilePathInvalid'],
    ['with a control character', () => folderOf({ 'a\nb': '' }), 'FilePathInvalid'],
    ['of a folder that ends in a full stop', () => folderOf({ 'a./b': '' }), 'FilePathInvalid'],
    ['that cdktf takes for a token', () => folderOf({ 'TfToken[x]': '' }), 'FilePathInvalid'],
    ['that JavaScript would lose', () => folderOf({ ['__proto__']: '' }), 'FilePathInvalid'],
    [
      'that are no text',
      () => {
        const folder = folderOf({});
        writeFileSync(Buffer.from(`${folder}/\xff`, 'latin1'), '');
        return folder;
      },
      'FilePathInvalid',
    ],
    [
      'that are too long together',
      () => folderOf({ [`${'long/'.repeat(180)}a`]: '' }),
      'FilePathInvalid',
    ],
  ])('%s are refused', (_, folder, code) => {
    expect(codesIn(() => Code.fromDirectory(folder()))).toEqual([code]);
  });

  test.each(['${x}', '%{x}', 'a"b', '[*?]', `${'long/'.repeat(179)}abcde`])('may be %s', (name) => {
    expect(pathsIn(folderOf({ [name]: '' }))).toEqual([name]);
  });
});

describe('the digests that are kept of a large folder', () => {
  const before = process.env['CDKTF_AZUREML_CACHE'];
  const files = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [`f${String(index)}`, 'one']),
  );

  afterEach(() => {
    if (before === undefined) delete process.env['CDKTF_AZUREML_CACHE'];
    else process.env['CDKTF_AZUREML_CACHE'] = before;
  });

  test('never hide a change', async () => {
    process.env['CDKTF_AZUREML_CACHE'] = folderOf({});
    const folder = folderOf(files);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(Code.fromDirectory(folder).hash).toBe(hashOf(files));
    expect(readdirSync(process.env['CDKTF_AZUREML_CACHE'])).not.toEqual([]);
    expect(Code.fromDirectory(folder).hash).toBe(hashOf(files));
    addFiles(folder, { f7: 'two' });
    utimesSync(join(folder, 'f7'), 0, 0);
    renameSync(join(folder, 'f8'), join(folder, 'g8'));
    const { f8 = '', ...others } = files;
    expect(Code.fromDirectory(folder).hash).toBe(hashOf({ ...others, f7: 'two', g8: f8 }));
  });

  test('are not kept of a small one, and nowhere when switched off', () => {
    const cache = folderOf({});
    process.env['CDKTF_AZUREML_CACHE'] = cache;
    Code.fromDirectory(folderOf(FILES));
    process.env['CDKTF_AZUREML_CACHE'] = 'off';
    Code.fromDirectory(folderOf(files));
    expect(readdirSync(cache)).toEqual([]);
  });
});
