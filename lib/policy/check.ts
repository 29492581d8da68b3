import type { PlanValue, ResourceChange } from '../review/model';
import type { Severity } from './severity';

/** What is said of a check, whatever it looks at. */
export interface CheckDescription {
  /** Stable name, such as `public-network-access`. */
  readonly id: string;
  /** What it finds, a short sentence without a full stop. */
  readonly title: string;
  /** How much its findings weigh, unless a violation says otherwise. */
  readonly severity: Severity;
  /** Why it matters. */
  readonly rationale: string;
  /** What to do about it. */
  readonly fix: string;
  /**
   * Resource types that it looks at: Terraform types and, for azapi, ARM types in lower case; empty for
   * all.
   */
  readonly types: readonly string[];
}

/** Something that a check found. */
export interface Violation {
  /** What is wrong, as a sentence about the resource, never with a value that may be secret. */
  readonly text: string;
  /** Where in the resource; two violations of one check at one path are the same one. */
  readonly path: readonly string[];
  /** How much it weighs, where that differs from the check. */
  readonly severity?: Severity;
}

/** A resource as a check of states sees it: as it is before a change, or after. */
export interface CheckedResource {
  /** Terraform type or, for azapi, ARM type in lower case. */
  readonly type: string;
  /** The values; unknown and sensitive ones are marked. */
  readonly state: PlanValue;
  /** Whether the state holds the `lifecycle` of the configuration, where there is one; plans do not. */
  readonly tellsLifecycle: boolean;
}

/**
 * A check of resources as they are. It is run on the state before a change and on the one after: what is
 * found only after was introduced by the change, what is found only before was removed.
 */
export interface StateCheck extends CheckDescription {
  /** Everything wrong with a resource, none where all is well or unknown. */
  violations(resource: CheckedResource): readonly Violation[];
}

/** A check of what a change does, in place of what it leads to. */
export interface ChangeCheck extends CheckDescription {
  /** Everything wrong with a change. */
  violations(change: ResourceChange): readonly Violation[];
}
