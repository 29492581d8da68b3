import type { EndpointFact, GrantFact, NoteFact, StudioFact, TriggerFact } from '../../core/facts';

/** How many resources of a kind a stack declares. */
export interface ResourceCount {
  /** The service, such as `Machine Learning`. */
  readonly service: string;
  /** What people call one. */
  readonly kind: string;
  readonly count: number;
}

/** What one stack declares. */
export interface StackSummary {
  readonly name: string;
  readonly resources: readonly ResourceCount[];
  readonly triggers: readonly TriggerFact[];
  readonly grants: readonly GrantFact[];
  readonly endpoints: readonly EndpointFact[];
  readonly studio: readonly StudioFact[];
  readonly notes: readonly NoteFact[];
}
