import type { Duration } from '../../../core/duration';
import { Is, isOutside, type Rule, type Shape } from '../../../core/validation';
import { DURATION } from '../../private/property-types';
import type { PolicyActivityProps } from '../policy-activity';

interface Retried {
  readonly timeout?: Duration;
  readonly retry?: number;
  readonly retryInterval?: Duration;
}

type Policy = Required<
  Pick<PolicyActivityProps, 'timeout' | 'retry' | 'retryInterval' | 'secureInput' | 'secureOutput'>
>;

export const POLICY_SHAPE: Shape<Policy> = {
  timeout: DURATION,
  retry: Is.integer,
  retryInterval: DURATION,
  secureInput: Is.boolean,
  secureOutput: Is.boolean,
};

const MINUTES = 60;
const DAYS = 86_400;

/**
 * Limits of the policy of an activity.
 *
 * @see https://learn.microsoft.com/azure/data-factory/concepts-pipelines-activities#activity-policy
 */
export const POLICY_RULES: readonly Rule<Retried>[] = [
  {
    code: 'ActivityTimeoutOutOfRange',
    check: ({ timeout }) =>
      timeout !== undefined && isOutside(timeout.toSeconds(), 10 * MINUTES, 7 * DAYS)
        ? {
            property: 'timeout',
            must: 'be between 10 minutes and 7 days, inclusive',
            got: timeout.toTimespan(),
          }
        : undefined,
  },
  {
    code: 'ActivityRetryOutOfRange',
    check: ({ retry }) =>
      isOutside(retry, 0, Number.MAX_SAFE_INTEGER)
        ? { property: 'retry', must: 'be at least 0', got: retry }
        : undefined,
  },
  {
    code: 'ActivityRetryIntervalOutOfRange',
    check: ({ retryInterval }) =>
      retryInterval !== undefined && isOutside(retryInterval.toSeconds(), 30, DAYS)
        ? {
            property: 'retryInterval',
            must: 'be between 30 seconds and 1 day, inclusive',
            got: retryInterval.toTimespan(),
          }
        : undefined,
  },
];
