/** How an activity must have ended for one that depends on it to start; spelt as the service spells it. */
export enum DependencyCondition {
  /** It succeeded. */
  SUCCEEDED = 'Succeeded',
  /** It failed. */
  FAILED = 'Failed',
  /** It did not run, since what it depends on did not end as it asks for. */
  SKIPPED = 'Skipped',
  /** It succeeded or failed. */
  COMPLETED = 'Completed',
}
