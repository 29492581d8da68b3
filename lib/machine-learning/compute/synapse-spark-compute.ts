import type { Construct } from 'constructs';
import type { AzapiResource } from '../../azapi/azapi-resource';
import { validateProps } from '../../core/validation';
import type { IGrantable, IPrincipal } from '../../identity/principal';
import type { IUserAssignedIdentity } from '../../identity/user-assigned-identity';
import type { IWorkspace } from '../workspace-types';
import { AttachedCompute } from './attached-compute';
import type { AttachedComputeProps } from './attached-compute-props';
import { attach, identityOf, principalOf } from './private/attach';
import { renderSynapseSparkCompute } from './private/attached-compute-bodies';
import { takeComputeName } from './private/compute-owner';
import { SYNAPSE_SPARK_RULES, SYNAPSE_SPARK_SHAPE } from './private/synapse-spark-rules';

/** Properties of a {@link SynapseSparkCompute}. */
export interface SynapseSparkComputeProps extends AttachedComputeProps {
  /** ARM id of the Spark pool of a Synapse workspace. Changing it detaches the one and attaches the other. */
  readonly sparkPoolId: string;
  /**
   * Identity that jobs use.
   *
   * @default - a system-assigned one
   */
  readonly identity?: IUserAssignedIdentity;
}

/**
 * A Spark pool of Synapse as a compute, for Spark steps. Its identity must be Synapse Administrator of the
 * Synapse workspace, which is a role of Synapse itself and not of Azure, and read and write the data.
 */
export class SynapseSparkCompute extends AttachedCompute implements IGrantable {
  public readonly workspace: IWorkspace;
  /** @internal */
  protected readonly _resource: AzapiResource;
  private readonly principal: IPrincipal;

  /** @throws ValidationError ComputeNameInvalid, ComputeNameTaken, SparkPoolIdInvalid */
  public constructor(scope: Construct, id: string, props: SynapseSparkComputeProps) {
    super(scope, id);
    validateProps(this, props, SYNAPSE_SPARK_SHAPE, SYNAPSE_SPARK_RULES);
    takeComputeName(this, props.workspace, props.name);

    this.workspace = props.workspace;
    this._resource = attach(this, props, {
      properties: renderSynapseSparkCompute(props),
      identity: identityOf(props.identity),
    });
    this.principal = principalOf(this, props.identity, this._resource, props.name);
  }

  public get grantPrincipal(): IPrincipal {
    return this.principal;
  }
}
