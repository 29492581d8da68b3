import { Annotations } from 'cdktf';
import type { Construct } from 'constructs';
import type { AzapiResource } from '../../azapi/azapi-resource';
import { declareName } from '../../core/declared-name';
import { validateProps } from '../../core/validation';
import type { IWorkspace } from '../workspace-types';
import type { DatastoreIdentity } from './datastore-identity';
import type { DatastoreProps } from './datastore-props';
import { armDatastore } from './private/arm-datastore';
import { DatastoreBase } from './private/datastore-base';
import { renderDataLakeGen1Body } from './private/datastore-body';
import { takeDatastoreName } from './private/datastore-owner';
import {
  DATA_LAKE_GEN1_DATASTORE_RULES,
  DATA_LAKE_GEN1_DATASTORE_SHAPE,
} from './private/kind-rules';

/** Properties of a {@link DataLakeGen1Datastore}. */
export interface DataLakeGen1DatastoreProps extends DatastoreProps {
  /**
   * Name of the store, 3 to 24 lower-case letters and digits, inclusive.
   *
   * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
   */
  readonly storeName: string;
  /**
   * Identity with which the studio reads the data for previews.
   *
   * @default - not sent
   */
  readonly serviceIdentity?: DatastoreIdentity;
}

/**
 * A datastore over Data Lake Storage Gen1, to take an existing one into Terraform and remove it in time:
 * `azapi_resource`, `Microsoft.MachineLearningServices/workspaces/datastores@2025-06-01`.
 *
 * Microsoft retired Data Lake Storage Gen1 on 29 February 2024, so a new one has nothing to read. Import
 * it (`terraform import`); what the service has of it stays as it is, whatever is declared here. Synthesis
 * warns.
 *
 * @see https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-migrate-gen1-to-gen2
 */
export class DataLakeGen1Datastore extends DatastoreBase {
  public readonly workspace: IWorkspace;
  private readonly resource: AzapiResource;

  /**
   * @throws ValidationError DatastoreNameInvalid, DatastoreNameReserved, DataLakeStoreNameInvalid,
   *   DatastoreNameTaken
   */
  public constructor(scope: Construct, id: string, props: DataLakeGen1DatastoreProps) {
    super(scope, id);
    validateProps(this, props, DATA_LAKE_GEN1_DATASTORE_SHAPE, DATA_LAKE_GEN1_DATASTORE_RULES);
    takeDatastoreName(this, props.workspace, props.name);

    this.resource = armDatastore(this, props, renderDataLakeGen1Body(props), {
      ignoreChanges: ['body'],
    });
    declareName(this, props.name);
    Annotations.of(this).addWarning(
      'Data Lake Storage Gen1 was retired on 29 February 2024: import the datastore instead of creating it, and move to DataLakeGen2Datastore.',
    );
    this.workspace = props.workspace;
  }

  public get datastoreName(): string {
    return this.resource.name;
  }

  /** @internal */
  protected _storage(): undefined {
    return undefined;
  }
}
