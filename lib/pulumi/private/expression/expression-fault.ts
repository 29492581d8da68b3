/** Why an expression cannot be carried over; whoever knows the expression's place makes an error of it. */
export class ExpressionFault extends SyntaxError {
  /** @param must what the expression would have to do, to be read after "must" */
  public constructor(
    public readonly must: string,
    public readonly fix?: string,
  ) {
    super(must);
  }
}
