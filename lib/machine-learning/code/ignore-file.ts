import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as IgnorePackage from 'ignore';

/** In this order: the first that exists counts alone, as in the v1 SDK. */
const IGNORE_FILES = ['.amlignore', '.gitignore'];

/** What is never uploaded, whatever an ignore file says: history, what Python compiles, the files themselves. */
const NEVER = ['.git/', '__pycache__/', ...IGNORE_FILES];

/**
 * Which paths the ignore file in the root of a folder leaves out.
 *
 * @returns a predicate over paths within the folder, with forward slashes, folders ending in one
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-save-write-experiment-files
 */
export function ignoredBy(directory: string): (path: string) => boolean {
  const never = ignorePackage()().add(NEVER);
  const matcher = ignorePackage()();
  const file = IGNORE_FILES.map((name) => join(directory, name)).find((path) => existsSync(path));
  if (file !== undefined) matcher.add(readFileSync(file, 'utf8'));
  return (path) => never.ignores(path) || matcher.ignores(path);
}

/** Loaded only where code is read: it costs start-up time. */
function ignorePackage(): typeof IgnorePackage {
  return require('ignore') as typeof IgnorePackage;
}
