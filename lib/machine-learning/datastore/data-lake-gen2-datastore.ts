import { MachineLearningDatastoreDatalakeGen2 } from '@cdktf/provider-azurerm/lib/machine-learning-datastore-datalake-gen2';
import type { Construct } from 'constructs';
import type { AzapiResource } from '../../azapi/azapi-resource';
import { declareName } from '../../core/declared-name';
import { escapeTemplates } from '../../core/terraform-text';
import { validateProps, withDefaults } from '../../core/validation';
import type { IStorageContainer } from '../../storage/storage-container';
import type { IWorkspace } from '../workspace-types';
import { DatastoreIdentity } from './datastore-identity';
import type { DatastoreProps } from './datastore-props';
import { accountSettings, armDatastore } from './private/arm-datastore';
import { DatastoreBase, type DataStorage } from './private/datastore-base';
import { renderDataLakeGen2Body } from './private/datastore-body';
import { takeDatastoreName } from './private/datastore-owner';
import { DATASTORE_RULES } from './private/datastore-rules';
import { DATA_LAKE_GEN2_DATASTORE_SHAPE } from './private/kind-rules';
import { isInOtherSubscription } from './private/other-subscription';

/** Properties of a {@link DataLakeGen2Datastore}. */
export interface DataLakeGen2DatastoreProps extends DatastoreProps {
  /**
   * The file system that it names, a container of an account with hierarchical namespace. Changing it
   * replaces the datastore; the data stays.
   */
  readonly container: IStorageContainer;
  /**
   * Identity with which the studio reads the data for previews.
   *
   * @default DatastoreIdentity.WORKSPACE_SYSTEM_ASSIGNED
   */
  readonly serviceIdentity?: DatastoreIdentity;
}

type DataLakeGen2Settings = DataLakeGen2DatastoreProps &
  Required<Pick<DataLakeGen2DatastoreProps, 'serviceIdentity'>>;

/**
 * A file system of Data Lake Storage Gen2 as a datastore, without credentials: who reads it needs a role
 * on the file system, or access in its own lists.
 * `azurerm_machine_learning_datastore_datalake_gen2`, `Microsoft.MachineLearningServices/workspaces/datastores`.
 *
 * azurerm takes the subscription of the workspace from its provider. Where that is known to be another
 * one than that of the stack, the datastore is an `azapi_resource` instead,
 * `Microsoft.MachineLearningServices/workspaces/datastores@2025-06-01`.
 */
export class DataLakeGen2Datastore extends DatastoreBase {
  public readonly workspace: IWorkspace;
  /** The file system that the datastore names. */
  public readonly container: IStorageContainer;
  private readonly resource: MachineLearningDatastoreDatalakeGen2 | AzapiResource;

  /** @throws ValidationError DatastoreNameInvalid, DatastoreNameReserved, DatastoreNameTaken */
  public constructor(scope: Construct, id: string, props: DataLakeGen2DatastoreProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      serviceIdentity: DatastoreIdentity.WORKSPACE_SYSTEM_ASSIGNED,
    });
    validateProps(this, resolved, DATA_LAKE_GEN2_DATASTORE_SHAPE, DATASTORE_RULES);
    takeDatastoreName(this, resolved.workspace, resolved.name);

    const { workspace, container } = resolved;
    this.resource = isInOtherSubscription(this, workspace, workspace.workspaceId)
      ? armDatastore(this, resolved, bodyOf(resolved))
      : azurermDatastore(this, resolved);
    declareName(this, resolved.name);
    this.workspace = workspace;
    this.container = container;
  }

  public get datastoreName(): string {
    return this.resource.name;
  }

  /** @internal */
  protected _storage(): DataStorage {
    return this.container;
  }
}

function azurermDatastore(scope: Construct, props: DataLakeGen2Settings) {
  return new MachineLearningDatastoreDatalakeGen2(scope, 'Resource', {
    name: props.name,
    workspaceId: props.workspace.workspaceId,
    storageContainerId: props.container.containerId,
    serviceDataIdentity: props.serviceIdentity,
    description: escapeTemplates(props.description),
    tags: escapeTemplates(props.tags),
  });
}

function bodyOf(props: DataLakeGen2Settings) {
  const { container } = props;
  return renderDataLakeGen2Body({
    ...props,
    ...accountSettings(container.storageAccount),
    filesystem: container.containerName,
  });
}
