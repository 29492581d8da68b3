import { MachineLearningComputeCluster } from '@cdktf/provider-azurerm/lib/machine-learning-compute-cluster';
import { Construct } from 'constructs';
import type { StringMap } from '../../azapi/azapi-types';
import { Duration } from '../../core/duration';
import { declareName } from '../../core/declared-name';
import { escapeTemplates } from '../../core/terraform-text';
import { validateProps, withDefaults } from '../../core/validation';
import { type IGrantable, type IPrincipal, PrincipalType } from '../../identity/principal';
import { tagsOf } from '../../platform/settings';
import type { IWorkspace } from '../workspace-types';
import type { ComputeAttributes } from './compute-attributes';
import type { ICompute, IImportedCompute } from './compute-types';
import { ImportedCompute } from './imported-compute';
import { COMPUTE_CLUSTER_RULES, COMPUTE_CLUSTER_SHAPE } from './private/compute-cluster-rules';
import { takeComputeName } from './private/compute-owner';
import { warnOfMissingSubnet } from './private/network-warning';
import { VmPriority } from './vm-priority';
import type { VmSize } from './vm-size';

/** Properties of a {@link ComputeCluster}. */
export interface ComputeClusterProps {
  /**
   * 3 to 32 characters, inclusive: letters, digits, hyphens, starting with a letter, not ending with a
   * hyphen; unique in the workspace. Changing it replaces the cluster.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.81.0/docs/resources/machine_learning_compute_cluster
   */
  readonly name: string;
  /** The workspace that the cluster belongs to; it takes that one's region. */
  readonly workspace: IWorkspace;
  /** Size of each node. Changing it replaces the cluster and ends the jobs that run on it. */
  readonly vmSize: VmSize;
  /** Most nodes at one time, at least {@link minNodes}, at most what the quota of the region allows. */
  readonly maxNodes: number;
  /**
   * Fewest nodes at any time; every node above 0 costs money around the clock.
   *
   * @default 0
   */
  readonly minNodes?: number;
  /**
   * How long an idle node is kept.
   *
   * @default Duration.minutes(2)
   */
  readonly idleBeforeScaleDown?: Duration;
  /**
   * Changing it replaces the cluster.
   *
   * @default VmPriority.DEDICATED
   */
  readonly vmPriority?: VmPriority;
  /**
   * ARM id of the subnet that the nodes join. Changing it replaces the cluster.
   *
   * @default - none, nodes have public addresses
   */
  readonly subnetId?: string;
  /**
   * Whether nodes have public addresses; without them the nodes need a subnet, or a workspace with a
   * managed network. Changing it replaces the cluster.
   *
   * @default - true without a subnet, false with one
   */
  readonly nodePublicIp?: boolean;
  /**
   * Changing it replaces the cluster.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Tags beside those of the stack.
   *
   * @default - the tags of the stack
   */
  readonly tags?: StringMap;
}

/**
 * A cluster that grows with its jobs: `azurerm_machine_learning_compute_cluster`,
 * `Microsoft.MachineLearningServices/workspaces/computes` of type `AmlCompute`.
 *
 * It has a system-assigned identity, which reads and writes the data of its jobs, and no local logins.
 */
export class ComputeCluster extends Construct implements ICompute, IGrantable {
  /**
   * An existing compute target of any kind.
   *
   * @throws ValidationError ComputeNameInvalid
   */
  public static fromComputeName(
    scope: Construct,
    id: string,
    workspace: IWorkspace,
    computeName: string,
  ): ICompute {
    return new ImportedCompute(scope, id, { workspace, name: computeName });
  }

  /**
   * An existing compute target of any kind, with its identity, so that roles can be granted to it.
   *
   * @throws ValidationError ComputeNameInvalid, ComputePrincipalInvalid
   */
  public static fromComputeAttributes(
    scope: Construct,
    id: string,
    attributes: ComputeAttributes,
  ): IImportedCompute {
    return new ImportedCompute(scope, id, attributes);
  }

  public readonly workspace: IWorkspace;
  private readonly resource: MachineLearningComputeCluster;
  private readonly givenName: string;

  /**
   * @throws ValidationError ComputeNameInvalid, ComputeMaxNodesOutOfRange, ComputeMinNodesOutOfRange,
   *   ComputeIdleTimeOutOfRange, ComputeNameTaken
   */
  public constructor(scope: Construct, id: string, props: ComputeClusterProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      minNodes: 0,
      idleBeforeScaleDown: Duration.minutes(2),
      vmPriority: VmPriority.DEDICATED,
    });
    validateProps(this, resolved, COMPUTE_CLUSTER_SHAPE, COMPUTE_CLUSTER_RULES);

    const { workspace, subnetId } = resolved;
    takeComputeName(this, workspace, resolved.name);
    const nodePublicIp = resolved.nodePublicIp ?? subnetId === undefined;
    if (!nodePublicIp && subnetId === undefined) warnOfMissingSubnet(this);

    this.resource = new MachineLearningComputeCluster(this, 'Resource', {
      name: resolved.name,
      machineLearningWorkspaceId: workspace.workspaceId,
      location: workspace.location,
      vmSize: resolved.vmSize.name,
      vmPriority: resolved.vmPriority,
      scaleSettings: {
        minNodeCount: resolved.minNodes,
        maxNodeCount: resolved.maxNodes,
        scaleDownNodesAfterIdleDuration: resolved.idleBeforeScaleDown.toIsoString(),
      },
      identity: { type: 'SystemAssigned' },
      localAuthEnabled: false,
      sshPublicAccessEnabled: false,
      nodePublicIpEnabled: nodePublicIp,
      subnetResourceId: subnetId,
      description: escapeTemplates(resolved.description),
      tags: escapeTemplates(tagsOf(this, resolved.tags)),
    });
    this.givenName = resolved.name;
    declareName(this, resolved.name);
    this.workspace = workspace;
  }

  public get computeId(): string {
    return this.resource.id;
  }

  public get computeName(): string {
    return this.resource.name;
  }

  public get grantPrincipal(): IPrincipal {
    return {
      principalId: this.resource.identity.principalId,
      principalType: PrincipalType.SERVICE_PRINCIPAL,
      principalName: `cluster ${this.givenName}`,
      principalScope: this,
    };
  }
}
