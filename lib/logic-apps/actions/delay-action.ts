import type { ArmObject } from '../../azapi/azapi-types';
import type { Duration } from '../../core/duration';
import { validateValue } from '../../core/validation';
import { DELAY_RULES, DELAY_SHAPE } from '../private/delay-rules';
import { renderRecurrence } from '../private/recurrence';
import { WorkflowAction, type WorkflowActionProps } from '../workflow-action';
import type { IWorkflowHost } from '../workflow-host';

/** Properties of a {@link DelayAction}. */
export interface DelayActionProps extends WorkflowActionProps {
  /** How long it waits: 1 second to 90 days, inclusive. */
  readonly duration: Duration;
}

/**
 * Waits.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#wait-action
 */
export class DelayAction extends WorkflowAction {
  private readonly duration: Duration;

  /**
   * @param name unique in the workflow, see {@link WorkflowOperation}
   * @throws UnscopedValidationError WorkflowOperationNameInvalid, DelayOutOfRange
   */
  public constructor(name: string, props: DelayActionProps) {
    validateValue(props, DELAY_SHAPE, DELAY_RULES);
    super(name, props.runAfter);
    this.duration = props.duration;
  }

  public override render(_host: IWorkflowHost): ArmObject {
    const { frequency: unit, interval: count } = renderRecurrence(this.duration);
    return { type: 'Wait', inputs: { interval: { unit, count } } };
  }
}
