import type { StringMap } from '../../azapi/azapi-types';

/** What a pod of a job gets, and where it runs. */
export interface KubernetesInstanceType {
  /**
   * What the pod gets at least, by resource, such as `{ cpu: '1', memory: '4Gi', 'nvidia.com/gpu': '1' }`, in
   * the quantities of Kubernetes.
   *
   * @default - the service's own
   */
  readonly requests?: StringMap;
  /**
   * What the pod gets at most, by resource.
   *
   * @default - the service's own
   */
  readonly limits?: StringMap;
  /**
   * Labels that a node must have.
   *
   * @default - any node
   */
  readonly nodeSelector?: StringMap;
}

/** Instance types by name. */
export type KubernetesInstanceTypes = { readonly [name: string]: KubernetesInstanceType };
