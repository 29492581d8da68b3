import { ValidationError } from '../../core/errors';
import { validateValue } from '../../core/validation';
import { Activity, type ActivityProps } from './activity';
import { renderActivity, textOrExpression } from './private/activity-body';
import type { ActivityContext, BoundActivity } from './private/activity-context';
import { SET_VARIABLE_SHAPE, variableProblem } from './private/set-variable-activity-rules';

/** Properties of a {@link SetVariableActivity}. */
export interface SetVariableActivityProps extends ActivityProps {
  /** Name of a variable of the pipeline. */
  readonly variable: string;
  /**
   * What it holds from then on: text, or an expression, which starts with `@`. For anything but text
   * write an expression, such as `@bool(1)`. It may not read the variable itself.
   */
  readonly value: string;
}

/**
 * Sets a variable of the pipeline.
 *
 * @see https://learn.microsoft.com/azure/data-factory/control-flow-set-variable-activity
 */
export class SetVariableActivity extends Activity {
  private readonly variable: string;
  private readonly value: string;

  /**
   * @throws UnscopedValidationError ActivityNameInvalid, ActivityDependencyInvalid; when added
   *   VariableUnknown
   */
  public constructor(name: string, props: SetVariableActivityProps) {
    super(name, props);
    validateValue(props, SET_VARIABLE_SHAPE);
    this.variable = props.variable;
    this.value = props.value;
  }

  /** @internal */
  public _bind({ pipeline, variables }: ActivityContext): BoundActivity {
    const unknown = variableProblem(this.variable, variables);
    if (unknown !== undefined) throw new ValidationError([unknown], pipeline);
    const { name, description } = this;
    const typeProperties = {
      variableName: this.variable,
      value: textOrExpression(this.value),
    };
    const activity = renderActivity({ name, description, type: 'SetVariable', typeProperties });
    return { activities: [activity], runs: [] };
  }
}
