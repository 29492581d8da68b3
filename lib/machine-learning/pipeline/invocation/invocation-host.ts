/** Who sends an invocation, and so how expressions are written in it. */
export interface IInvocationHost {
  /** What people call it, such as `a Logic App workflow`. */
  readonly hostName: string;
  /** The blob that started the sender; `undefined` where nothing of the kind did. */
  readonly triggeringBlob?: TriggeringBlob;
  /** Text that must arrive as it is, escaped so that the sender does not take it for an expression. */
  escapeLiteral(text: string): string;
}

/** The blob that started a sender, as expressions in the sender's language. */
export interface TriggeringBlob {
  /** Full URL of the blob. */
  readonly uri: string;
  /** Path of the blob within its container, without a leading slash. */
  readonly relativePath: string;
}
