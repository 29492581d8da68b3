/**
 * How what a step writes reaches its place.
 *
 * @see `Microsoft.MachineLearningServices/workspaces/jobs@2025-06-01`, `OutputDeliveryMode`
 */
export enum OutputMode {
  /** Mounted; written over the network as it is written. */
  READ_WRITE_MOUNT = 'ReadWriteMount',
  /** Copied from the machine when the step ends. */
  UPLOAD = 'Upload',
  /** Not touched: the step gets the address and writes there itself. */
  DIRECT = 'Direct',
}
