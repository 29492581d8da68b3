import type { CheckDescription } from './check';
import type { Severity } from './severity';

/** What a change has to do with a finding. */
export enum FindingStatus {
  /** There after the change and not before. */
  INTRODUCED = 'introduced',
  /** There before the change and not after. */
  REMOVED = 'removed',
}

/** Something that a check found, and that a change introduces or removes. */
export interface Finding {
  readonly check: CheckDescription;
  readonly severity: Severity;
  readonly status: FindingStatus;
  readonly stack: string;
  readonly address: string;
  /** What people call the resource. */
  readonly label: string;
  /** What is wrong. */
  readonly text: string;
  /** Where in the resource. */
  readonly path: readonly string[];
}
