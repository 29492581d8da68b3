import type { ArmObject } from '../../../azapi/azapi-types';
import { validateValue } from '../../../core/validation';
import {
  BANDIT_RULES,
  BANDIT_SHAPE,
  INTERVAL_RULES,
  INTERVAL_SHAPE,
  TRUNCATION_RULES,
  TRUNCATION_SHAPE,
} from './private/early-termination-rules';

/** When a policy looks at the trials. */
export interface EarlyTerminationInterval {
  /**
   * How many reports of the metric lie between two looks, 0 or more; 1 looks at each.
   *
   * @default 1
   */
  readonly evaluationInterval?: number;
  /**
   * Reports of the metric before the first look, 0 or more.
   *
   * @default 0
   */
  readonly delayEvaluation?: number;
}

/** How far trials may fall behind: by exactly one of the two. */
export interface BanditSlack extends EarlyTerminationInterval {
  /**
   * As a part of the best metric, more than 0, such as 0.2.
   *
   * @default - none
   */
  readonly slackFactor?: number;
  /**
   * As a difference from the best metric, more than 0.
   *
   * @default - none
   */
  readonly slackAmount?: number;
}

/**
 * Which trials of a sweep end before they are through.
 *
 * @see azure-ai-ml 1.4.0, `_job/sweep/early_termination_policy.py`
 */
export class EarlyTermination {
  /**
   * Those that fall too far behind the best one.
   *
   * @throws UnscopedValidationError EarlyTerminationSlackInvalid, EarlyTerminationIntervalOutOfRange
   */
  public static bandit(slack: BanditSlack): EarlyTermination {
    validateValue(slack, BANDIT_SHAPE, BANDIT_RULES);
    return new EarlyTermination('Bandit', slack, {
      slack_factor: slack.slackFactor ?? 0,
      slack_amount: slack.slackAmount ?? 0,
    });
  }

  /**
   * Those whose best is worse than the median of the averages of all.
   *
   * @throws UnscopedValidationError EarlyTerminationIntervalOutOfRange
   */
  public static medianStopping(interval: EarlyTerminationInterval = {}): EarlyTermination {
    validateValue(interval, INTERVAL_SHAPE, INTERVAL_RULES);
    return new EarlyTermination('MedianStopping', interval, {});
  }

  /**
   * The worst ones.
   *
   * @param percentage how many of them at each look, from 1 to 99
   * @throws UnscopedValidationError EarlyTerminationPercentageOutOfRange, EarlyTerminationIntervalOutOfRange
   */
  public static truncationSelection(
    percentage: number,
    interval: EarlyTerminationInterval = {},
  ): EarlyTermination {
    validateValue({ ...interval, percentage }, TRUNCATION_SHAPE, TRUNCATION_RULES);
    return new EarlyTermination('TruncationSelection', interval, {
      truncation_percentage: percentage,
    });
  }

  private constructor(
    private readonly policy: string,
    private readonly interval: EarlyTerminationInterval,
    private readonly settings: ArmObject,
  ) {}

  /** @internal */
  public _render(): ArmObject {
    return {
      policy_type: this.policy,
      evaluation_interval: this.interval.evaluationInterval ?? 1,
      delay_evaluation: this.interval.delayEvaluation ?? 0,
      ...this.settings,
    };
  }
}
