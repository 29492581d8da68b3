/** How a run ends. */
export enum TerminateStatus {
  CANCELLED = 'Cancelled',
  FAILED = 'Failed',
  SUCCEEDED = 'Succeeded',
}
