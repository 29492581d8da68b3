import type { IConstruct } from 'constructs';
import type { Grant } from '../../identity/grant';
import type { IGrantable } from '../../identity/principal';
import type { IStorageContainer } from '../../storage/storage-container';
import type { IWorkspace } from '../workspace-types';
import type { DatastorePath } from './datastore-path';

/** A datastore of a workspace, declared here or existing. */
export interface IDatastore extends IConstruct {
  /** ARM id as references in Azure ML spell it, `…/workspaces/<ws>/datastores/<name>`. */
  readonly datastoreId: string;
  /** Name. */
  readonly datastoreName: string;
  /** The workspace it belongs to. */
  readonly workspace: IWorkspace;
  /**
   * The blob container, or file system of Data Lake Gen2, that it is over, which files can be uploaded to.
   *
   * @default - it is over something else, or that is not known
   *
   * @jsii ignore
   */
  readonly container?: IStorageContainer | undefined;
  /**
   * A file or folder of the datastore; what v1 calls a `DataReference`.
   *
   * @param relativePath path from the root of the datastore, without a slash at its start; empty for the root
   * @throws UnscopedValidationError DatastorePathInvalid
   */
  path(relativePath: string): DatastorePath;
  /**
   * Lets somebody read the data.
   *
   * @throws ValidationError DatastoreStorageUnknown
   */
  grantRead(grantee: IGrantable): Grant;
  /**
   * Lets somebody read, write and delete the data.
   *
   * @throws ValidationError DatastoreStorageUnknown
   */
  grantReadWrite(grantee: IGrantable): Grant;
}
