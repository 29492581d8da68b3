import { validateValue, withDefaults } from '../../core/validation';
import { DEFAULT_LIMITS, LIMIT_RULES } from '../snapshot/file-rules';
import { snapshotOf } from '../snapshot/local-directory';
import type { Snapshot } from '../snapshot/snapshot';
import type { CodeOptions } from './code-options';
import { CODE_SHAPE } from './private/code-rules';

/** The files that a step runs. */
export class Code {
  /**
   * A folder, read now: every file that its ignore files do not leave out.
   *
   * In each folder `.amlignore` counts, else `.gitignore`, with the syntax of git; below an `.amlignore`,
   * no `.gitignore` does. Links are followed, circles of them are not.
   *
   * Digests of files in folders of 500 files or 8 MiB and more are kept from one synthesis to the next, in
   * `cdktf-azureml` among the user's caches, or in the folder that the environment variable
   * `CDKTF_AZUREML_CACHE` names; `off` switches it off.
   *
   * @param directory relative to the working directory, or absolute
   * @throws UnscopedValidationError CodeDirectoryInvalid, CodeDirectoryUnreadable, CodeDirectoryEmpty,
   *   FileLimitInvalid, FileMissing, FilePathInvalid, FilePathAmbiguous, TooManyFiles, FilesTooLarge
   */
  public static fromDirectory(directory: string, options: CodeOptions = {}): Code {
    validateValue(options, CODE_SHAPE, LIMIT_RULES);
    const { includes = [], hashPaths = [] } = options;
    const limits = withDefaults(options, DEFAULT_LIMITS);
    return new Code(snapshotOf(directory, { limits, ignoring: true, includes, hashPaths }));
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
