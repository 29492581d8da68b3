import { MachineLearningDatastoreBlobstorage } from '@cdktf/provider-azurerm/lib/machine-learning-datastore-blobstorage';
import { Token } from 'cdktf';
import type { Construct } from 'constructs';
import { declareName } from '../../core/declared-name';
import { escapeTemplates } from '../../core/terraform-text';
import { validateProps, withDefaults } from '../../core/validation';
import type { IStorageContainer } from '../../storage/storage-container';
import type { IWorkspace } from '../workspace-types';
import { Datastore } from './datastore';
import { DatastoreIdentity } from './datastore-identity';
import type { DatastoreProps } from './datastore-props';
import type { IDatastore } from './datastore-types';
import { accountSettings, armDatastore } from './private/arm-datastore';
import { DatastoreBase, type DataStorage } from './private/datastore-base';
import { renderBlobBody } from './private/datastore-body';
import { takeDatastoreName } from './private/datastore-owner';
import { DATASTORE_RULES } from './private/datastore-rules';
import { BLOB_DATASTORE_SHAPE } from './private/kind-rules';
import { isInOtherSubscription } from './private/other-subscription';

/** Properties of a {@link BlobDatastore}. */
export interface BlobDatastoreProps extends DatastoreProps {
  /** The container that it names. Changing it replaces the datastore; the data stays. */
  readonly container: IStorageContainer;
  /**
   * Identity with which the studio reads the data for previews.
   *
   * @default DatastoreIdentity.WORKSPACE_SYSTEM_ASSIGNED
   */
  readonly serviceIdentity?: DatastoreIdentity;
}

type BlobDatastoreSettings = BlobDatastoreProps &
  Required<Pick<BlobDatastoreProps, 'serviceIdentity'>>;

/**
 * A blob container as a datastore, without credentials: who reads it needs a role on the container.
 * `azurerm_machine_learning_datastore_blobstorage`, `Microsoft.MachineLearningServices/workspaces/datastores`.
 *
 * azurerm takes the subscription of container and workspace from its provider. Where one of them is known
 * to be in another subscription than that of the stack, the datastore is an `azapi_resource` instead,
 * `Microsoft.MachineLearningServices/workspaces/datastores@2025-06-01`.
 */
export class BlobDatastore extends DatastoreBase {
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
    return Datastore.fromDatastoreName(scope, id, workspace, datastoreName);
  }

  public readonly datastoreName: string;
  public readonly workspace: IWorkspace;
  /** The container that the datastore names. */
  public readonly container: IStorageContainer;

  /** @throws ValidationError DatastoreNameInvalid, DatastoreNameReserved, DatastoreNameTaken */
  public constructor(scope: Construct, id: string, props: BlobDatastoreProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      serviceIdentity: DatastoreIdentity.WORKSPACE_SYSTEM_ASSIGNED,
    });
    validateProps(this, resolved, BLOB_DATASTORE_SHAPE, DATASTORE_RULES);
    takeDatastoreName(this, resolved.workspace, resolved.name);

    const { workspace, container } = resolved;
    const { containerId } = container;
    const isBeyondAzurerm =
      isInOtherSubscription(this, container, containerId) ||
      isInOtherSubscription(this, workspace, workspace.workspaceId);
    const resource = isBeyondAzurerm
      ? armDatastore(this, resolved, bodyOf(resolved))
      : // The id is handed on: each time that it is asked for, cdktf makes another token of it.
        new MachineLearningDatastoreBlobstorage(this, 'Resource', {
          name: resolved.name,
          workspaceId: workspace.workspaceId,
          storageContainerId: containerId,
          serviceDataAuthIdentity: resolved.serviceIdentity,
          description: escapeTemplates(resolved.description),
          tags: escapeTemplates(resolved.tags),
        });
    // Fewer frames than by the getter: cdktf keeps the stack trace of each token, and each frame costs.
    this.datastoreName = Token.asString(resource.interpolationForAttribute('name'));
    declareName(this, resolved.name);
    this.workspace = workspace;
    this.container = container;
  }

  /** @internal */
  protected _storage(): DataStorage {
    return this.container;
  }
}

function bodyOf(props: BlobDatastoreSettings) {
  const { container } = props;
  return renderBlobBody({
    ...props,
    ...accountSettings(container.storageAccount),
    containerName: container.containerName,
  });
}
