import type { IDatastore } from './datastore-types';

/** Where data lies: a path of a datastore, or a URL. */
export interface IDataLocation {
  /** How Azure ML names the place, such as `azureml://datastores/raw/paths/in/`. */
  readonly uri: string;
  /**
   * The datastore that it is a path of; `undefined` for a URL.
   *
   * @jsii ignore
   */
  readonly datastore?: IDatastore;
}
