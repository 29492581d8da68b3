/** What is done with a stack, in this order. */
export const STEPS = ['init', 'validate', 'plan', 'apply', 'replan', 'destroy'] as const;

/** One of {@link STEPS}. */
export type PlainStep = (typeof STEPS)[number];

/** What is done with a stack; `base` is to apply what it was before, where that is given. */
export type Step = PlainStep | 'base';

/**
 * What became of a step.
 *
 * `unsettled`: the second plan is not empty. `kept`: Terraform refuses to destroy, because of `prevent_destroy`.
 */
export type Outcome = 'passed' | 'unsettled' | 'kept' | 'failed' | 'skipped';

/** How many resources a plan touches, as Terraform counts them; a replacement is in `add` and `remove`. */
export interface ResourceCounts {
  readonly add: number;
  readonly change: number;
  readonly remove: number;
}

/** What Terraform said, or what is to be known besides. */
export interface RehearsalMessage {
  readonly severity: 'error' | 'warning' | 'note';
  readonly summary: string;
  readonly detail: string;
  /** Address of the block that it is about, where that is known. */
  readonly address?: string;
  /** Path of the construct behind the block, where that is known. */
  readonly path?: string;
}

/** A resource of a stack. */
export interface RehearsedResource {
  readonly address: string;
  /** Path of the construct behind it, where that is known. */
  readonly path?: string;
}

/** What a plan would change. */
export interface RehearsedChange extends RehearsedResource {
  readonly actions: readonly string[];
  /** Paths of the values that would change; never the values. */
  readonly attributes: readonly string[];
  /** Paths of those that force a replacement. */
  readonly forcedBy: readonly string[];
}

/** A step, done. */
export interface StepResult {
  readonly step: Step;
  readonly outcome: Outcome;
  readonly seconds: number;
  readonly counts?: ResourceCounts;
  readonly messages: readonly RehearsalMessage[];
  /** What does not settle; of the plan that follows an earlier synthesis, what is there and would change. */
  readonly changes: readonly RehearsedChange[];
  /** What `prevent_destroy` keeps. */
  readonly kept: readonly RehearsedResource[];
}

/** What became of a stack. */
export interface StackRehearsal {
  readonly stack: string;
  readonly steps: readonly StepResult[];
}

/** What became of all stacks. */
export interface Rehearsal {
  /** Version of Terraform. */
  readonly terraform: string;
  readonly stacks: readonly StackRehearsal[];
  /** Where the copies are, when they were to be kept. */
  readonly folder?: string;
}

/** Whether everything went as it should; what is kept by intent does not count against it. */
export function hasPassed({ stacks }: Rehearsal): boolean {
  return stacks.every(({ steps }) =>
    steps.every(({ outcome }) => outcome === 'passed' || outcome === 'kept'),
  );
}
