import type { IConstruct } from 'constructs';
import { BuiltInRole } from '../../../identity/built-in-role';
import { Grant } from '../../../identity/grant';
import type { IGrantable } from '../../../identity/principal';
import type { IStorageContainer } from '../../../storage/storage-container';
import type { DataStorage } from './datastore-base';

/** The container of a workspace's blob store, called by the name of the datastore: its own is not known. */
export class BlobStoreStorage implements DataStorage {
  public constructor(
    private readonly owner: IConstruct,
    private readonly container: IStorageContainer,
  ) {}

  public grantRead(grantee: IGrantable): Grant {
    return this.grant(BuiltInRole.STORAGE_BLOB_DATA_READER, grantee);
  }

  public grantReadWrite(grantee: IGrantable): Grant {
    return this.grant(BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR, grantee);
  }

  private grant(role: BuiltInRole, grantee: IGrantable): Grant {
    return Grant.ofRole({
      grantee,
      role,
      scopeId: this.container.containerId,
      target: this.owner,
      targetName: 'datastore workspaceblobstore',
    });
  }
}
