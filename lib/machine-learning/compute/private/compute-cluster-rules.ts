import { guidRule } from '../../../core/guid-rule';
import { Is, isOutside, isUnresolved, type Rule, type Shape } from '../../../core/validation';
import type { ComputeAttributes } from '../compute-attributes';
import type { ComputeClusterProps } from '../compute-cluster';
import { VmPriority } from '../vm-priority';
import { computeNameRule, WORKSPACE } from './compute-shapes';

type Resolved = ComputeClusterProps &
  Required<Pick<ComputeClusterProps, 'minNodes' | 'idleBeforeScaleDown' | 'vmPriority'>>;

export const COMPUTE_CLUSTER_SHAPE: Shape<Resolved> = {
  name: Is.text,
  workspace: WORKSPACE,
  vmSize: Is.having('a VmSize', 'name'),
  maxNodes: Is.integer,
  minNodes: Is.integer,
  idleBeforeScaleDown: Is.having('a Duration', 'toSeconds', 'toIsoString'),
  vmPriority: Is.oneOf(Object.values(VmPriority)),
  subnetId: Is.optional(Is.text),
  nodePublicIp: Is.optional(Is.boolean),
  description: Is.optional(Is.text),
  tags: Is.optional(Is.map(Is.string)),
};

export const COMPUTE_CLUSTER_RULES: readonly Rule<Resolved>[] = [
  computeNameRule,
  {
    code: 'ComputeMaxNodesOutOfRange',
    check: ({ maxNodes }) =>
      isOutside(maxNodes, 1, Number.MAX_SAFE_INTEGER)
        ? { property: 'maxNodes', must: 'be at least 1', got: maxNodes }
        : undefined,
  },
  {
    code: 'ComputeMinNodesOutOfRange',
    check: ({ minNodes, maxNodes }) =>
      isOutside(minNodes, 0, maxNodes)
        ? {
            property: 'minNodes',
            must: isUnresolved(maxNodes)
              ? 'be at least 0'
              : `be between 0 and maxNodes (${String(maxNodes)}), inclusive`,
            got: minNodes,
          }
        : undefined,
  },
  {
    code: 'ComputeIdleTimeOutOfRange',
    check: ({ idleBeforeScaleDown }) =>
      isOutside(idleBeforeScaleDown.toSeconds(), 1, Number.MAX_SAFE_INTEGER)
        ? {
            property: 'idleBeforeScaleDown',
            must: 'be at least 1 second',
            got: idleBeforeScaleDown.toIsoString(),
          }
        : undefined,
  },
];

export const IMPORTED_COMPUTE_SHAPE: Shape<ComputeAttributes> = {
  workspace: WORKSPACE,
  name: Is.text,
  principalId: Is.optional(Is.text),
};

export const IMPORTED_COMPUTE_RULES: readonly Rule<ComputeAttributes>[] = [
  computeNameRule,
  guidRule({
    code: 'ComputePrincipalInvalid',
    property: 'principalId',
    what: 'the object id of an identity',
    fix: 'give the object id (principal id), not the client id, the name or the ARM id',
  }),
];
