import { readFileSync } from 'node:fs';
import { UnscopedValidationError } from '../../core/errors';
import { isUnresolved, problem } from '../../core/validation';
import { reasonOf } from '../private/file-errors';

const DEPENDENCIES = /^\s*dependencies\s*:/m;

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
    if (typeof text !== 'string' || !(isUnresolved(text) || DEPENDENCIES.test(text))) {
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
  // A number would be taken for an open file.
  if (typeof path !== 'string') throw unreadable(path, 'a path is a string');
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadable(path, reasonOf(error));
  }
}

function unreadable(path: unknown, reason: string): UnscopedValidationError {
  return new UnscopedValidationError([
    problem('CondaFileUnreadable', {
      property: 'path',
      must: `be a file that can be read (${reason})`,
      got: path,
    }),
  ]);
}
