/** Where a command writes. */
export interface Output {
  /** What the command is asked for: may be piped. */
  out(line: string): void;
  /** What people should know besides. */
  note(line: string): void;
}

/** One command of this library. */
export interface Command {
  /** What it is for, in a line. */
  readonly summary: string;
  /** How it is called, such as `prune [--write]`. */
  readonly usage: string;
  /** What its options are, one line each. */
  readonly options: readonly string[];
  /**
   * Runs it.
   *
   * @param args what follows its name
   * @returns exit code
   */
  run(args: readonly string[], output: Output): number | Promise<number>;
}
