import type { WorkflowExpression } from './workflow-expression';

/** What every trigger takes. */
export interface WorkflowTriggerOptions {
  /**
   * What must be true, all of it, for a run to start; at least one and at most 10 where given. A call or poll
   * that does not fulfil it is shown as skipped in the trigger history.
   *
   * @default - every time it fires
   * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#trigger-conditions
   */
  readonly conditions?: WorkflowExpression[];
  /**
   * How many runs may be active at the same time: 1 to 100, inclusive. The service cannot take the limit away
   * again: leaving it out later replaces the workflow, and with it a system-assigned identity and the roles
   * that it holds. With it, a trigger that starts one run for each item takes 100 items at most.
   *
   * @default - no limit
   * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#change-trigger-concurrency
   */
  readonly maxConcurrentRuns?: number;
  /**
   * How many runs may wait for others to end: 1 to 100, inclusive; for `maxConcurrentRuns` only.
   *
   * @default - 10 beyond the runs at the same time, decided by the service
   * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#change-waiting-runs
   */
  readonly maxWaitingRuns?: number;
  /**
   * Whether the trigger history hides what the trigger is given.
   *
   * @default false
   * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app#secure-data-code-view
   */
  readonly secureInputs?: boolean;
  /**
   * Whether the trigger history hides what the trigger brought, and run history the inputs made of it.
   *
   * @default false
   */
  readonly secureOutputs?: boolean;
}
