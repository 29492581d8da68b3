import { Construct } from 'constructs';
import { ValidationError } from '../../../core/errors';
import { problem } from '../../../core/validation';
import type { Grant } from '../../../identity/grant';
import type { IGrantable } from '../../../identity/principal';
import type { IWorkspace } from '../../workspace-types';
import { DatastorePath } from '../datastore-path';
import type { IDatastore } from '../datastore-types';

/** Something with data in it that can be shared, such as a container. */
export interface DataStorage {
  grantRead(grantee: IGrantable): Grant;
  grantReadWrite(grantee: IGrantable): Grant;
}

/**
 * What every datastore has, whatever it is over.
 *
 * @jsii ignore
 */
export abstract class DatastoreBase extends Construct implements IDatastore {
  /** Name. */
  public abstract readonly datastoreName: string;
  /** The workspace it belongs to. */
  public abstract readonly workspace: IWorkspace;

  public get datastoreId(): string {
    return `${this.workspace.workspaceId}/datastores/${this.datastoreName}`;
  }

  public path(relativePath: string): DatastorePath {
    return new DatastorePath(this, relativePath);
  }

  public grantRead(grantee: IGrantable): Grant {
    return this.knownStorage(grantee).grantRead(grantee);
  }

  public grantReadWrite(grantee: IGrantable): Grant {
    return this.knownStorage(grantee).grantReadWrite(grantee);
  }

  /** Where the data is, for grants; `undefined` where it is not known or has no roles of Azure. @internal */
  protected abstract _storage(): DataStorage | undefined;

  private knownStorage(grantee: IGrantable): DataStorage {
    const storage = this._storage();
    if (storage !== undefined) return storage;
    throw new ValidationError(
      [
        problem('DatastoreStorageUnknown', {
          property: 'grantee',
          must: 'be granted the data where it is: the storage of this datastore is not known here',
          got: grantee,
          fix: 'grant on the container or the storage account, or name the container in Datastore.fromDatastoreAttributes; data outside Azure Storage has permissions of its own',
        }),
      ],
      this,
    );
  }
}
