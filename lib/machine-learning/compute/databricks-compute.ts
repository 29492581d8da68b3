import type { Construct } from 'constructs';
import type { AzapiResource } from '../../azapi/azapi-resource';
import { validateProps } from '../../core/validation';
import type { IWorkspace } from '../workspace-types';
import { AttachedCompute } from './attached-compute';
import type { AttachedComputeProps } from './attached-compute-props';
import type { ComputeSecret } from './compute-secret';
import { attach } from './private/attach';
import { takeComputeName } from './private/compute-owner';
import {
  DATABRICKS_COMPUTE_RULES,
  DATABRICKS_COMPUTE_SHAPE,
} from './private/databricks-compute-rules';
import { renderDatabricksCompute } from './private/attached-compute-bodies';

/** Properties of a {@link DatabricksCompute}. */
export interface DatabricksComputeProps extends AttachedComputeProps {
  /** ARM id of the Databricks workspace. Changing it detaches the one and attaches the other. */
  readonly databricksWorkspaceId: string;
  /**
   * Personal access token of somebody who may start clusters there. Another one is sent to the service in
   * the next apply.
   */
  readonly accessToken: ComputeSecret;
  /**
   * Host of the Databricks workspace, without `https://`, such as `adb-123.4.azuredatabricks.net`.
   *
   * @default - found by the service
   */
  readonly workspaceUrl?: string;
}

/**
 * A Databricks workspace as a compute. v1 pipelines run notebooks on it; v2 pipelines cannot, use an activity
 * of Data Factory there.
 */
export class DatabricksCompute extends AttachedCompute {
  public readonly workspace: IWorkspace;
  /** @internal */
  protected readonly _resource: AzapiResource;

  /**
   * @throws ValidationError ComputeNameInvalid, ComputeNameTaken, DatabricksWorkspaceIdInvalid,
   *   DatabricksWorkspaceUrlInvalid
   */
  public constructor(scope: Construct, id: string, props: DatabricksComputeProps) {
    super(scope, id);
    validateProps(this, props, DATABRICKS_COMPUTE_SHAPE, DATABRICKS_COMPUTE_RULES);
    takeComputeName(this, props.workspace, props.name);

    this.workspace = props.workspace;
    this._resource = attach(this, props, {
      properties: renderDatabricksCompute(props),
      secrets: { databricksAccessToken: props.accessToken._valueIn(this, 'AccessToken') },
    });
  }
}
