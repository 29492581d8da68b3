import { type Finding, Is, isOutside, type Rule, type Shape } from '../../core/validation';
import type { WorkflowTriggerOptions } from '../workflow-trigger-options';
import { Typed } from './prop-types';
import { EXPRESSION } from './workflow-expression-rules';

export const TRIGGER_OPTIONS_SHAPE: Shape<WorkflowTriggerOptions> = {
  conditions: Is.optional(Typed.listOf(EXPRESSION)),
  maxConcurrentRuns: Is.optional(Typed.integer),
  maxWaitingRuns: Is.optional(Typed.integer),
  secureInputs: Is.optional(Typed.knownBoolean),
  secureOutputs: Is.optional(Typed.knownBoolean),
};

/** @see https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config */
const MAX_CONDITIONS = 10;
const MAX_RUNS = 100;

export const TRIGGER_OPTIONS_RULES: readonly Rule<WorkflowTriggerOptions>[] = [
  {
    code: 'TriggerConditionsOutOfRange',
    check: ({ conditions }) =>
      conditions === undefined || !isOutside(conditions.length, 1, MAX_CONDITIONS)
        ? undefined
        : {
            property: 'conditions',
            must: 'be between 1 and 10, inclusive',
            got: conditions.length,
            fix: 'join several with WorkflowExpression.and, or leave it out',
          },
  },
  {
    code: 'ConcurrentRunsOutOfRange',
    check: ({ maxConcurrentRuns }) => runsFinding('maxConcurrentRuns', maxConcurrentRuns),
  },
  {
    code: 'WaitingRunsOutOfRange',
    check: ({ maxWaitingRuns }) => runsFinding('maxWaitingRuns', maxWaitingRuns),
  },
  {
    code: 'WaitingRunsNotLimited',
    check: ({ maxConcurrentRuns, maxWaitingRuns }) =>
      maxWaitingRuns !== undefined && maxConcurrentRuns === undefined
        ? {
            property: 'maxWaitingRuns',
            must: 'be given with maxConcurrentRuns only: without a limit no run waits',
            got: maxWaitingRuns,
          }
        : undefined,
  },
];

function runsFinding(property: string, runs: number | undefined): Finding | undefined {
  return isOutside(runs, 1, MAX_RUNS)
    ? { property, must: 'be between 1 and 100, inclusive', got: runs }
    : undefined;
}
