import { Is, isOutside, type Rule, type Shape } from '../../core/validation';
import type { UntilActionProps } from '../actions/until-action';
import { ACTIONS_SHAPE, loopRule } from './container-rules';
import { Typed } from './prop-types';
import { EXPRESSION } from './workflow-expression-rules';

/** The props with the defaults filled in. */
export type ResolvedUntil = UntilActionProps &
  Required<Pick<UntilActionProps, 'maxIterations' | 'timeout'>>;

export const DURATION = Is.having('a Duration', 'toSeconds', 'toHuman', 'toIsoString');

export const UNTIL_SHAPE: Shape<ResolvedUntil> = {
  ...ACTIONS_SHAPE,
  condition: EXPRESSION,
  maxIterations: Typed.integer,
  timeout: DURATION,
};

/**
 * How often and how long a loop may go on, and how long a run lives.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config#looping-and-batching-limits
 */
export const MAX_ITERATIONS = 5000;
export const MAX_RUN_SECONDS = 90 * 86_400;

export const UNTIL_RULES: readonly Rule<ResolvedUntil>[] = [
  {
    code: 'UntilIterationsOutOfRange',
    check: ({ maxIterations }) =>
      isOutside(maxIterations, 1, MAX_ITERATIONS)
        ? {
            property: 'maxIterations',
            must: 'be between 1 and 5000, inclusive',
            got: maxIterations,
          }
        : undefined,
  },
  {
    code: 'UntilActionTimeoutOutOfRange',
    check: ({ timeout }) =>
      isOutside(timeout.toSeconds(), 1, MAX_RUN_SECONDS)
        ? {
            property: 'timeout',
            must: 'be between 1 second and 90 days, inclusive',
            got: timeout.toHuman(),
          }
        : undefined,
  },
  loopRule('UntilActionEndsRun'),
];
