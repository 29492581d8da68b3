import type { Construct } from 'constructs';
import type { AzapiResource } from '../../azapi/azapi-resource';
import { validateProps, withDefaults } from '../../core/validation';
import type { IGrantable, IPrincipal } from '../../identity/principal';
import type { IUserAssignedIdentity } from '../../identity/user-assigned-identity';
import type { IWorkspace } from '../workspace-types';
import { AttachedCompute } from './attached-compute';
import type { AttachedComputeProps } from './attached-compute-props';
import type { KubernetesInstanceTypes } from './kubernetes-instance-type';
import { attach, identityOf, principalOf } from './private/attach';
import { renderKubernetesCompute } from './private/attached-compute-bodies';
import { takeComputeName } from './private/compute-owner';
import {
  KUBERNETES_COMPUTE_RULES,
  KUBERNETES_COMPUTE_SHAPE,
} from './private/kubernetes-compute-rules';

/** Properties of a {@link KubernetesCompute}. */
export interface KubernetesComputeProps extends AttachedComputeProps {
  /**
   * ARM id of an AKS cluster or of one connected by Azure Arc, on which the extension
   * `Microsoft.AzureML.Kubernetes` is installed. Changing it detaches the one and attaches the other.
   */
  readonly clusterId: string;
  /**
   * Namespace that jobs run in, 1 to 63 characters, inclusive: lower-case letters, digits and hyphens.
   *
   * @default 'default'
   */
  readonly namespace?: string;
  /**
   * Instance types that jobs choose among.
   *
   * @default - the one that the extension brings, `defaultinstancetype`
   */
  readonly instanceTypes?: KubernetesInstanceTypes;
  /**
   * The one for jobs that name none; one of {@link instanceTypes} where these are given.
   *
   * @default - chosen by the service
   */
  readonly defaultInstanceType?: string;
  /**
   * Identity that jobs use.
   *
   * @default - a system-assigned one
   */
  readonly identity?: IUserAssignedIdentity;
}

/**
 * A Kubernetes cluster as a compute. Its identity reads and writes the data of its jobs, and pulls images where
 * the registry is private. The cluster and its extension are left as they are.
 */
export class KubernetesCompute extends AttachedCompute implements IGrantable {
  public readonly workspace: IWorkspace;
  /** @internal */
  protected readonly _resource: AzapiResource;
  private readonly principal: IPrincipal;

  /**
   * @throws ValidationError ComputeNameInvalid, ComputeNameTaken, KubernetesClusterIdInvalid,
   *   KubernetesNamespaceInvalid, KubernetesInstanceTypeInvalid, KubernetesInstanceTypeUnknown
   */
  public constructor(scope: Construct, id: string, props: KubernetesComputeProps) {
    super(scope, id);
    const resolved = withDefaults(props, { namespace: 'default' });
    validateProps(this, resolved, KUBERNETES_COMPUTE_SHAPE, KUBERNETES_COMPUTE_RULES);
    takeComputeName(this, resolved.workspace, resolved.name);

    this.workspace = resolved.workspace;
    this._resource = attach(this, resolved, {
      properties: renderKubernetesCompute(resolved),
      identity: identityOf(resolved.identity),
    });
    this.principal = principalOf(this, resolved.identity, this._resource, resolved.name);
  }

  public get grantPrincipal(): IPrincipal {
    return this.principal;
  }
}
