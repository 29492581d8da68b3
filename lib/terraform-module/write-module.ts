import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UnscopedValidationError, type Problem } from '../core/errors';
import { problem } from '../core/validation';
import { memberOf, recordOf } from '../review/read/json-values';

/** Lists what was written, so that nothing else is overwritten or removed. */
const MANIFEST = '.cdktf-azureml-module.json';

/** A path within the module that leads nowhere else. */
const INSIDE = /^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))(?!.*[\\:])/;

/** What a write came to. */
export interface WrittenModule {
  /** How many files are new, or have other contents than before. */
  readonly changed: number;
  /** How many files of an earlier write were removed. */
  readonly removed: number;
}

/**
 * Writes a module in the place of an earlier one, and nothing where a file is not of that or was edited since. Files of
 * other names stay as they are.
 *
 * @throws UnscopedValidationError ModuleFileForeign, ModuleFileEdited, ModuleManifestInvalid, ModuleOutputInvalid
 */
export function writeModule(out: string, files: ReadonlyMap<string, Buffer>): WrittenModule {
  const folder = resolve(out);
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    refuse([problem('ModuleOutputInvalid', { property: 'out', must: 'be a folder', got: out })]);
  }
  const before = manifestIn(folder);
  const stale = [...before.keys()].filter((path) => !files.has(path));
  refuse([...files.keys(), ...stale].flatMap((path) => conflict(folder, path, before)));
  const changed = [...files].filter(([path, content]) => hashAt(folder, path) !== hashOf(content));
  for (const [path, content] of changed) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  for (const path of stale) remove(folder, path);
  const manifest = { files: Object.fromEntries([...files].map(([p, c]) => [p, hashOf(c)])) };
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return { changed: changed.length, removed: stale.length };
}

function manifestIn(folder: string): ReadonlyMap<string, unknown> {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) return new Map();
  const listed = Object.entries(recordOf(memberOf(parsed(file), 'files')));
  return listed.every(([path]) => INSIDE.test(path)) ? new Map(listed) : invalidManifest(file);
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return invalidManifest(file);
  }
}

function invalidManifest(file: string): never {
  throw new UnscopedValidationError([
    problem('ModuleManifestInvalid', {
      property: MANIFEST,
      must: 'list files within its folder, as this command writes it',
      got: file,
      fix: 'take it from version control, or write into a fresh folder',
    }),
  ]);
}

/** What is there already must be as this command left it. */
function conflict(
  folder: string,
  path: string,
  before: ReadonlyMap<string, unknown>,
): readonly Problem[] {
  const hash = hashAt(folder, path);
  if (hash === undefined || hash === before.get(path)) return [];
  return before.has(path)
    ? [
        problem('ModuleFileEdited', {
          property: path,
          must: 'be as this command wrote it, to be written again',
          got: 'other contents',
          fix: 'make the change in the stack, then remove the file',
        }),
      ]
    : [
        problem('ModuleFileForeign', {
          property: path,
          must: 'be of this command, to be overwritten',
          got: 'a file that it did not write',
          fix: 'give --out a folder of its own, or remove the file',
        }),
      ];
}

function refuse([first, ...more]: readonly Problem[]): void {
  if (first !== undefined) throw new UnscopedValidationError([first, ...more]);
}

/** Hash of the file at a path; of something that is no file, text that no hash equals. */
function hashAt(folder: string, path: string): string | undefined {
  const file = join(folder, path);
  if (!existsSync(file)) return undefined;
  return statSync(file).isFile() ? hashOf(readFileSync(file)) : 'no file';
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Removes a file, and the folders that it leaves empty. */
function remove(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true });
  let place = dirname(join(folder, path));
  while (place !== folder && isEmptied(place)) place = dirname(place);
}

function isEmptied(place: string): boolean {
  try {
    rmdirSync(place);
    return true;
  } catch {
    return !existsSync(place);
  }
}
