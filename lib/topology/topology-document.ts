/** A document that a topology is read from. */
export interface TopologyDocument {
  /** Name of the stack, where the document does not say it; a plan never does. */
  readonly name: string;
  /** The document, parsed: the `cdk.tf.json` of a stack, or a plan as `terraform show -json` prints it. */
  readonly content: unknown;
}
