import { numberAt, textAt } from '../../policy/plan-state';
import { typeKey } from '../../policy/type-key';
import type { PlanValue, ResourceChange } from '../model';

/** Nodes of a compute, as far as a plan tells. */
export interface ComputeShape {
  /** VM size in upper case, `undefined` where it is not known. */
  readonly size: string | undefined;
  readonly least: number | undefined;
  readonly most: number | undefined;
}

/** Where a type of compute says its size and its nodes. */
interface Places {
  readonly size: readonly string[];
  readonly least?: readonly string[];
  readonly most?: readonly string[];
}

const ARM = ['body', 'properties', 'properties'];

const PLACES: ReadonlyMap<string, Places> = new Map<string, Places>([
  [
    'azurerm_machine_learning_compute_cluster',
    {
      size: ['vm_size'],
      least: ['scale_settings', 'min_node_count'],
      most: ['scale_settings', 'max_node_count'],
    },
  ],
  ['azurerm_machine_learning_compute_instance', { size: ['virtual_machine_size'] }],
  [
    'microsoft.machinelearningservices/workspaces/computes',
    {
      size: [...ARM, 'vmSize'],
      least: [...ARM, 'scaleSettings', 'minNodeCount'],
      most: [...ARM, 'scaleSettings', 'maxNodeCount'],
    },
  ],
]);

/** Types of computes. */
export const COMPUTE_TYPES: readonly string[] = [...PLACES.keys()];

/** Where a compute says its size and its nodes, `undefined` for what is none. */
export function placesOf(change: ResourceChange): Places | undefined {
  return PLACES.get(typeKey(change));
}

/** The nodes of a compute in one state; `undefined` where there is no compute, or none with nodes. */
export function shapeOf(
  change: ResourceChange,
  state: PlanValue | undefined,
): ComputeShape | undefined {
  const places = placesOf(change);
  if (places === undefined || state === undefined || state === null) return undefined;
  const kind = textAt(state, 'body', 'properties', 'computeType');
  if (!hasNodes(kind)) return undefined;
  const size = textAt(state, ...places.size)?.toUpperCase();
  const { least = [], most = [] } = places;
  // An instance is one machine, whether anybody uses it or not.
  return most.length === 0 || kind === 'ComputeInstance'
    ? { size, least: 1, most: 1 }
    : { size, least: numberAt(state, ...least), most: numberAt(state, ...most) };
}

/** What azurerm declares has a type of its own; of azapi the body says what it is. */
function hasNodes(kind: string | undefined): boolean {
  return kind === undefined || kind === 'AmlCompute' || kind === 'ComputeInstance';
}
