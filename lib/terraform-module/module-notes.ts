import { isRecord, listOf, memberOf, recordOf, textOf } from '../review/read/json-values';
import type { ModuleParts } from './module-parts';
import { stringsIn } from './strings';

/** What callers should know before they call a module, or call it twice. */
export interface ModuleNotes {
  /** Resources that Terraform refuses to destroy. */
  readonly prevented: readonly string[];
  /** Resources whose name is taken once in Azure, a region, a tenant or a subscription, and the same in each call. */
  readonly sameNames: readonly (readonly [address: string, name: string])[];
  /** Subscriptions of provider blocks that were left out, and that resources name as well. */
  readonly fixedSubscriptions: readonly string[];
  /** Versions that are forgotten when the module is updated. */
  readonly forgotten: readonly string[];
  readonly unusedVariables: readonly string[];
}

/** Resources whose names others may have taken. */
const NAMED_ONCE = new Set([
  'azurerm_container_registry',
  'azurerm_data_factory',
  'azurerm_key_vault',
  'azurerm_resource_group',
  'azurerm_role_definition',
  'azurerm_storage_account',
]);
const NAMED_ONCE_IN_REGION = /\/workspaces\/(?:batch|online)Endpoints@/;

/** Looks for it; pure. */
export function moduleNotes(parts: ModuleParts): ModuleNotes {
  const blocks = Object.entries(recordOf(parts.main['resource'])).flatMap(([type, named]) =>
    Object.entries(recordOf(named)).map(([label, block]) => ({ type, label, block })),
  );
  const texts = stringsIn(parts.main).map(([text]) => text.toLowerCase());
  return {
    prevented: blocks
      .filter(({ block }) => isPrevented(memberOf(block, 'lifecycle')))
      .map(({ type, label }) => `${type}.${label}`)
      .sort(),
    sameNames: blocks
      .flatMap(({ type, label, block }) => {
        const name = textOf(memberOf(block, 'name'));
        const once =
          NAMED_ONCE.has(type) || NAMED_ONCE_IN_REGION.test(textOf(memberOf(block, 'type')) ?? '');
        return once && name !== undefined && !name.includes('${')
          ? [[`${type}.${label}`, name] as const]
          : [];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    fixedSubscriptions: subscriptionsOf(parts)
      .filter((id) => texts.some((text) => text.includes(id)))
      .sort(),
    forgotten: listOf(parts.main['removed'])
      .map((block) => textOf(memberOf(block, 'from')) ?? '')
      .sort(),
    unusedVariables: parts.unusedVariables,
  };
}

function isPrevented(lifecycle: unknown): boolean {
  const blocks = isRecord(lifecycle) ? [lifecycle] : listOf(lifecycle);
  return blocks.some((block) => memberOf(block, 'prevent_destroy') === true);
}

function subscriptionsOf({ providers }: ModuleParts): readonly string[] {
  const ids = [...providers.values()]
    .flat()
    .map((block) => textOf(block['subscription_id'])?.toLowerCase())
    .filter((id) => id !== undefined && !id.includes('${'));
  return [...new Set(ids)].filter((id) => id !== undefined);
}
