import { Annotations } from 'cdktf';
import type { Construct } from 'constructs';
import type { AzapiResource } from '../../azapi/azapi-resource';
import { validateProps } from '../../core/validation';
import type { IWorkspace } from '../workspace-types';
import { AttachedCompute } from './attached-compute';
import type { AttachedComputeProps } from './attached-compute-props';
import { attach } from './private/attach';
import { renderDataLakeAnalyticsCompute } from './private/attached-compute-bodies';
import { takeComputeName } from './private/compute-owner';
import {
  DATA_LAKE_ANALYTICS_RULES,
  DATA_LAKE_ANALYTICS_SHAPE,
} from './private/data-lake-analytics-rules';

/** Properties of a {@link DataLakeAnalyticsCompute}. */
export interface DataLakeAnalyticsComputeProps extends AttachedComputeProps {
  /** ARM id of the Data Lake Analytics account. Changing it detaches the one and attaches the other. */
  readonly accountId: string;
  /**
   * Name of the account's default Data Lake Store (Gen1).
   *
   * @default - found by the service
   */
  readonly dataLakeStoreAccountName?: string;
}

/**
 * A Data Lake Analytics account as a compute, to adopt one that is attached still. Microsoft has retired the
 * service on 29 February 2024; every synthesis warns of that.
 */
export class DataLakeAnalyticsCompute extends AttachedCompute {
  public readonly workspace: IWorkspace;
  /** @internal */
  protected readonly _resource: AzapiResource;

  /**
   * @throws ValidationError ComputeNameInvalid, ComputeNameTaken, DataLakeAnalyticsAccountIdInvalid,
   *   DataLakeStoreAccountNameInvalid
   */
  public constructor(scope: Construct, id: string, props: DataLakeAnalyticsComputeProps) {
    super(scope, id);
    validateProps(this, props, DATA_LAKE_ANALYTICS_SHAPE, DATA_LAKE_ANALYTICS_RULES);
    takeComputeName(this, props.workspace, props.name);

    this.workspace = props.workspace;
    this._resource = attach(this, props, { properties: renderDataLakeAnalyticsCompute(props) });
    Annotations.of(this).addWarning(
      'Data Lake Analytics is retired: this serves to adopt what is attached still, and nothing new can run on it. Use SynapseSparkCompute.',
    );
  }
}
