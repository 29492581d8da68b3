import { basename, resolve } from 'node:path';
import { UnscopedValidationError } from '../../core/errors';
import { problem, validateValue, withDefaults } from '../../core/validation';
import { DEFAULT_LIMITS, LIMIT_RULES } from '../snapshot/file-rules';
import { listedFiles, portablePath, reading, snapshotOf } from '../snapshot/local-directory';
import { type Snapshot, takeSnapshot } from '../snapshot/snapshot';
import { UPLOAD_FILES_SHAPE, UPLOAD_LIMITS_SHAPE } from './private/datastore-upload-rules';

/** How much may be uploaded. */
export interface UploadLimits {
  /**
   * How many files may be uploaded. At least 1, inclusive.
   *
   * @default 2000
   */
  readonly maxFiles?: number;
  /**
   * How much the files may hold together, in MiB, inclusive. At least 1.
   *
   * @default 300
   */
  readonly maxSizeMiB?: number;
}

/** How listed files are uploaded. */
export interface UploadFilesOptions extends UploadLimits {
  /**
   * Folder from which on the paths of files are kept, such as `data` for `data/2026/a.csv` to become
   * `2026/a.csv` (v1: `relative_root`). All files must be in it.
   *
   * @default - none: each file has its own name only
   */
  readonly relativeRoot?: string;
}

/** Local files that are uploaded to a datastore. */
export class UploadSource {
  /**
   * All files below a folder, read now. Ignore files do not count and are uploaded too (v1: `upload`).
   *
   * @param directory relative to the working directory, or absolute
   * @throws UnscopedValidationError CodeDirectoryInvalid, CodeDirectoryUnreadable, CodeDirectoryEmpty,
   *   FileLimitInvalid, FilePathInvalid, FilePathAmbiguous, TooManyFiles, FilesTooLarge
   */
  public static fromDirectory(directory: string, limits: UploadLimits = {}): UploadSource {
    validateValue(limits, UPLOAD_LIMITS_SHAPE, LIMIT_RULES);
    const content = { limits: withDefaults(limits, DEFAULT_LIMITS), ignoring: false };
    return new UploadSource(snapshotOf(directory, content));
  }

  /**
   * Listed files, read now (v1: `upload_files`).
   *
   * @param files relative to the working directory, or absolute
   * @throws UnscopedValidationError UploadFilesEmpty, UploadOutsideRoot, FileMissing, CodeDirectoryUnreadable,
   *   FileLimitInvalid, FilePathInvalid, FilePathAmbiguous, TooManyFiles, FilesTooLarge
   */
  public static fromFiles(files: string[], options: UploadFilesOptions = {}): UploadSource {
    validateValue({ files, ...options }, UPLOAD_FILES_SHAPE, LIMIT_RULES);
    if (files.length === 0) {
      throw new UnscopedValidationError([
        problem('UploadFilesEmpty', {
          property: 'files',
          must: 'name at least one file',
          got: files,
        }),
      ]);
    }
    const nameOf = (source: string) => nameBelow(options.relativeRoot, source);
    const limits = withDefaults(options, DEFAULT_LIMITS);
    const directory = process.cwd();
    return new UploadSource(
      reading(directory, () =>
        takeSnapshot({
          directory,
          files: listedFiles(directory, 'files', files, nameOf),
          limits,
        }),
      ),
    );
  }

  private constructor(
    /** @internal */
    public readonly snapshot: Snapshot,
  ) {}
}

function nameBelow(root: string | undefined, source: string): string {
  if (root === undefined) return basename(source).normalize('NFC');
  const path = portablePath(resolve(root), source);
  if (path !== '' && !/^\.\.(?:\/|$)/.test(path)) return path;
  throw new UnscopedValidationError([
    problem('UploadOutsideRoot', {
      property: 'files',
      must: `be below ${root}, the root of their paths`,
      got: source,
      fix: 'give a root that all files are below, or none',
    }),
  ]);
}
