/** What kind of component a {@link ComponentStep} runs: `type` of its specification. */
export enum ComponentType {
  /** Runs a command. */
  COMMAND = 'command',
  /** Runs a command on many parts of its data at the same time. */
  PARALLEL = 'parallel',
  /** Runs a pipeline. */
  PIPELINE = 'pipeline',
  /** Runs a Spark application. */
  SPARK = 'spark',
}
