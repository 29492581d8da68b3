import type { StateCheck } from '../check';
import { flagOr, textAt } from '../plan-state';
import { Severity } from '../severity';

const PATH: readonly string[] = ['node_public_ip_enabled'];
const ARM_PATH: readonly string[] = ['body', 'properties', 'properties', 'enableNodePublicIp'];
const COMPUTES = 'microsoft.machinelearningservices/workspaces/computes';

/** Computes whose nodes have public addresses. */
export const NODE_PUBLIC_IP: StateCheck = {
  id: 'node-public-ip',
  title: 'Nodes have public IP addresses',
  severity: Severity.LOW,
  rationale:
    'A node with a public address can be scanned and reached unless every rule around it is right.',
  fix: 'Set node_public_ip_enabled = false; the nodes then need a subnet or a managed network for their way out.',
  types: [
    'azurerm_machine_learning_compute_cluster',
    'azurerm_machine_learning_compute_instance',
    COMPUTES,
  ],
  violations: ({ type, state }) => {
    const path = type === COMPUTES ? ARM_PATH : PATH;
    const kind = textAt(state, 'body', 'properties', 'computeType');
    const isOther = type === COMPUTES && kind !== 'AmlCompute' && kind !== 'ComputeInstance';
    return !isOther && flagOr(true, state, ...path) === true
      ? [{ text: 'gives its nodes public IP addresses', path }]
      : [];
  },
};
