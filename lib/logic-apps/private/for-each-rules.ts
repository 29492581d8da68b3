import { Is, isOutside, type Rule, type Shape } from '../../core/validation';
import type { ForEachActionProps } from '../actions/for-each-action';
import { ACTIONS_SHAPE, loopRule } from './container-rules';
import { Typed } from './prop-types';
import { EXPRESSION } from './workflow-expression-rules';

export const FOR_EACH_SHAPE: Shape<ForEachActionProps> = {
  ...ACTIONS_SHAPE,
  items: EXPRESSION,
  maxConcurrent: Is.optional(Typed.integer),
};

/** @see https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config#looping-and-batching-limits */
export const FOR_EACH_RULES: readonly Rule<ForEachActionProps>[] = [
  {
    code: 'ForEachConcurrencyOutOfRange',
    check: ({ maxConcurrent }) =>
      isOutside(maxConcurrent, 1, 50)
        ? { property: 'maxConcurrent', must: 'be between 1 and 50, inclusive', got: maxConcurrent }
        : undefined,
  },
  loopRule('ForEachActionEndsRun'),
];
