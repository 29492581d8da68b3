import { ArmId } from '../../../core/arm-id';
import { nearestFix } from '../../../core/nearest';
import {
  Is,
  isUnresolved,
  mismatches,
  type PropertyType,
  type Rule,
  type Shape,
} from '../../../core/validation';
import type { KubernetesComputeProps } from '../kubernetes-compute';
import { ATTACHED_COMPUTE_SHAPE, IDENTITY } from './attached-compute-shape';
import { computeNameRule } from './compute-shapes';

type Resolved = KubernetesComputeProps & Required<Pick<KubernetesComputeProps, 'namespace'>>;

const CLUSTERS = [
  'Microsoft.ContainerService/managedClusters',
  'Microsoft.Kubernetes/connectedClusters',
];

const STRINGS = Is.map(Is.string);

const INSTANCE_TYPE: PropertyType = {
  name: 'a KubernetesInstanceType',
  accepts: (value) =>
    Is.object.accepts(value) &&
    Object.entries(value as object).every(
      ([key, member]) =>
        member === undefined ||
        (['requests', 'limits', 'nodeSelector'].includes(key) && STRINGS.accepts(member)),
    ),
};

export const KUBERNETES_COMPUTE_SHAPE: Shape<Resolved> = {
  ...ATTACHED_COMPUTE_SHAPE,
  clusterId: Is.text,
  namespace: Is.text,
  instanceTypes: Is.optional(Is.map(INSTANCE_TYPE)),
  defaultInstanceType: Is.optional(Is.text),
  identity: Is.optional(IDENTITY),
};

/** A label of DNS, as Kubernetes names objects. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

export const KUBERNETES_COMPUTE_RULES: readonly Rule<Resolved>[] = [
  computeNameRule,
  {
    code: 'KubernetesClusterIdInvalid',
    check: ({ clusterId }) =>
      isUnresolved(clusterId) || CLUSTERS.some((type) => ArmId.isOfType(clusterId, type))
        ? undefined
        : {
            property: 'clusterId',
            must: `be the ARM id of a ${CLUSTERS.join(' or a ')}`,
            got: clusterId,
          },
  },
  {
    code: 'KubernetesNamespaceInvalid',
    check: ({ namespace }) =>
      mismatches(namespace, LABEL)
        ? {
            property: 'namespace',
            must: 'be 1 to 63 lower-case letters, digits or hyphens, with no hyphen at either end',
            got: namespace,
          }
        : undefined,
  },
  {
    code: 'KubernetesInstanceTypeInvalid',
    check: ({ instanceTypes = {} }) => {
      const wrong = Object.keys(instanceTypes).find((name) => mismatches(name, LABEL));
      return wrong === undefined
        ? undefined
        : {
            property: 'instanceTypes',
            must: 'have names of 1 to 63 lower-case letters, digits or hyphens, with no hyphen at either end',
            got: wrong,
          };
    },
  },
  {
    code: 'KubernetesInstanceTypeUnknown',
    check: ({ defaultInstanceType, instanceTypes }) =>
      defaultInstanceType === undefined ||
      instanceTypes === undefined ||
      isUnresolved(defaultInstanceType) ||
      Object.hasOwn(instanceTypes, defaultInstanceType) ||
      Object.keys(instanceTypes).some(isUnresolved)
        ? undefined
        : {
            property: 'defaultInstanceType',
            must: 'be one of instanceTypes',
            got: defaultInstanceType,
            ...nearestFix(defaultInstanceType, Object.keys(instanceTypes)),
          },
  },
];
