import { Duration } from '../../core/duration';
import { validateValue, withDefaults } from '../../core/validation';
import type { Activity, ActivityProps } from './activity';
import { ContainerActivity } from './container-activity';
import { expression } from './private/activity-body';
import type { ActivityContext } from './private/activity-context';
import type { ContainerDefinition } from './private/container-body';
import { bindNested } from './private/nested-activities';
import { type ResolvedUntil, UNTIL_RULES, UNTIL_SHAPE } from './private/until-activity-rules';

/** Properties of an {@link UntilActivity}. */
export interface UntilActivityProps extends ActivityProps {
  /** Expression that is true when enough was done; looked at after each turn. */
  readonly expression: string;
  /** What is done in each turn, at least one; no loops among them. */
  readonly activities: Activity[];
  /**
   * How long turns go on, between 1 second and 90 days, inclusive; the activity fails then.
   *
   * @default Duration.days(7)
   */
  readonly timeout?: Duration;
}

/**
 * Does its activities again and again until an expression is true.
 *
 * @see https://learn.microsoft.com/azure/data-factory/control-flow-until-activity
 */
export class UntilActivity extends ContainerActivity {
  private readonly props: ResolvedUntil;

  /**
   * @throws UnscopedValidationError ActivityNameInvalid, ActivityDependencyInvalid, UntilExpressionInvalid,
   *   UntilActivitiesMissing, UntilTimeoutOutOfRange; when added ActivityNestingInvalid, ActivityNameTaken
   */
  public constructor(name: string, props: UntilActivityProps) {
    super(name, props);
    const resolved = withDefaults(props, { timeout: Duration.days(7) });
    validateValue(resolved, UNTIL_SHAPE, UNTIL_RULES);
    this.props = resolved;
  }

  /** @internal */
  protected _define(context: ActivityContext): ContainerDefinition {
    const { activities, timeout } = this.props;
    const nested = bindNested('Until', activities, context);
    return {
      type: 'Until',
      typeProperties: {
        expression: expression(this.props.expression),
        timeout: timeout.toTimespan(),
        get activities() {
          return nested.render();
        },
      },
      nested: [nested],
    };
  }
}
