import { Refusal } from '../../protocol/diagnostics';
import type { AzurermType, AzurermTypes } from '../azurerm-type';
import { DATA_FACTORY } from './data-factory';
import { IDENTITY } from './identity';
import { INFRASTRUCTURE } from './infrastructure';
import { KEY_VAULT } from './key-vault';
import { LOGIC_APPS } from './logic-apps';
import { MACHINE_LEARNING } from './machine-learning';
import { MONITOR } from './monitor';
import { RESOURCES } from './resources';
import { STORAGE } from './storage';

/** Every resource type of azurerm that the offline provider can make. */
export const AZURERM_TYPES: AzurermTypes = {
  ...RESOURCES,
  ...IDENTITY,
  ...STORAGE,
  ...KEY_VAULT,
  ...MONITOR,
  ...MACHINE_LEARNING,
  ...DATA_FACTORY,
  ...LOGIC_APPS,
  ...INFRASTRUCTURE,
};

/** A type of the table. */
export function azurermType(type: string): AzurermType {
  const found = AZURERM_TYPES[type];
  if (found === undefined) {
    throw new Refusal(
      `The offline provider does not know how to make ${type}`,
      'Its schema is served, but it has no entry in the table of azurerm types.',
    );
  }
  return found;
}
