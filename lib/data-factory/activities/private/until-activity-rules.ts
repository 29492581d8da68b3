import { Is, isOutside, type Rule, type Shape } from '../../../core/validation';
import { DURATION } from '../../private/property-types';
import type { UntilActivityProps } from '../until-activity';
import { ACTIVITIES, expressionFinding, someFinding } from './container-rules';

/** Properties of an until activity with their defaults, apart from what all activities have. */
export type ResolvedUntil = Required<
  Pick<UntilActivityProps, 'expression' | 'activities' | 'timeout'>
>;

export const UNTIL_SHAPE: Shape<ResolvedUntil> = {
  expression: Is.text,
  activities: ACTIVITIES,
  timeout: DURATION,
};

const DAYS = 86_400;

export const UNTIL_RULES: readonly Rule<ResolvedUntil>[] = [
  {
    code: 'UntilExpressionInvalid',
    check: ({ expression }) => expressionFinding('expression', expression),
  },
  {
    code: 'UntilActivitiesMissing',
    check: ({ activities }) => someFinding('activities', activities),
  },
  {
    code: 'UntilTimeoutOutOfRange',
    check: ({ timeout }) =>
      isOutside(timeout.toSeconds(), 1, 90 * DAYS)
        ? {
            property: 'timeout',
            must: 'be between 1 second and 90 days, inclusive',
            got: timeout.toTimespan(),
          }
        : undefined,
  },
];
