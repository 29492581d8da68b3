import type { PlanValue } from '../../review/model';
import type { StateCheck, Violation } from '../check';
import { flagOr, textAt } from '../plan-state';
import { Severity } from '../severity';

const DISABLE: readonly string[] = ['body', 'properties', 'disableLocalAuth'];
const MODE: readonly string[] = ['body', 'properties', 'authMode'];

/** Computes and endpoints that take something else than tokens of Entra ID. */
export const LOCAL_AUTHENTICATION: StateCheck = {
  id: 'local-authentication',
  title: 'Keys or passwords are accepted beside Entra ID',
  severity: Severity.MEDIUM,
  rationale: 'Keys and local accounts know no conditional access, and outlive who was given them.',
  fix: 'Set local_auth_enabled = false on computes, and authMode AADToken on endpoints.',
  types: [
    'azurerm_machine_learning_compute_cluster',
    'azurerm_machine_learning_compute_instance',
    'microsoft.machinelearningservices/workspaces/computes',
    'microsoft.machinelearningservices/workspaces/onlineendpoints',
    'microsoft.machinelearningservices/workspaces/batchendpoints',
  ],
  violations: ({ type, state }) => {
    if (type.startsWith('azurerm_')) return ofProvider(state);
    return type.endsWith('/computes') ? ofCompute(state) : ofEndpoint(state);
  },
};

function ofProvider(state: PlanValue): readonly Violation[] {
  return flagOr(true, state, 'local_auth_enabled') === true
    ? [{ text: 'takes local accounts', path: ['local_auth_enabled'] }]
    : [];
}

function ofCompute(state: PlanValue): readonly Violation[] {
  const kind = textAt(state, 'body', 'properties', 'computeType') ?? '';
  const hasAccounts = ['AmlCompute', 'ComputeInstance'].includes(kind);
  return hasAccounts && flagOr(false, state, ...DISABLE) === false
    ? [{ text: 'takes local accounts', path: DISABLE }]
    : [];
}

function ofEndpoint(state: PlanValue): readonly Violation[] {
  const mode = textAt(state, ...MODE);
  return mode === 'Key' ? [{ text: 'takes keys', path: MODE }] : [];
}
