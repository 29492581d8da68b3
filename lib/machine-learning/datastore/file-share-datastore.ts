import type { Construct } from 'constructs';
import type { AzapiResource } from '../../azapi/azapi-resource';
import { declareName } from '../../core/declared-name';
import { validateProps, withDefaults } from '../../core/validation';
import type { IStorageAccount } from '../../storage/storage-account';
import type { IWorkspace } from '../workspace-types';
import { DatastoreIdentity } from './datastore-identity';
import type { DatastoreProps } from './datastore-props';
import { accountSettings, armDatastore } from './private/arm-datastore';
import { DatastoreBase, type DataStorage } from './private/datastore-base';
import { renderFileShareBody } from './private/datastore-body';
import { takeDatastoreName } from './private/datastore-owner';
import { FILE_SHARE_DATASTORE_RULES, FILE_SHARE_DATASTORE_SHAPE } from './private/kind-rules';
import { ShareStorage } from './private/share-storage';

/** Properties of a {@link FileShareDatastore}. */
export interface FileShareDatastoreProps extends DatastoreProps {
  /** The account that the share is in. */
  readonly storageAccount: IStorageAccount;
  /**
   * The share: 3 to 63 characters, inclusive: lower-case letters, digits and single hyphens, starting and
   * ending with a letter or digit. It is not made here: pass the name of the resource that makes it, and
   * Terraform makes it before it grants on it.
   *
   * @see https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-shares--directories--files--and-metadata
   */
  readonly fileShareName: string;
  /**
   * Identity with which the studio reads the data for previews.
   *
   * @default DatastoreIdentity.WORKSPACE_SYSTEM_ASSIGNED
   */
  readonly serviceIdentity?: DatastoreIdentity;
}

/**
 * A file share as a datastore, without credentials: `azapi_resource`,
 * `Microsoft.MachineLearningServices/workspaces/datastores@2025-06-01`. azurerm always demands a key.
 *
 * The share is reached over REST, so who reads it needs a privileged role for files on the share.
 */
export class FileShareDatastore extends DatastoreBase {
  public readonly workspace: IWorkspace;
  /** The account that the share is in. */
  public readonly storageAccount: IStorageAccount;
  /** The share that the datastore names. */
  public readonly fileShareName: string;
  private readonly resource: AzapiResource;

  /**
   * @throws ValidationError DatastoreNameInvalid, DatastoreNameReserved, FileShareNameInvalid,
   *   DatastoreNameTaken
   */
  public constructor(scope: Construct, id: string, props: FileShareDatastoreProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      serviceIdentity: DatastoreIdentity.WORKSPACE_SYSTEM_ASSIGNED,
    });
    validateProps(this, resolved, FILE_SHARE_DATASTORE_SHAPE, FILE_SHARE_DATASTORE_RULES);
    takeDatastoreName(this, resolved.workspace, resolved.name);

    const account = accountSettings(resolved.storageAccount);
    this.resource = armDatastore(this, resolved, renderFileShareBody({ ...resolved, ...account }));
    declareName(this, resolved.name);
    this.workspace = resolved.workspace;
    this.storageAccount = resolved.storageAccount;
    this.fileShareName = resolved.fileShareName;
  }

  public get datastoreName(): string {
    return this.resource.name;
  }

  /** @internal */
  protected _storage(): DataStorage {
    return new ShareStorage(this, this.storageAccount, this.fileShareName);
  }
}
