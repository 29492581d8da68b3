import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { exampleNames, ROOT } from '../support/repository';

const EXAMPLES = exampleNames();

describe('synthesis', () => {
  test.each(EXAMPLES)('of %s is byte-identical in two folders of different depth', (name) => {
    expect(synthesizedIn('a', name)).toEqual(synthesizedIn('deeper/b', name));
  });

  test('of another example is not, so that the comparison means something', () => {
    const [first = '', second = ''] = EXAMPLES;
    expect(synthesizedIn('a', first)).not.toEqual(synthesizedIn('a', second));
  });
});

/** Every file that a copy of an example synthesizes, by its path. */
function synthesizedIn(place: string, name: string): ReadonlyMap<string, string> {
  const folder = join(mkdtempSync(join(tmpdir(), 'determinism-')), place);
  mkdirSync(folder, { recursive: true });
  cpSync(join(ROOT, 'examples', name), join(folder, name), { recursive: true });
  cpSync(join(ROOT, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  symlinkSync(join(ROOT, 'dist'), join(folder, 'dist'));
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/ts-node/dist/bin.js'), join(name, 'main.ts')],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, CDKTF_OUTDIR: 'cdktf.out' } },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return filesIn(join(folder, 'cdktf.out'));
}

function filesIn(root: string): ReadonlyMap<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [relative(root, path), readFileSync(path, 'utf8')];
    }),
  );
}
