import type { ArmObject } from '../azapi/azapi-types';
import type { Duration } from '../core/duration';
import { validateValue } from '../core/validation';
import { RETRY_RULES, RETRY_SHAPE } from './private/retry-policy-rules';

/**
 * How often a request is sent again that failed with 408, 429 or 5xx, or had no answer.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/error-exception-handling#retry-policies
 */
export class RetryPolicy {
  /** Never: for what must not be done twice. */
  public static none(): RetryPolicy {
    return new RetryPolicy({ type: 'none' });
  }

  /**
   * After the same wait each time.
   *
   * @param count how often, 1 to 90, inclusive
   * @param interval between two tries, 5 seconds to 1 day, inclusive
   * @throws UnscopedValidationError RetryCountOutOfRange, RetryIntervalOutOfRange
   */
  public static fixed(count: number, interval: Duration): RetryPolicy {
    return RetryPolicy.of('fixed', count, interval);
  }

  /**
   * After waits that grow.
   *
   * @param count how often, 1 to 90, inclusive
   * @param interval what waits are made of, 5 seconds to 1 day, inclusive
   * @throws UnscopedValidationError RetryCountOutOfRange, RetryIntervalOutOfRange
   */
  public static exponential(count: number, interval: Duration): RetryPolicy {
    return RetryPolicy.of('exponential', count, interval);
  }

  private static of(type: string, count: number, interval: Duration): RetryPolicy {
    validateValue({ count, interval }, RETRY_SHAPE, RETRY_RULES);
    return new RetryPolicy({ type, count, interval: interval.toIsoString() });
  }

  private constructor(private readonly policy: ArmObject) {}

  /**
   * As definitions have it, `{ type, count?, interval? }`.
   *
   * @internal
   */
  public _renderRetryPolicy(): ArmObject {
    return this.policy;
  }
}
