import type { StateCheck } from '../check';
import { flagOr } from '../plan-state';
import { Severity } from '../severity';

const ARM_PATH: readonly string[] = ['body', 'properties', 'allowSharedKeyAccess'];
const PATH: readonly string[] = ['shared_access_key_enabled'];

/** Storage accounts that take their keys. */
export const SHARED_KEYS: StateCheck = {
  id: 'shared-keys',
  title: 'Storage account takes shared keys',
  severity: Severity.HIGH,
  rationale:
    'A key gives all rights on all data, to whoever holds it, and no log says who that was.',
  fix: 'Set shared_access_key_enabled = false and give identities data roles.',
  types: ['azurerm_storage_account', 'microsoft.storage/storageaccounts'],
  violations: ({ type, state }) => {
    const path = type.startsWith('azurerm_') ? PATH : ARM_PATH;
    return flagOr(true, state, ...path) === true
      ? [{ text: 'can be read and written with an account key', path }]
      : [];
  },
};
