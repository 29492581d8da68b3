import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { withKnown } from '../../../lib/review/compare/synth/known-expressions';
import { StackFiles } from '../../../lib/review/compare/synth/stack-files';
import { folderOf } from '../../support/folder';

const FOLDER = folderOf({ 'stack/assets/a.py': 'x', 'secret.txt': 'x' });
symlinkSync(join(FOLDER, 'secret.txt'), join(FOLDER, 'stack/assets/link.txt'));

const FILES = new StackFiles(join(FOLDER, 'stack'));
const NAMES = { 'each.key': 'a.py', 'each.value': 'assets/a.py' };
const MD5 = '9dd4e461268c8034f5c8564e155c67a6';

describe('expressions of a configuration', () => {
  test.each<[string, unknown]>([
    ['code/${each.key}', 'code/a.py'],
    ['${each.value == "" ? null : each.value}', 'assets/a.py'],
    ['${each.value == "" ? null : filemd5(each.value)}', MD5],
    ['${each.value == "assets/a.py" ? null : each.value}', null],
    ['${filemd5("assets/a.py")}', MD5],
    ['${filemd5("assets/none.py")}', '${filemd5("assets/none.py")}'],
    ['${upper(each.key)}', '${upper(each.key)}'],
    ['${azurerm_thing.x.id}', '${azurerm_thing.x.id}'],
    ['plain', 'plain'],
  ])('are told where they are known: %s', (text, told) => {
    expect(withKnown({ list: [text] }, NAMES, FILES)).toEqual({ list: [told] });
  });

  test.each(['../secret.txt', 'assets/link.txt', 'assets', '/etc/hostname'])(
    'read nothing outside the folder of the stack: %s',
    (path) => {
      const text = `\${filemd5("${path}")}`;
      expect(withKnown(text, {}, FILES)).toBe(text);
    },
  );

  test('read nothing where there is no folder', () => {
    expect(withKnown('${filemd5("assets/a.py")}', {}, StackFiles.NONE)).toBe(
      '${filemd5("assets/a.py")}',
    );
  });
});
