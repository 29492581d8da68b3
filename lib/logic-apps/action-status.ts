/** How an action of a workflow ended. */
export enum ActionStatus {
  FAILED = 'Failed',
  SKIPPED = 'Skipped',
  SUCCEEDED = 'Succeeded',
  TIMED_OUT = 'TimedOut',
}
