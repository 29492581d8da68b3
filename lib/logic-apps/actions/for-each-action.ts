import type { ArmObject } from '../../azapi/azapi-types';
import { validateValue } from '../../core/validation';
import { renderForEach } from '../private/for-each-body';
import { FOR_EACH_RULES, FOR_EACH_SHAPE } from '../private/for-each-rules';
import { renderActions } from '../private/render-actions';
import type { WorkflowAction, WorkflowActionProps } from '../workflow-action';
import type { WorkflowExpression } from '../workflow-expression';
import type { IWorkflowHost } from '../workflow-host';
import { ContainerAction } from './container-action';

/** Properties of a {@link ForEachAction}. */
export interface ForEachActionProps extends WorkflowActionProps {
  /** The list; of 100,000 items at most. */
  readonly items: WorkflowExpression;
  /** What is done for each item, `WorkflowExpression.itemsOf(name)`. */
  readonly actions: WorkflowAction[];
  /**
   * For how many items at the same time, 1 to 50, inclusive; 1 keeps the order.
   *
   * @default - 20, decided by the service
   * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#change-for-each-concurrency
   */
  readonly maxConcurrent?: number;
}

/**
 * Does something for each item of a list.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#foreach-action
 */
export class ForEachAction extends ContainerAction {
  private readonly props: ForEachActionProps;

  /**
   * @param name unique in the workflow, see {@link WorkflowOperation}
   * @throws UnscopedValidationError WorkflowOperationNameInvalid, RunAfterOutside,
   *   ForEachConcurrencyOutOfRange, ForEachActionEndsRun
   */
  public constructor(name: string, props: ForEachActionProps) {
    validateValue(props, FOR_EACH_SHAPE, FOR_EACH_RULES);
    super(name, [props.actions], props.runAfter);
    this.props = { ...props };
  }

  public override render(host: IWorkflowHost): ArmObject {
    const { items, actions, maxConcurrent } = this.props;
    return renderForEach({
      items: items.toText(),
      actions: renderActions(actions, host),
      maxConcurrent,
    });
  }
}
