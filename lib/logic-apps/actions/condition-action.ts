import type { ArmObject } from '../../azapi/azapi-types';
import { validateValue, withDefaults } from '../../core/validation';
import { renderCondition } from '../private/condition-body';
import { CONDITION_SHAPE } from '../private/condition-rules';
import { renderActions } from '../private/render-actions';
import type { WorkflowAction, WorkflowActionProps } from '../workflow-action';
import type { WorkflowExpression } from '../workflow-expression';
import type { IWorkflowHost } from '../workflow-host';
import { ContainerAction } from './container-action';

/** Properties of a {@link ConditionAction}. */
export interface ConditionActionProps extends WorkflowActionProps {
  /** What decides: true or false. */
  readonly condition: WorkflowExpression;
  /** What is done where it is true. */
  readonly actions: WorkflowAction[];
  /**
   * What is done where it is false.
   *
   * @default - nothing
   */
  readonly otherwise?: WorkflowAction[];
}

/**
 * Does one thing or another.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#if-action
 */
export class ConditionAction extends ContainerAction {
  private readonly props: ConditionActionProps & Required<Pick<ConditionActionProps, 'otherwise'>>;

  /**
   * @param name unique in the workflow, see {@link WorkflowOperation}
   * @throws UnscopedValidationError WorkflowOperationNameInvalid, RunAfterOutside
   */
  public constructor(name: string, props: ConditionActionProps) {
    const resolved = withDefaults(props, { otherwise: [] });
    validateValue<ConditionActionProps & Required<Pick<ConditionActionProps, 'otherwise'>>>(
      resolved,
      CONDITION_SHAPE,
    );
    super(name, [resolved.actions, resolved.otherwise], resolved.runAfter);
    this.props = resolved;
  }

  public override render(host: IWorkflowHost): ArmObject {
    const { condition, actions, otherwise } = this.props;
    return renderCondition({
      condition: condition.toText(),
      actions: renderActions(actions, host),
      otherwise: renderActions(otherwise, host),
    });
  }
}
