import { AzapiDataResource } from '../../azapi/azapi-data-resource';
import { pinned } from '../../azapi/api-versions';
import type { IStorageAccount } from '../../storage/storage-account';
import { type IStorageContainer, StorageContainer } from '../../storage/storage-container';
import type { IWorkspace } from '../workspace-types';
import { BlobStoreStorage } from './private/blob-store-storage';
import { DatastoreBase, type DataStorage } from './private/datastore-base';

/** The blob store that every workspace has; emits nothing until its container is asked for. */
export class WorkspaceBlobStore extends DatastoreBase {
  public readonly datastoreName = 'workspaceblobstore';

  public constructor(
    public readonly workspace: IWorkspace,
    id: string,
  ) {
    super(workspace, id);
  }

  /**
   * The container, whose name has a GUID that only Azure knows: Terraform reads it from the datastore.
   * `undefined` where the storage account of the workspace is not known.
   */
  public get container(): IStorageContainer | undefined {
    const { storageAccount } = this.workspace;
    return storageAccount === undefined ? undefined : this.containerIn(storageAccount);
  }

  /** @internal */
  protected _storage(): DataStorage | undefined {
    return this.container === undefined ? undefined : new BlobStoreStorage(this, this.container);
  }

  private containerIn(storageAccount: IStorageAccount): IStorageContainer {
    const existing = this.node.tryFindChild('Container');
    if (isContainer(existing)) return existing;
    const read = new AzapiDataResource(this, 'Read', {
      type: pinned('Microsoft.MachineLearningServices/workspaces/datastores'),
      resourceId: this.datastoreId,
      responseExportValues: { containerName: 'properties.containerName' },
    });
    return StorageContainer.fromContainerName(
      this,
      'Container',
      storageAccount,
      read.exported('containerName'),
    );
  }
}

function isContainer(value: object | undefined): value is IStorageContainer {
  return value !== undefined && 'containerId' in value;
}
