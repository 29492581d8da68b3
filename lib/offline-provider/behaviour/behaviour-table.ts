import type { Json } from '../wire/json';

/** What an attribute or block of azurerm does beyond its schema. */
export interface Behaviour {
  /** A change needs another resource. */
  readonly force_new?: boolean;
  /** Value where the configuration gives none. */
  readonly default?: Json;
  readonly conflicts_with?: readonly string[];
  readonly exactly_one_of?: readonly string[];
  readonly at_least_one_of?: readonly string[];
  readonly required_with?: readonly string[];
  readonly min_items?: number;
  readonly max_items?: number;
}

/** Behaviour by path, such as `blob_properties.delete_retention_policy.days`. */
export interface TypeBehaviour {
  readonly [path: string]: Behaviour;
}

/** Behaviour by resource type. */
export interface BehaviourTable {
  readonly [type: string]: TypeBehaviour;
}
