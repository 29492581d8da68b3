/** What an activity that is not run counts as, for those that wait for it. */
export enum InactiveMark {
  /** As if it had succeeded. */
  SUCCEEDED = 'Succeeded',
  /** As if it had failed. */
  FAILED = 'Failed',
  /** As if what it waits for had not ended as it asks for. */
  SKIPPED = 'Skipped',
}
