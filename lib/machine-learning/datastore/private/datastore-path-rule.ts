import { Is, mismatches, type Rule, type Shape } from '../../../core/validation';
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
