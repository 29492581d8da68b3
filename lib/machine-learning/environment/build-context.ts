import { UnscopedValidationError } from '../../core/errors';
import { problem, validateValue, withDefaults } from '../../core/validation';
import { DEFAULT_LIMITS, LIMIT_RULES } from '../snapshot/file-rules';
import { snapshotOf } from '../snapshot/local-directory';
import type { Snapshot } from '../snapshot/snapshot';
import { BUILD_CONTEXT_SHAPE } from './private/build-context-rules';

/** How a {@link BuildContext} is built, and how much may be uploaded. */
export interface BuildContextOptions {
  /**
   * The Dockerfile, by its path within the folder, with forward slashes.
   *
   * @default Dockerfile
   */
  readonly dockerfile?: string;
  /**
   * How many files may be uploaded. At least 1, inclusive.
   *
   * @default 2000
   */
  readonly maxFiles?: number;
  /**
   * How much the uploaded files may hold together, in MiB, inclusive. At least 1.
   *
   * @default 300
   */
  readonly maxSizeMiB?: number;
}

/** A folder with a Dockerfile, from which Azure ML builds an image. */
export class BuildContext {
  /**
   * A folder, read now: every file that its ignore files do not leave out, as in `Code.fromDirectory`.
   *
   * @param directory relative to the working directory, or absolute
   * @throws UnscopedValidationError BuildContextDockerfileMissing, CodeDirectoryInvalid,
   *   CodeDirectoryUnreadable, CodeDirectoryEmpty, FileLimitInvalid, FilePathInvalid, FilePathAmbiguous,
   *   TooManyFiles, FilesTooLarge
   */
  public static fromDirectory(directory: string, options: BuildContextOptions = {}): BuildContext {
    validateValue(options, BUILD_CONTEXT_SHAPE, LIMIT_RULES);
    const { dockerfile, ...limits } = withDefaults(options, {
      ...DEFAULT_LIMITS,
      dockerfile: 'Dockerfile',
    });
    const snapshot = snapshotOf(directory, { limits, ignoring: true });
    if (!snapshot.files.some(({ path }) => path === dockerfile)) {
      throw new UnscopedValidationError([
        problem('BuildContextDockerfileMissing', {
          property: 'dockerfile',
          must: `be a file in ${directory} that is not ignored`,
          got: dockerfile,
        }),
      ]);
    }
    return new BuildContext(snapshot, dockerfile);
  }

  private constructor(
    /** @internal */
    public readonly snapshot: Snapshot,
    /** Path of the Dockerfile within the folder. */
    public readonly dockerfile: string,
  ) {}

  /** SHA-256 of paths and contents, 64 lower-case hexadecimal digits. */
  public get hash(): string {
    return this.snapshot.hash;
  }
}
