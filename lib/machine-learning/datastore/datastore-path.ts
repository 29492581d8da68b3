import { validateValue } from '../../core/validation';
import type { IDataLocation } from './data-location';
import type { IDatastore } from './datastore-types';
import { DATASTORE_PATH_RULES, DATASTORE_PATH_SHAPE } from './private/datastore-path-rule';

/** A file or folder of a datastore, as `datastore.path('a/b')` gives it; v1 calls it a `DataReference`. */
export class DatastorePath implements IDataLocation {
  /** The path from the root of the datastore. */
  public readonly relativePath: string;

  /** The datastore that it is a path of. */
  public readonly datastore: IDatastore;

  /** @throws UnscopedValidationError DatastorePathInvalid */
  public constructor(datastore: IDatastore, relativePath: string) {
    const props = { datastore, relativePath };
    validateValue(props, DATASTORE_PATH_SHAPE, DATASTORE_PATH_RULES);
    this.datastore = datastore;
    this.relativePath = relativePath;
  }

  /** `azureml://datastores/<name>/paths/<path>`, which only means something within the workspace of the datastore. */
  public get uri(): string {
    return `azureml://datastores/${this.datastore.datastoreName}/paths/${this.relativePath}`;
  }
}
