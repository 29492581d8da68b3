import type { Problem } from '../../../core/errors';
import { ExpressionFault } from '../expression/expression-fault';

const LONGEST = 400;

/** Everything that was found not to be expressible, to be told at once. */
export class Problems {
  private readonly found = new Map<string, Problem>();

  /** Does something that may find an expression that cannot be carried over. */
  public during<T>(place: string, text: unknown, run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof ExpressionFault)) throw error;
      const { must, fix } = error;
      this.add({
        code: 'PulumiExpressionUnsupported',
        property: place,
        must,
        got: quoted(text),
        ...(fix === undefined ? {} : { fix }),
      });
      return undefined;
    }
  }

  /** Adds a problem; instances of one block have the same. */
  public add(problem: Problem): void {
    const { code, property, must, got } = problem;
    this.found.set([code, property, must, got].join('|'), problem);
  }

  public get all(): readonly Problem[] {
    return [...this.found.values()];
  }
}

/** Something of the synthesized document, as an error quotes it. */
export function quoted(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
