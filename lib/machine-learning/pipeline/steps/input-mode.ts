/**
 * How the data of an input reaches the step.
 *
 * @see `Microsoft.MachineLearningServices/workspaces/jobs@2025-06-01`, `InputDeliveryMode`
 */
export enum InputMode {
  /** Mounted; read over the network as it is read. */
  READ_ONLY_MOUNT = 'ReadOnlyMount',
  /** Mounted, and written to. */
  READ_WRITE_MOUNT = 'ReadWriteMount',
  /** Copied to the machine before the step starts. */
  DOWNLOAD = 'Download',
  /** Not touched: the step gets the address. */
  DIRECT = 'Direct',
  /** The table that an `MLTable` file describes, mounted. */
  EVAL_MOUNT = 'EvalMount',
  /** The table that an `MLTable` file describes, copied. */
  EVAL_DOWNLOAD = 'EvalDownload',
}
