import type { Construct } from 'constructs';
import type { AzapiResource } from '../../azapi/azapi-resource';
import { validateProps, withDefaults } from '../../core/validation';
import type { IWorkspace } from '../workspace-types';
import { AttachedCompute } from './attached-compute';
import type { AttachedComputeProps } from './attached-compute-props';
import { attach } from './private/attach';
import { renderHDInsightCompute } from './private/attached-compute-bodies';
import { takeComputeName } from './private/compute-owner';
import {
  HDINSIGHT_COMPUTE_RULES,
  HDINSIGHT_COMPUTE_SHAPE,
} from './private/hdinsight-compute-rules';
import type { SshCredentials } from './ssh-credentials';

/** Properties of a {@link HDInsightCompute}. */
export interface HDInsightComputeProps extends AttachedComputeProps {
  /** ARM id of the HDInsight cluster with Spark. Changing it detaches the one and attaches the other. */
  readonly clusterId: string;
  /** How the service logs in. Others are sent to the service in the next apply. */
  readonly credentials: SshCredentials;
  /**
   * Host name or IP address of the cluster's head node, `<cluster>-ssh.azurehdinsight.net`.
   *
   * @default - found by the service
   */
  readonly address?: string;
  /**
   * Port of SSH, 1 to 65535, inclusive.
   *
   * @default 22
   */
  readonly sshPort?: number;
}

/**
 * An HDInsight cluster as a compute, for jobs of the v1 SDK.
 */
export class HDInsightCompute extends AttachedCompute {
  public readonly workspace: IWorkspace;
  /** @internal */
  protected readonly _resource: AzapiResource;

  /**
   * @throws ValidationError ComputeNameInvalid, ComputeNameTaken, HdInsightClusterIdInvalid, SshAddressInvalid,
   *   SshPortOutOfRange
   */
  public constructor(scope: Construct, id: string, props: HDInsightComputeProps) {
    super(scope, id);
    const resolved = withDefaults(props, { sshPort: 22 });
    validateProps(this, resolved, HDINSIGHT_COMPUTE_SHAPE, HDINSIGHT_COMPUTE_RULES);
    takeComputeName(this, resolved.workspace, resolved.name);

    this.workspace = resolved.workspace;
    this._resource = attach(this, resolved, {
      properties: renderHDInsightCompute(resolved),
      secrets: resolved.credentials._secretsIn(this),
    });
  }
}
