import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UnscopedValidationError } from '../../core/errors';
import { problem } from '../../core/validation';
import { reasonOf } from '../private/file-errors';
import { type Snapshot, takeSnapshot } from './snapshot';

/** The files that a step runs. */
export class Code {
  /**
   * A folder, read now: every file that its `.amlignore`, else its `.gitignore`, does not leave out.
   *
   * @param directory relative to the working directory, or absolute
   * @throws UnscopedValidationError CodeDirectoryInvalid, CodeDirectoryUnreadable, CodeDirectoryEmpty
   */
  public static fromDirectory(directory: string): Code {
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
    const snapshot = snapshotOf(directory);
    if (snapshot.files.length === 0) {
      throw new UnscopedValidationError([
        problem('CodeDirectoryEmpty', {
          property: 'directory',
          must: 'hold at least one file that is not ignored',
          got: directory,
        }),
      ]);
    }
    return new Code(snapshot);
  }

  private constructor(
    /** @internal */
    public readonly snapshot: Snapshot,
  ) {}

  /** SHA-256 of paths and contents, 64 lower-case hexadecimal digits. */
  public get hash(): string {
    return this.snapshot.hash;
  }
}

function snapshotOf(directory: string): Snapshot {
  try {
    return takeSnapshot(resolve(directory));
  } catch (error) {
    throw new UnscopedValidationError([
      problem('CodeDirectoryUnreadable', {
        property: 'directory',
        must: `hold files and folders that can be read (${reasonOf(error)})`,
        got: directory,
      }),
    ]);
  }
}

/** False also for what no path can be, such as text with a null character. */
function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
