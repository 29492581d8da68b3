import { validateValue, withDefaults } from '../../core/validation';
import type { Activity, ActivityProps } from './activity';
import { ContainerActivity } from './container-activity';
import { expression } from './private/activity-body';
import type { ActivityContext } from './private/activity-context';
import type { ContainerDefinition } from './private/container-body';
import {
  IF_CONDITION_RULES,
  IF_CONDITION_SHAPE,
  type ResolvedIfCondition,
} from './private/if-condition-activity-rules';
import { bindNested } from './private/nested-activities';

/** Properties of an {@link IfConditionActivity}. */
export interface IfConditionActivityProps extends ActivityProps {
  /** Expression that is true or false. */
  readonly expression: string;
  /**
   * What is done where it is true; no loops and conditions among them.
   *
   * @default - nothing; one of the two must hold something
   */
  readonly whenTrue?: Activity[];
  /**
   * What is done where it is false; no loops and conditions among them.
   *
   * @default - nothing; one of the two must hold something
   */
  readonly whenFalse?: Activity[];
}

/**
 * Does one or the other.
 *
 * @see https://learn.microsoft.com/azure/data-factory/control-flow-if-condition-activity
 */
export class IfConditionActivity extends ContainerActivity {
  private readonly props: ResolvedIfCondition;

  /**
   * @throws UnscopedValidationError ActivityNameInvalid, ActivityDependencyInvalid,
   *   IfConditionExpressionInvalid, IfConditionActivitiesMissing; when added ActivityNestingInvalid,
   *   ActivityNameTaken
   */
  public constructor(name: string, props: IfConditionActivityProps) {
    super(name, props);
    const resolved = withDefaults(props, { whenTrue: [], whenFalse: [] });
    validateValue(resolved, IF_CONDITION_SHAPE, IF_CONDITION_RULES);
    this.props = resolved;
  }

  /** @internal */
  protected _define(context: ActivityContext): ContainerDefinition {
    const whenTrue = bindNested('IfCondition', this.props.whenTrue, context);
    const whenFalse = bindNested('IfCondition', this.props.whenFalse, context);
    return {
      type: 'IfCondition',
      typeProperties: {
        expression: expression(this.props.expression),
        get ifTrueActivities() {
          return whenTrue.render();
        },
        get ifFalseActivities() {
          return whenFalse.render();
        },
      },
      nested: [whenTrue, whenFalse],
    };
  }
}
