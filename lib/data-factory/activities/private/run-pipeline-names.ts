/** Names of the activities that start a v2 job and wait for it. */
export interface RunNames {
  /** Starts the job. */
  readonly submit: string;
  /** Goes on until the job has ended. */
  readonly until: string;
  /** Asks for the status of the job. */
  readonly status: string;
  /** Waits between two questions. */
  readonly pause: string;
  /** Cancels the job where it was not seen to end. */
  readonly cancel: string;
  /** Looks at how the job ended. */
  readonly result: string;
  /** Fails the run. */
  readonly fail: string;
}

const SUFFIXES = {
  submit: '',
  until: ' done',
  status: ' status',
  pause: ' pause',
  cancel: ' cancel',
  result: ' result',
  fail: ' fail',
} as const;

/** Characters that the longest of the names has more than the given one. */
export const LONGEST_RUN_SUFFIX = Math.max(
  ...Object.values(SUFFIXES).map((suffix) => suffix.length),
);

/** The names of the activities of one run. */
export function runNames(name: string): RunNames {
  return {
    submit: `${name}${SUFFIXES.submit}`,
    until: `${name}${SUFFIXES.until}`,
    status: `${name}${SUFFIXES.status}`,
    pause: `${name}${SUFFIXES.pause}`,
    cancel: `${name}${SUFFIXES.cancel}`,
    result: `${name}${SUFFIXES.result}`,
    fail: `${name}${SUFFIXES.fail}`,
  };
}
