import type { Duration } from '../../core/duration';
import { isOutside, type Rule, type Shape } from '../../core/validation';
import { Typed } from './prop-types';
import { DURATION } from './until-rules';

interface Retries {
  readonly count: number;
  readonly interval: Duration;
}

export const RETRY_SHAPE: Shape<Retries> = { count: Typed.integer, interval: DURATION };

/** @see https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config#retry-policy-limits */
export const RETRY_RULES: readonly Rule<Retries>[] = [
  {
    code: 'RetryCountOutOfRange',
    check: ({ count }) =>
      isOutside(count, 1, 90)
        ? { property: 'count', must: 'be between 1 and 90, inclusive', got: count }
        : undefined,
  },
  {
    code: 'RetryIntervalOutOfRange',
    check: ({ interval }) =>
      isOutside(interval.toSeconds(), 5, 86_400)
        ? {
            property: 'interval',
            must: 'be between 5 seconds and 1 day, inclusive',
            got: interval.toHuman(),
          }
        : undefined,
  },
];
