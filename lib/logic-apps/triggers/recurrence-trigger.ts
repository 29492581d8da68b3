import type { ArmObject } from '../../azapi/azapi-types';
import { validateValue } from '../../core/validation';
import type { IScheduleTrigger } from '../../machine-learning/schedule/schedule-trigger';
import { renderRecurrenceTrigger } from '../private/recurrence-trigger-body';
import {
  type LogicAppRecurrence,
  RECURRENCE_TRIGGER_RULES,
  RECURRENCE_TRIGGER_SHAPE,
} from '../private/recurrence-trigger-rules';
import { WorkflowTrigger } from '../workflow-trigger';
import type { WorkflowTriggerOptions } from '../workflow-trigger-options';
import type { IWorkflowHost } from '../workflow-host';

/** Properties of a {@link RecurrenceTrigger}. */
export interface RecurrenceTriggerProps extends WorkflowTriggerOptions {
  /**
   * When it fires: a `Recurrence` of minutes, hours, days or weeks, or of months without days, hours and
   * minutes. Logic Apps has neither cron nor days of the month. At most every 500 days, 71 weeks or 16 months.
   * After an `endTime` it still fires, and a condition keeps the workflow from running.
   */
  readonly recurrence: IScheduleTrigger;
}

/**
 * Starts a workflow at times on the clock.
 *
 * Without a start time and hours it fires at once when the workflow is deployed, and again after each change
 * of it. Times that were missed are not made up for.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#recurrence-trigger
 */
export class RecurrenceTrigger extends WorkflowTrigger {
  /** When it fires, in words, such as `every day at 04:30, Europe/Berlin`. */
  public readonly description: string;
  private readonly recurrence: LogicAppRecurrence;

  /**
   * @param name unique in the workflow, see {@link WorkflowOperation}
   * @throws UnscopedValidationError WorkflowOperationNameInvalid, WorkflowCronUnsupported,
   *   WorkflowMonthDaysUnsupported, WorkflowRecurrenceIntervalOutOfRange and the codes of
   *   {@link WorkflowTrigger}
   */
  public constructor(name: string, props: RecurrenceTriggerProps) {
    super(name, props);
    const given: unknown = props;
    validateValue<RecurrenceTriggerProps & { readonly recurrence: LogicAppRecurrence }>(
      given,
      RECURRENCE_TRIGGER_SHAPE,
      RECURRENCE_TRIGGER_RULES,
    );
    this.recurrence = given.recurrence;
    this.description = given.recurrence.describe();
  }

  public override render(_host: IWorkflowHost): ArmObject {
    return renderRecurrenceTrigger(this.recurrence);
  }
}
