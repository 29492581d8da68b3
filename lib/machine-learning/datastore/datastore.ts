import type { Construct } from 'constructs';
import { validateValue } from '../../core/validation';
import type { IStorageContainer } from '../../storage/storage-container';
import type { IWorkspace } from '../workspace-types';
import type { IDatastore } from './datastore-types';
import { ImportedDatastore } from './imported-datastore';
import { WORKSPACE_SHAPE } from './private/imported-datastore-rules';
import { WorkspaceBlobStore } from './workspace-blob-store';

/** What is known of an existing datastore. */
export interface DatastoreAttributes {
  /** The workspace that it belongs to. */
  readonly workspace: IWorkspace;
  /** 1 to 255 characters, inclusive: letters, digits, `-`, `_`, starting with a letter or digit. */
  readonly name: string;
  /**
   * The container that it is over, a blob container or a file system of Data Lake Gen2; grants and uploads go
   * there.
   *
   * @default - not known: nothing can be granted through the datastore, or uploaded to it
   */
  readonly container?: IStorageContainer;
}

/**
 * Datastores that exist, of any kind; nothing is emitted for them.
 *
 * Which datastore is the default of a workspace cannot be changed through ARM, whose `isDefault` is read
 * only: it is `workspaceblobstore` until somebody changes it in the studio or with an SDK.
 */
export class Datastore {
  /**
   * An existing datastore of any kind, by its name.
   *
   * @throws ValidationError DatastoreNameInvalid
   */
  public static fromDatastoreName(
    scope: Construct,
    id: string,
    workspace: IWorkspace,
    datastoreName: string,
  ): IDatastore {
    return new ImportedDatastore(scope, id, { workspace, name: datastoreName });
  }

  /**
   * An existing datastore, with the container that it is over, so that its data can be granted.
   *
   * @throws ValidationError DatastoreNameInvalid
   */
  public static fromDatastoreAttributes(
    scope: Construct,
    id: string,
    attributes: DatastoreAttributes,
  ): IDatastore {
    return new ImportedDatastore(scope, id, attributes);
  }

  /**
   * The blob store that every workspace has, `workspaceblobstore`: a container `azureml-blobstore-<GUID>`
   * of the default storage account, and the default datastore unless somebody chose another one.
   *
   * Where the storage account of the workspace is known, files can be uploaded there and its data granted:
   * Terraform then reads the name of the container from the datastore (`data.azapi_resource`).
   */
  public static workspaceBlobStore(workspace: IWorkspace): IDatastore {
    validateValue({ workspace }, WORKSPACE_SHAPE);
    const existing = workspace.node.tryFindChild('BlobStore');
    return existing instanceof WorkspaceBlobStore
      ? existing
      : new WorkspaceBlobStore(workspace, 'BlobStore');
  }

  /**
   * The file store that every workspace has, `workspacefilestore`: a file share of the default storage
   * account.
   */
  public static workspaceFileStore(workspace: IWorkspace): IDatastore {
    validateValue({ workspace }, WORKSPACE_SHAPE);
    const existing = workspace.node.tryFindChild('FileStore');
    return existing instanceof ImportedDatastore
      ? existing
      : new ImportedDatastore(workspace, 'FileStore', { workspace, name: 'workspacefilestore' });
  }

  private constructor() {}
}
