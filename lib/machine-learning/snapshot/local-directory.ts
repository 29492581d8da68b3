import { statSync } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import { UnscopedValidationError, ValidationError } from '../../core/errors';
import { problem } from '../../core/validation';
import { reasonOf } from '../private/file-errors';
import { type FileLimits } from './file-rules';
import { filesAt, filesBelow, type FoundFile } from './found-files';
import { type Snapshot, takeSnapshot } from './snapshot';

/** What a snapshot of a folder takes in. */
export interface DirectoryContent {
  readonly limits: FileLimits;
  /** Whether ignore files count. */
  readonly ignoring: boolean;
  /** Files and folders that are added under their own names. */
  readonly includes?: readonly string[];
  /** Files and folders that count in the hash alone. */
  readonly hashPaths?: readonly string[];
}

/**
 * A snapshot of a folder, taken now.
 *
 * @throws UnscopedValidationError CodeDirectoryInvalid, CodeDirectoryUnreadable, CodeDirectoryEmpty,
 *   FileMissing and what {@link takeSnapshot} throws
 */
export function snapshotOf(directory: string, content: DirectoryContent): Snapshot {
  if (typeof directory !== 'string' || !isDirectory(directory)) {
    throw new UnscopedValidationError([
      problem('CodeDirectoryInvalid', {
        property: 'directory',
        must: 'be a folder that exists',
        got: directory,
        fix: 'start from __dirname to be independent of the working directory',
      }),
    ]);
  }
  const snapshot = reading(directory, () => taken(resolve(directory), content));
  if (snapshot.files.length === 0) {
    throw new UnscopedValidationError([
      problem('CodeDirectoryEmpty', {
        property: 'directory',
        must: 'hold at least one file that is not ignored',
        got: directory,
      }),
    ]);
  }
  return snapshot;
}

/**
 * Listed files and folders, relative to a folder.
 *
 * @param nameOf the path of each within the snapshot
 * @throws UnscopedValidationError FileMissing
 */
export function listedFiles(
  directory: string,
  property: string,
  paths: readonly string[],
  nameOf: (source: string) => string,
): readonly FoundFile[] {
  return paths.flatMap((path, index) => {
    const source = resolve(directory, path);
    const files = filesAt(source, nameOf(source));
    if (files !== undefined) return files;
    throw new UnscopedValidationError([
      problem('FileMissing', {
        property: `${property}[${String(index)}]`,
        must: `be a file or folder that exists, from ${directory} on`,
        got: path,
      }),
    ]);
  });
}

/** What reading files comes to; what the file system refuses is a problem of the caller's. */
export function reading<T>(directory: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (ValidationError.isValidationError(error)) throw error;
    throw new UnscopedValidationError([
      problem('CodeDirectoryUnreadable', {
        property: 'directory',
        must: `hold files and folders that can be read (${reasonOf(error)})`,
        got: directory,
      }),
    ]);
  }
}

/** The path from one folder to a place, as it is written on all systems. */
export function portablePath(from: string, to: string): string {
  return relative(from, to).split(sep).join('/').normalize('NFC');
}

function taken(
  directory: string,
  { limits, ignoring, includes = [], hashPaths = [] }: DirectoryContent,
): Snapshot {
  const included = listedFiles(directory, 'includes', includes, (source) =>
    basename(source).normalize('NFC'),
  );
  return takeSnapshot({
    directory,
    files: [...filesBelow(directory, '', ignoring), ...included],
    counted: listedFiles(directory, 'hashPaths', hashPaths, (source) =>
      portablePath(directory, source),
    ),
    limits,
  });
}

/** False also for what no path can be, such as text with a null character. */
function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
