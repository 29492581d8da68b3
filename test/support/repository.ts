import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of this repository. */
export const ROOT = join(__dirname, '..', '..');

/** Every TypeScript file of the library, as an absolute path. */
export function librarySources(): readonly string[] {
  return readdirSync(join(ROOT, 'lib'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(ROOT, 'lib', file))
    .sort();
}

/** The folders of the examples, by name. */
export function exampleNames(): readonly string[] {
  return readdirSync(join(ROOT, 'examples'), { withFileTypes: true })
    .filter((entry) => existsSync(join(ROOT, 'examples', entry.name, 'main.ts')))
    .map((entry) => entry.name)
    .sort();
}

/** Every file that is or would be in a commit, relative to the root. */
export function trackedFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return listed.split('\0').filter((file) => file !== '' && existsSync(join(ROOT, file)));
}
