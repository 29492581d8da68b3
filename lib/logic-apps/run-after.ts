import { validateValue } from '../core/validation';
import { ActionStatus } from './action-status';
import { RUN_AFTER_RULES, RUN_AFTER_SHAPE } from './private/workflow-operation-rules';
import type { WorkflowAction } from './workflow-action';

/**
 * What an action waits for: another action beside it, and how that ended.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/error-exception-handling#manage-the-run-after-behavior
 */
export class RunAfter {
  /** The action succeeded. */
  public static success(action: WorkflowAction): RunAfter {
    return new RunAfter(action, [ActionStatus.SUCCEEDED]);
  }

  /** The action failed or took too long. */
  public static failure(action: WorkflowAction): RunAfter {
    return new RunAfter(action, [ActionStatus.FAILED, ActionStatus.TIMED_OUT]);
  }

  /** The action ended in whatever way, or was skipped. */
  public static completion(action: WorkflowAction): RunAfter {
    return new RunAfter(action, Object.values(ActionStatus));
  }

  /**
   * The action ended in one of some ways.
   *
   * @param statuses at least one
   * @throws UnscopedValidationError RunAfterStatusMissing
   */
  public static of(action: WorkflowAction, statuses: ActionStatus[]): RunAfter {
    return new RunAfter(action, statuses);
  }

  /** The ends of it that count. */
  public readonly statuses: ActionStatus[];

  private constructor(
    /** The action that is waited for. */
    public readonly action: WorkflowAction,
    statuses: readonly ActionStatus[],
  ) {
    validateValue({ action, statuses }, RUN_AFTER_SHAPE, RUN_AFTER_RULES);
    this.statuses = [...new Set(statuses)];
  }
}
