import { readFileSync } from 'node:fs';
import { UnscopedValidationError } from '../../core/errors';
import { problem } from '../../core/validation';

/** A conda specification: the packages of an environment. */
export class CondaFile {
  /**
   * A file, read now.
   *
   * @param path relative to the working directory, or absolute
   * @throws UnscopedValidationError CondaFileUnreadable, CondaFileInvalid
   */
  public static fromFile(path: string): CondaFile {
    return new CondaFile(read(path), path);
  }

  /**
   * The text itself, YAML.
   *
   * @throws UnscopedValidationError CondaFileInvalid
   */
  public static fromText(text: string): CondaFile {
    return new CondaFile(text, 'text');
  }

  private constructor(
    /** The YAML, with line ends as on Unix. */
    public readonly text: string,
    source: string,
  ) {
    if (typeof text !== 'string' || !/^\s*dependencies\s*:/m.test(text)) {
      throw new UnscopedValidationError([
        problem('CondaFileInvalid', {
          property: source,
          must: 'be a conda specification in YAML with a list of dependencies',
          got: text,
        }),
      ]);
    }
    this.text = text.replaceAll('\r\n', '\n');
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UnscopedValidationError([
      problem('CondaFileUnreadable', {
        property: 'path',
        must: `be a file that can be read (${error instanceof Error ? error.message : 'unknown error'})`,
        got: path,
      }),
    ]);
  }
}
