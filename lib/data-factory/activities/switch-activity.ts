import { validateValue, withDefaults } from '../../core/validation';
import type { Activity, ActivityProps } from './activity';
import { ContainerActivity } from './container-activity';
import { expression } from './private/activity-body';
import type { ActivityContext } from './private/activity-context';
import type { ContainerDefinition } from './private/container-body';
import { bindNested } from './private/nested-activities';
import { type ResolvedSwitch, SWITCH_RULES, SWITCH_SHAPE } from './private/switch-activity-rules';

/** What a {@link SwitchActivity} does for one value. */
export interface SwitchCase {
  /** The value, compared with its case. */
  readonly value: string;
  /** What is done, at least one; no loops and conditions among them. */
  readonly activities: Activity[];
}

/** Properties of a {@link SwitchActivity}. */
export interface SwitchActivityProps extends ActivityProps {
  /** Expression that comes to a text. */
  readonly on: string;
  /** At most 25, each for another value. */
  readonly cases: SwitchCase[];
  /**
   * What is done for any other value; no loops and conditions among them.
   *
   * @default - nothing; needed where there are no cases
   */
  readonly otherwise?: Activity[];
}

/**
 * Does what stands beside the value that an expression comes to.
 *
 * @see https://learn.microsoft.com/azure/data-factory/control-flow-switch-activity
 */
export class SwitchActivity extends ContainerActivity {
  private readonly props: ResolvedSwitch;

  /**
   * @throws UnscopedValidationError ActivityNameInvalid, ActivityDependencyInvalid, SwitchExpressionInvalid,
   *   SwitchCasesOutOfRange, SwitchCaseTwice, SwitchActivitiesMissing; when added ActivityNestingInvalid,
   *   ActivityNameTaken
   */
  public constructor(name: string, props: SwitchActivityProps) {
    super(name, props);
    const resolved = withDefaults(props, { otherwise: [] });
    validateValue(resolved, SWITCH_SHAPE, SWITCH_RULES);
    this.props = resolved;
  }

  /** @internal */
  protected _define(context: ActivityContext): ContainerDefinition {
    const cases = this.props.cases.map(({ value, activities }) => ({
      value,
      nested: bindNested('Switch', activities, context),
    }));
    const otherwise = bindNested('Switch', this.props.otherwise, context);
    return {
      type: 'Switch',
      typeProperties: {
        on: expression(this.props.on),
        get cases() {
          return cases.map(({ value, nested }) => ({ value, activities: nested.render() }));
        },
        get defaultActivities() {
          return otherwise.render();
        },
      },
      nested: [...cases.map(({ nested }) => nested), otherwise],
    };
  }
}
