import { MachineLearningDatastoreBlobstorage } from '@cdktf/provider-azurerm/lib/machine-learning-datastore-blobstorage';
import { Construct } from 'constructs';
import type { StringMap } from '../../azapi/azapi-types';
import { declareName } from '../../core/declared-name';
import { escapeTemplates } from '../../core/terraform-text';
import { validateProps, withDefaults } from '../../core/validation';
import type { Grant } from '../../identity/grant';
import type { IGrantable } from '../../identity/principal';
import type { IStorageContainer } from '../../storage/storage-container';
import type { IWorkspace } from '../workspace-types';
import { DatastoreIdentity } from './datastore-identity';
import type { IDatastore } from './datastore-types';
import { ImportedDatastore } from './imported-datastore';
import { BLOB_DATASTORE_RULES, BLOB_DATASTORE_SHAPE } from './private/blob-datastore-rules';

/** Properties of a {@link BlobDatastore}. */
export interface BlobDatastoreProps {
  /**
   * 1 to 255 characters, inclusive: letters, digits, `-`, `_`, starting with a letter or digit.
   * Changing it replaces the datastore; the data stays.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.81.0/docs/resources/machine_learning_datastore_blobstorage
   */
  readonly name: string;
  /** The workspace that the datastore belongs to. */
  readonly workspace: IWorkspace;
  /** The container that it names. Changing it replaces the datastore. */
  readonly container: IStorageContainer;
  /**
   * Identity with which the studio reads the data for previews.
   *
   * @default DatastoreIdentity.WORKSPACE_SYSTEM_ASSIGNED
   */
  readonly serviceIdentity?: DatastoreIdentity;
  /**
   * Changing it replaces the datastore; the data stays.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Changing them replaces the datastore, so the tags of the stack are left out.
   *
   * @default - none
   */
  readonly tags?: StringMap;
}

/**
 * A blob container as a datastore, without credentials: who reads it needs a role on the container.
 * `azurerm_machine_learning_datastore_blobstorage`, `Microsoft.MachineLearningServices/workspaces/datastores`.
 */
export class BlobDatastore extends Construct implements IDatastore {
  /**
   * An existing datastore, such as `workspaceblobstore`.
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

  public readonly workspace: IWorkspace;
  /** The container that the datastore names. */
  public readonly container: IStorageContainer;
  private readonly resource: MachineLearningDatastoreBlobstorage;

  /** @throws ValidationError DatastoreNameInvalid */
  public constructor(scope: Construct, id: string, props: BlobDatastoreProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      serviceIdentity: DatastoreIdentity.WORKSPACE_SYSTEM_ASSIGNED,
    });
    validateProps(this, resolved, BLOB_DATASTORE_SHAPE, BLOB_DATASTORE_RULES);

    this.resource = new MachineLearningDatastoreBlobstorage(this, 'Resource', {
      name: resolved.name,
      workspaceId: resolved.workspace.workspaceId,
      storageContainerId: resolved.container.containerId,
      serviceDataAuthIdentity: resolved.serviceIdentity,
      description: escapeTemplates(resolved.description),
      tags: escapeTemplates(resolved.tags),
    });
    declareName(this, resolved.name);
    this.workspace = resolved.workspace;
    this.container = resolved.container;
  }

  public get datastoreName(): string {
    return this.resource.name;
  }

  public get datastoreId(): string {
    return `${this.workspace.workspaceId}/datastores/${this.datastoreName}`;
  }

  /** Lets somebody read the data. */
  public grantRead(grantee: IGrantable): Grant {
    return this.container.grantRead(grantee);
  }

  /** Lets somebody read, write and delete the data. */
  public grantReadWrite(grantee: IGrantable): Grant {
    return this.container.grantReadWrite(grantee);
  }
}
