import type { MatchContext } from './match-context';

const MATCHER = Symbol.for('cdktf-azureml.testing.Matcher');

/** One difference between a pattern and what was found. */
export interface Mismatch {
  /** Where, from the top of the block, such as `body.properties.tags["a b"]` or `rules[0].name`. */
  readonly path: string;
  /** What the pattern asks for, printable. */
  readonly expected: string;
  /** What stands there instead, printable. */
  readonly found: string;
  /** How much of the pattern this difference covers, in leaves; at least 1. */
  readonly weight: number;
}

/** What a pattern may hold in place of a literal value. Made by {@link Match}; own ones may extend it. */
export abstract class Matcher {
  /** Whether a value is a matcher, also when the package is installed twice. */
  public static isMatcher(value: unknown): value is Matcher {
    return typeof value === 'object' && value !== null && MATCHER in value;
  }

  /** @internal */
  public readonly [MATCHER] = true;

  /** What is asked for, to be read after "expected". */
  public abstract describe(): string;

  /**
   * Compares one value; `undefined` stands for a key that is not there.
   *
   * @returns the differences, none when the value matches
   */
  public abstract test(found: unknown, context: MatchContext): readonly Mismatch[];
}
