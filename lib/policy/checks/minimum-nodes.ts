import type { StateCheck } from '../check';
import { numberAt } from '../plan-state';
import { Severity } from '../severity';

const PATH: readonly string[] = ['scale_settings', 'min_node_count'];
const ARM_PATH: readonly string[] = [
  'body',
  'properties',
  'properties',
  'scaleSettings',
  'minNodeCount',
];

/** Clusters that never scale down to nothing. */
export const MINIMUM_NODES: StateCheck = {
  id: 'minimum-nodes',
  title: 'Cluster keeps nodes running when nothing runs on it',
  severity: Severity.LOW,
  rationale: 'Every node of the minimum is paid for around the clock.',
  fix: 'Set the minimum number of nodes to 0, unless jobs cannot wait some minutes for a node.',
  types: [
    'azurerm_machine_learning_compute_cluster',
    'microsoft.machinelearningservices/workspaces/computes',
  ],
  violations: ({ type, state }) => {
    const path = type.startsWith('azurerm_') ? PATH : ARM_PATH;
    const least = numberAt(state, ...path);
    if (least === undefined || least <= 0) return [];
    const nodes = least === 1 ? '1 node' : `${String(least)} nodes`;
    return [{ text: `keeps ${nodes} running around the clock`, path }];
  },
};
