import { type Finding, Is, mismatches, type Rule, type Shape } from '../../../core/validation';
import type { IDatastore } from '../datastore-types';

export const DATASTORE = Is.having('a datastore', 'datastoreId', 'datastoreName');

/** A path within a datastore. A slash at its start would be part of the name of a folder. */
export function datastorePathRule<K extends string>(
  property: K,
): Rule<{ readonly [P in K]: string }> {
  return {
    code: 'DatastorePathInvalid',
    check: (props) =>
      mismatches(props[property], /^(?!\/)/)
        ? { property, must: 'not start with a slash', got: props[property] }
        : undefined,
  };
}

/** Expressions of Terraform and tokens of cdktf, in which these characters are no part of a name. */
const EXPRESSION = /\$\{[^}]*\}/g;

/**
 * v1 took patterns; the service takes them for the name of a file, which is then missing when a job starts.
 *
 * @param characters what makes a pattern; in a URL a question mark does not
 */
export function datastorePatternFinding(
  property: string,
  path: string,
  characters = /[*?]/,
): Finding | undefined {
  return characters.test(path.replace(EXPRESSION, ''))
    ? {
        property,
        must: 'name one file or folder, without patterns such as *.csv',
        got: path,
        fix: 'give the folder that the files are in, or an mltable, whose MLTable file may hold the pattern',
      }
    : undefined;
}

interface PathOnDatastore {
  readonly datastore: IDatastore;
  readonly relativePath: string;
}

export const DATASTORE_PATH_SHAPE: Shape<PathOnDatastore> = {
  datastore: DATASTORE,
  relativePath: Is.string,
};

export const DATASTORE_PATH_RULES: readonly Rule<PathOnDatastore>[] = [
  datastorePathRule('relativePath'),
];
