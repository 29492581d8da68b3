import type { PlanValue } from '../../review/model';
import type { StateCheck, Violation } from '../check';
import { at, flagOr, textAt } from '../plan-state';
import { Severity } from '../severity';

const ACCESS: readonly string[] = ['body', 'properties', 'publicNetworkAccess'];

/** Where each type says that it can be reached by public networks, and where its firewall does. */
const PLACES: ReadonlyMap<string, { readonly flag: string; readonly firewall?: string }> = new Map([
  ['azurerm_machine_learning_workspace', { flag: 'public_network_access_enabled' }],
  ['azurerm_data_factory', { flag: 'public_network_enabled' }],
  ['azurerm_key_vault', { flag: 'public_network_access_enabled', firewall: 'network_acls' }],
  ['azurerm_storage_account', { flag: 'public_network_access_enabled', firewall: 'network_rules' }],
]);

const ARM_TYPES: readonly string[] = [
  'microsoft.machinelearningservices/workspaces',
  'microsoft.datafactory/factories',
  'microsoft.keyvault/vaults',
  'microsoft.storage/storageaccounts',
];

/** Services that anybody on the internet can reach. */
export const PUBLIC_NETWORK_ACCESS: StateCheck = {
  id: 'public-network-access',
  title: 'Reachable from public networks',
  severity: Severity.MEDIUM,
  rationale:
    'Only credentials then stand between anybody on the internet and the service; a leaked one is enough.',
  fix: 'Disable public network access and use private endpoints, or deny by default in the firewall.',
  types: [...PLACES.keys(), ...ARM_TYPES],
  violations: ({ type, state }) => {
    const place = PLACES.get(type);
    return place === undefined ? ofArm(state) : ofProvider(state, place);
  },
};

function ofProvider(
  state: PlanValue,
  { flag, firewall }: { readonly flag: string; readonly firewall?: string },
): readonly Violation[] {
  if (flagOr(true, state, flag) !== true) return [];
  const denies = firewall !== undefined && textAt(state, firewall, 'default_action') === 'Deny';
  return denies ? [] : [{ text: 'can be reached from public networks', path: [flag] }];
}

function ofArm(state: PlanValue): readonly Violation[] {
  const access = at(state, ...ACCESS);
  const isOpen = access === undefined || access === null || access === 'Enabled';
  const denies = textAt(state, 'body', 'properties', 'networkAcls', 'defaultAction') === 'Deny';
  return !isOpen || denies ? [] : [{ text: 'can be reached from public networks', path: ACCESS }];
}
