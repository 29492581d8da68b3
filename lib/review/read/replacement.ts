import { type Difference, DifferenceKind } from '../model';
import { REPLACING_ATTRIBUTES } from './azurerm/replacing-attributes';

type Path = readonly string[];

/** Attributes of azapi resources whose change replaces them; of the others' type, another api-version does not. */
const OF_AZAPI: ReadonlyMap<string, readonly string[]> = new Map([
  ['azapi_resource', ['name', 'parent_id', 'location', 'replace_triggers_external_values']],
  ['azapi_data_plane_resource', ['name', 'parent_id', 'replace_triggers_external_values']],
  [
    'azapi_update_resource',
    ['name', 'parent_id', 'resource_id', 'replace_triggers_external_values'],
  ],
  ['azapi_resource_action', ['type', 'resource_id', 'action']],
]);

/**
 * The paths that differ and force a replacement, by what is known of azurerm and azapi.
 *
 * @param triggers paths that the resource names itself, in azapi's `replace_triggers_refs`
 */
export function forcingPaths(
  type: string,
  differences: readonly Difference[],
  triggers: readonly string[] = [],
): readonly Path[] {
  return differences.filter((one) => isForcing(type, one, triggers)).map(({ path }) => path);
}

function isForcing(type: string, difference: Difference, triggers: readonly string[]): boolean {
  const { path } = difference;
  if (isSamePlace(difference)) return false;
  if (type.startsWith('azapi_')) return isForcingAzapi(type, difference, triggers);
  const dotted = path.filter((key) => !/^\d+$/.test(key)).join('.');
  return replacingOf(type).some((name) => dotted === name || dotted.startsWith(`${name}.`));
}

function isForcingAzapi(
  type: string,
  { path, kind, before, after }: Difference,
  triggers: readonly string[],
): boolean {
  const [first = ''] = path;
  if (first === 'body') return triggers.some((trigger) => startsWith(path.slice(1), trigger));
  if (first === EXTERNAL && kind !== DifferenceKind.CHANGED) return false;
  if (OF_AZAPI.get(type)?.includes(first) === true) return true;
  return first === 'type' && armTypeOf(before) !== armTypeOf(after);
}

/** Values beside the resource whose change replaces it, where there were some before. */
const EXTERNAL = 'replace_triggers_external_values';

function replacingOf(type: string): readonly string[] {
  const short = type.replace(/^azurerm_/, '');
  if (short === type || !Object.hasOwn(REPLACING_ATTRIBUTES, short)) return [];
  return REPLACING_ATTRIBUTES[short]?.split(' ') ?? [];
}

function armTypeOf(value: unknown): unknown {
  return typeof value === 'string' ? value.split('@', 1)[0]?.toLowerCase() : value;
}

/** Whether only the spelling of a region differs: Azure takes `West Europe` and `westeurope` for the same. */
export function isSamePlace({ path, before, after }: Difference): boolean {
  return (
    path[0] === 'location' &&
    typeof before === 'string' &&
    typeof after === 'string' &&
    before.replaceAll(' ', '').toLowerCase() === after.replaceAll(' ', '').toLowerCase()
  );
}

function startsWith(path: Path, trigger: string): boolean {
  const keys = trigger.replace(/^body\./, '').split('.');
  return (
    path.length > 0 && keys.every((key, index) => path[index] === undefined || path[index] === key)
  );
}
