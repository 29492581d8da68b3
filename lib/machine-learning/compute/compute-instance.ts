import { Construct } from 'constructs';
import { pinned } from '../../azapi/api-versions';
import { AzapiResource } from '../../azapi/azapi-resource';
import type { StringMap } from '../../azapi/azapi-types';
import { declareName } from '../../core/declared-name';
import { validateProps, withDefaults } from '../../core/validation';
import type { IGrantable, IPrincipal } from '../../identity/principal';
import type { IUserAssignedIdentity } from '../../identity/user-assigned-identity';
import { lifecycleOf, RemovalPolicy } from '../../platform/removal-policy';
import { tagsOf } from '../../platform/settings';
import type { IWorkspace } from '../workspace-types';
import type { AssignedUser } from './assigned-user';
import type { ComputeInstanceSchedule } from './compute-instance-schedule';
import type { ICompute } from './compute-types';
import { identityOf, principalOf } from './private/attach';
import { INSTANCE_REPLACEMENTS, renderComputeInstanceBody } from './private/compute-instance-body';
import { COMPUTE_INSTANCE_RULES, COMPUTE_INSTANCE_SHAPE } from './private/compute-instance-rules';
import { takeComputeName } from './private/compute-owner';
import { warnOfMissingSubnet } from './private/network-warning';
import type { VmSize } from './vm-size';

/** Properties of a {@link ComputeInstance}. */
export interface ComputeInstanceProps {
  /**
   * 3 to 24 characters, inclusive: letters, digits, hyphens, starting with a letter, not ending with a
   * hyphen and digits; unique in the region. Changing it replaces the instance.
   *
   * @see https://learn.microsoft.com/azure/machine-learning/how-to-create-compute-instance
   */
  readonly name: string;
  /** The workspace that the instance belongs to; it takes that one's region. Changing it replaces the instance. */
  readonly workspace: IWorkspace;
  /** Size of the machine. Changing it replaces the instance. */
  readonly vmSize: VmSize;
  /**
   * Whose machine it is; nobody else can use it. Changing it replaces the instance.
   *
   * @default - who runs Terraform
   */
  readonly assignedUser?: AssignedUser;
  /**
   * When the instance is started and stopped. It costs money while it runs.
   *
   * @default - none, it runs until somebody stops it
   */
  readonly schedules?: ComputeInstanceSchedule[];
  /**
   * ARM id of the subnet that the machine joins. Changing it replaces the instance.
   *
   * @default - none
   */
  readonly subnetId?: string;
  /**
   * Whether the machine has a public address; without one it needs a subnet, or a workspace with a managed
   * network. Changing it replaces the instance.
   *
   * @default false
   */
  readonly nodePublicIp?: boolean;
  /**
   * Public key with which its user logs in by SSH. Changing it replaces the instance.
   *
   * @default - none, SSH is off
   */
  readonly sshPublicKey?: string;
  /**
   * Identity of the machine.
   *
   * @default - a system-assigned one
   */
  readonly identity?: IUserAssignedIdentity;
  /**
   * Whether destroying the instance is refused, and with it every change that replaces it: what its user
   * keeps on its disk would be lost.
   *
   * @default RemovalPolicy.PREVENT_DESTROY
   */
  readonly removalPolicy?: RemovalPolicy;
  /**
   * Shown in the studio.
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
 * The machine of one person: `azapi_resource`,
 * `Microsoft.MachineLearningServices/workspaces/computes@2025-06-01` of type `ComputeInstance`.
 *
 * azurerm 4.81.0 has no schedules, and replaces the machine when a tag changes. That the machine stops when
 * nobody uses it is in no api-version before 2025-12-01.
 */
export class ComputeInstance extends Construct implements ICompute, IGrantable {
  public readonly workspace: IWorkspace;
  private readonly resource: AzapiResource;
  private readonly principal: IPrincipal;

  /**
   * @throws ValidationError ComputeInstanceNameInvalid, ComputeNameTaken, AssignedUserInvalid,
   *   AssignedUserTenantInvalid, SshPublicKeyInvalid
   */
  public constructor(scope: Construct, id: string, props: ComputeInstanceProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      nodePublicIp: false,
      removalPolicy: RemovalPolicy.PREVENT_DESTROY,
    });
    validateProps(this, resolved, COMPUTE_INSTANCE_SHAPE, COMPUTE_INSTANCE_RULES);
    const { name, workspace, subnetId, nodePublicIp, identity } = resolved;
    takeComputeName(this, workspace, name);
    if (!nodePublicIp && subnetId === undefined) warnOfMissingSubnet(this);

    const tags = tagsOf(this, resolved.tags);
    this.resource = new AzapiResource(this, 'Resource', {
      type: pinned('Microsoft.MachineLearningServices/workspaces/computes'),
      name,
      parentId: workspace.workspaceId,
      location: workspace.location,
      body: renderComputeInstanceBody(resolved),
      identity: identityOf(identity),
      ...(tags === undefined ? {} : { tags }),
      deleteQueryParameters: { underlyingResourceAction: ['Delete'] },
      replaceTriggersRefs: INSTANCE_REPLACEMENTS,
      ...lifecycleOf(resolved.removalPolicy),
    });
    declareName(this, name);
    this.workspace = workspace;
    this.principal = principalOf(this, identity, this.resource, name);
  }

  public get computeId(): string {
    return this.resource.id;
  }

  public get computeName(): string {
    return this.resource.name;
  }

  public get grantPrincipal(): IPrincipal {
    return this.principal;
  }
}
