import { validateValue, withDefaults } from '../../core/validation';
import { Activity, type ActivityProps } from './activity';
import type { BoundActivity } from './private/activity-context';
import { renderFail } from './private/fail-activity-body';
import { FAIL_ACTIVITY_SHAPE } from './private/fail-activity-rules';

/** Properties of a {@link FailActivity}. */
export interface FailActivityProps extends ActivityProps {
  /** What the run says it failed of; text that starts with `@` is an expression of Data Factory. */
  readonly message: string;
  /**
   * What programs that look at the run go by; text that starts with `@` is an expression of Data Factory.
   *
   * @default '500'
   */
  readonly errorCode?: string;
}

/** Ends the run as failed. */
export class FailActivity extends Activity {
  private readonly message: string;
  private readonly errorCode: string;

  /** @throws UnscopedValidationError ActivityNameInvalid, ActivityDependencyInvalid */
  public constructor(name: string, props: FailActivityProps) {
    super(name, props);
    const resolved = withDefaults(props, { errorCode: '500' });
    validateValue(resolved, FAIL_ACTIVITY_SHAPE);
    this.message = resolved.message;
    this.errorCode = resolved.errorCode;
  }

  /** @internal */
  public _bind(): BoundActivity {
    const { name, message, errorCode, description } = this;
    return { activities: [renderFail(name, message, errorCode, { description })], runs: [] };
  }
}
