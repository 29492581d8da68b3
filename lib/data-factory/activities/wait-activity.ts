import type { Duration } from '../../core/duration';
import { validateValue } from '../../core/validation';
import { Activity, type ActivityProps } from './activity';
import type { BoundActivity } from './private/activity-context';
import { renderWait } from './private/wait-activity-body';
import { WAIT_ACTIVITY_RULES, WAIT_ACTIVITY_SHAPE } from './private/wait-activity-rules';

/** Properties of a {@link WaitActivity}. */
export interface WaitActivityProps extends ActivityProps {
  /** How long to wait, at least 1 second. */
  readonly duration: Duration;
}

/** Waits. */
export class WaitActivity extends Activity {
  private readonly duration: Duration;

  /** @throws UnscopedValidationError ActivityNameInvalid, ActivityDependencyInvalid, WaitTooShort */
  public constructor(name: string, props: WaitActivityProps) {
    super(name, props);
    validateValue(props, WAIT_ACTIVITY_SHAPE, WAIT_ACTIVITY_RULES);
    this.duration = props.duration;
  }

  /** @internal */
  public _bind(): BoundActivity {
    const { name, duration, description } = this;
    return { activities: [renderWait(name, duration, { description })], runs: [] };
  }
}
