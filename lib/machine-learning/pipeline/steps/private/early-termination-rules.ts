import { type Finding, Is, isOutside, type Rule, type Shape } from '../../../../core/validation';
import type { BanditSlack, EarlyTerminationInterval } from '../early-termination';
import { belowFinding } from './below-finding';

export const INTERVAL_SHAPE: Shape<EarlyTerminationInterval> = {
  evaluationInterval: Is.optional(Is.integer),
  delayEvaluation: Is.optional(Is.integer),
};

export const INTERVAL_RULES: readonly Rule<EarlyTerminationInterval>[] = [
  {
    code: 'EarlyTerminationIntervalOutOfRange',
    check: ({ evaluationInterval, delayEvaluation }) =>
      belowFinding('evaluationInterval', evaluationInterval, 0) ??
      belowFinding('delayEvaluation', delayEvaluation, 0),
  },
];

export const BANDIT_SHAPE: Shape<BanditSlack> = {
  ...INTERVAL_SHAPE,
  slackFactor: Is.optional(Is.number),
  slackAmount: Is.optional(Is.number),
};

export const BANDIT_RULES: readonly Rule<BanditSlack>[] = [
  {
    code: 'EarlyTerminationSlackInvalid',
    check: ({ slackFactor, slackAmount }) =>
      (slackFactor === undefined) === (slackAmount === undefined)
        ? {
            property: 'slackFactor',
            must: 'be given, or slackAmount, and not both',
            got: slackFactor,
          }
        : (slackFinding('slackFactor', slackFactor) ?? slackFinding('slackAmount', slackAmount)),
  },
  ...INTERVAL_RULES,
];

type Truncation = EarlyTerminationInterval & { readonly percentage: number };

export const TRUNCATION_SHAPE: Shape<Truncation> = { ...INTERVAL_SHAPE, percentage: Is.integer };

export const TRUNCATION_RULES: readonly Rule<Truncation>[] = [
  {
    code: 'EarlyTerminationPercentageOutOfRange',
    check: ({ percentage }) =>
      isOutside(percentage, 1, 99)
        ? { property: 'percentage', must: 'be from 1 to 99', got: percentage }
        : undefined,
  },
  ...INTERVAL_RULES,
];

function slackFinding(property: string, got: number | undefined): Finding | undefined {
  return isOutside(got, Number.MIN_VALUE, Number.MAX_VALUE)
    ? { property, must: 'be more than 0', got }
    : undefined;
}
