import { Refusal } from '../protocol/diagnostics';
import type { ObjectSchemas } from '../schema/provider-schema';
import { textOrEmpty, type ObjectValue } from '../wire/value';

const SECRET = 'azurerm_key_vault_secret';

/**
 * The ephemeral resources of azurerm 4.81.0 that matter here, as its documentation has them; the file of
 * schemas has none.
 */
export const AZURERM_EPHEMERAL: ObjectSchemas = {
  [SECRET]: {
    version: 0,
    block: {
      attributes: {
        name: { type: 'string', required: true },
        key_vault_id: { type: 'string', required: true },
        version: { type: 'string', optional: true, computed: true },
        value: { type: 'string', computed: true, sensitive: true },
        expiration_date: { type: 'string', computed: true },
        not_before_date: { type: 'string', computed: true },
      },
    },
  },
};

/** Text that every secret of the stand-in begins with, to be looked for where it must not be. */
export const OFFLINE_SECRET = 'offline-secret-';

/** A secret as it is read; every secret is there. */
export function openedEphemeral(type: string, config: ObjectValue): ObjectValue {
  if (type !== SECRET) throw new Refusal(`The offline provider does not know how to open ${type}`);
  return {
    ...config,
    version: config['version'] ?? '0'.repeat(32),
    value: `${OFFLINE_SECRET}${textOrEmpty(config['name'])}`,
    expiration_date: null,
    not_before_date: null,
  };
}
