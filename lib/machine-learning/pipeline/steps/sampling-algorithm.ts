import type { ArmObject } from '../../../azapi/azapi-types';
import { Is, type Rule, type Shape, validateValue } from '../../../core/validation';
import { belowFinding } from './private/below-finding';

/** Settings of {@link SamplingAlgorithm.random} and {@link SamplingAlgorithm.sobol}. */
export interface RandomSamplingOptions {
  /**
   * Start of the random numbers, 0 or more; with the same one the same values are tried.
   *
   * @default - another one for each run
   */
  readonly seed?: number;
}

const SHAPE: Shape<RandomSamplingOptions> = { seed: Is.optional(Is.integer) };

const RULES: readonly Rule<RandomSamplingOptions>[] = [
  { code: 'SamplingSeedOutOfRange', check: ({ seed }) => belowFinding('seed', seed, 0) },
];

/** How a sweep chooses what it tries next. */
export class SamplingAlgorithm {
  /** Every combination; of choices only. */
  public static readonly GRID = new SamplingAlgorithm('grid');
  /** By what came out before; of choices and uniform distributions only. */
  public static readonly BAYESIAN = new SamplingAlgorithm('bayesian');

  /**
   * At random.
   *
   * @throws UnscopedValidationError SamplingSeedOutOfRange
   */
  public static random(options: RandomSamplingOptions = {}): SamplingAlgorithm {
    validateValue(options, SHAPE, RULES);
    return new SamplingAlgorithm('random', seedOf(options));
  }

  /**
   * By a Sobol sequence, which covers the space more evenly than chance.
   *
   * @throws UnscopedValidationError SamplingSeedOutOfRange
   */
  public static sobol(options: RandomSamplingOptions = {}): SamplingAlgorithm {
    validateValue(options, SHAPE, RULES);
    return new SamplingAlgorithm('random', { rule: 'sobol', ...seedOf(options) });
  }

  private constructor(
    /** As azure-ai-ml spells it. @internal */
    public readonly kind: string,
    private readonly settings: ArmObject = {},
  ) {}

  /** A name where there is nothing to set, as azure-ai-ml has it. @internal */
  public _render(): string | ArmObject {
    return Object.keys(this.settings).length === 0
      ? this.kind
      : { type: this.kind, ...this.settings };
  }
}

function seedOf({ seed }: RandomSamplingOptions): ArmObject {
  return seed === undefined ? {} : { seed };
}
