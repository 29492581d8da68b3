import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CondaFile } from '../../../lib/machine-learning/environment/conda-file';
import { codesIn, freshStack, problemsIn, tokensIn } from '../../support/stack';

describe('a conda file', () => {
  test('is read from a file, with the line ends of Unix', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'conda-')), 'conda.yaml');
    writeFileSync(path, 'name: x\r\ndependencies:\r\n  - python=3.11\r\n');
    expect(CondaFile.fromFile(path).text).toBe('name: x\ndependencies:\n  - python=3.11\n');
  });

  test.each<[string, readonly string[]]>([
    ['dependencies: []', []],
    ['name: x\n  dependencies : []', []],
    ['', ['CondaFileInvalid']],
    ['name: dependencies', ['CondaFileInvalid']],
    ['# dependencies: []', ['CondaFileInvalid']],
  ])('with the text %j: %j', (text, codes) => {
    expect(codesIn(() => CondaFile.fromText(text))).toEqual(codes);
  });

  test('may be text that only Terraform will know', () => {
    const { text } = tokensIn(freshStack());
    expect(CondaFile.fromText(text).text).toBe(text);
  });

  test('fails when it cannot be read, with the reason', () => {
    const [problem] = problemsIn(() => CondaFile.fromFile(join(tmpdir(), 'nowhere', 'conda.yaml')));
    expect(problem).toMatchObject({
      code: 'CondaFileUnreadable',
      property: 'path',
      must: expect.stringContaining('ENOENT'),
    });
  });

  test('fails on the number of an open file, which would be read until its end', () => {
    expect(codesIn(() => CondaFile.fromFile(0 as unknown as string))).toEqual([
      'CondaFileUnreadable',
    ]);
  });
});
