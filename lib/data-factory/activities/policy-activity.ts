import { Duration } from '../../core/duration';
import { validateValue, withDefaults } from '../../core/validation';
import { Activity, type ActivityProps } from './activity';
import { type ActivityDefinition, renderActivity, renderPolicy } from './private/activity-body';
import type { ActivityContext, BoundActivity } from './private/activity-context';
import { POLICY_RULES, POLICY_SHAPE } from './private/policy-rules';
import type { ArmObject } from '../../azapi/azapi-types';

/** What activities take that work outside the pipeline: a limit in time, and retries. */
export interface PolicyActivityProps extends ActivityProps {
  /**
   * Between 10 minutes and 7 days, inclusive.
   *
   * @default Duration.hours(12)
   */
  readonly timeout?: Duration;
  /**
   * How often it is tried again after a failure, at least 0.
   *
   * @default 0
   */
  readonly retry?: number;
  /**
   * Wait before it is tried again, between 30 seconds and 1 day, inclusive.
   *
   * @default Duration.seconds(30)
   */
  readonly retryInterval?: Duration;
  /**
   * Whether what goes in is left out of the monitoring logs.
   *
   * @default false
   */
  readonly secureInput?: boolean;
  /**
   * Whether what comes out is left out of the monitoring logs.
   *
   * @default false
   */
  readonly secureOutput?: boolean;
}

/** An activity that works outside the pipeline. */
export abstract class PolicyActivity extends Activity {
  private readonly policy: ArmObject;

  /**
   * @throws UnscopedValidationError ActivityNameInvalid, ActivityDependencyInvalid, ActivityTimeoutOutOfRange,
   *   ActivityRetryOutOfRange, ActivityRetryIntervalOutOfRange
   */
  protected constructor(name: string, props: PolicyActivityProps) {
    super(name, props);
    const resolved = withDefaults(props, {
      timeout: Duration.hours(12),
      retry: 0,
      retryInterval: Duration.seconds(30),
      secureInput: false,
      secureOutput: false,
    });
    validateValue(resolved, POLICY_SHAPE, POLICY_RULES);
    this.policy = renderPolicy(resolved);
  }

  /** @internal */
  public _bind(context: ActivityContext): BoundActivity {
    const { name, description, policy } = this;
    const { checks = [], ...definition } = this._define(context);
    return {
      activities: [renderActivity({ name, description, policy, ...definition })],
      runs: [],
      checks,
    };
  }

  /**
   * What of the activity is its own.
   *
   * @internal
   */
  protected abstract _define(context: ActivityContext): ActivityDefinition;
}
