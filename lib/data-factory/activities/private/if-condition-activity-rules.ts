import { Is, type Rule, type Shape } from '../../../core/validation';
import type { IfConditionActivityProps } from '../if-condition-activity';
import { ACTIVITIES, expressionFinding, someFinding } from './container-rules';

/** Properties of a condition with their defaults, apart from what all activities have. */
export type ResolvedIfCondition = Required<
  Pick<IfConditionActivityProps, 'expression' | 'whenTrue' | 'whenFalse'>
>;

export const IF_CONDITION_SHAPE: Shape<ResolvedIfCondition> = {
  expression: Is.text,
  whenTrue: ACTIVITIES,
  whenFalse: ACTIVITIES,
};

export const IF_CONDITION_RULES: readonly Rule<ResolvedIfCondition>[] = [
  {
    code: 'IfConditionExpressionInvalid',
    check: ({ expression }) => expressionFinding('expression', expression),
  },
  {
    code: 'IfConditionActivitiesMissing',
    check: ({ whenTrue, whenFalse }) =>
      someFinding('whenTrue and whenFalse together', [...whenTrue, ...whenFalse]),
  },
];
