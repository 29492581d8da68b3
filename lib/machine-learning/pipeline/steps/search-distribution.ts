import type { ArmObject } from '../../../azapi/azapi-types';
import { validateValue } from '../../../core/validation';
import { DataType } from '../data-type';
import {
  BOUNDS_RULES,
  BOUNDS_SHAPE,
  CHOICE_RULES,
  CHOICE_SHAPE,
  NORMAL_RULES,
  NORMAL_SHAPE,
  RANDINT_RULES,
  RANDINT_SHAPE,
} from './private/search-distribution-rules';

/**
 * What a sweep tries for one hyperparameter.
 *
 * @see azure-ai-ml 1.4.0, `_schema/_sweep/search_space`
 */
export class SearchDistribution {
  /**
   * One of some values, all of one type, each as likely as the others.
   *
   * @throws UnscopedValidationError SearchChoicesInvalid
   */
  public static choice(values: (string | number | boolean)[]): SearchDistribution {
    validateValue({ values }, CHOICE_SHAPE, CHOICE_RULES);
    return new SearchDistribution('choice', { values }, typeOf(values));
  }

  /**
   * A whole number from 0 to `upper`, without it.
   *
   * @param upper at least 1
   * @throws UnscopedValidationError SearchUpperOutOfRange
   */
  public static randint(upper: number): SearchDistribution {
    validateValue({ upper }, RANDINT_SHAPE, RANDINT_RULES);
    return new SearchDistribution('randint', { upper }, DataType.INTEGER);
  }

  /**
   * A number between two, each as likely as the others.
   *
   * @param step what results are rounded to multiples of; more than 0
   * @throws UnscopedValidationError SearchBoundsInvalid, SearchStepInvalid
   */
  public static uniform(min: number, max: number, step?: number): SearchDistribution {
    return SearchDistribution.between('uniform', min, max, step);
  }

  /**
   * `exp` of a number between two, so that its logarithm is uniform.
   *
   * @param min exponent of the least value
   * @param max exponent of the greatest value
   * @param step what results are rounded to multiples of; more than 0
   * @throws UnscopedValidationError SearchBoundsInvalid, SearchStepInvalid
   */
  public static logUniform(min: number, max: number, step?: number): SearchDistribution {
    return SearchDistribution.between('loguniform', min, max, step);
  }

  /**
   * A normally distributed number.
   *
   * @param mu mean
   * @param sigma standard deviation, more than 0
   * @param step what results are rounded to multiples of; more than 0
   * @throws UnscopedValidationError SearchDeviationInvalid, SearchStepInvalid
   */
  public static normal(mu: number, sigma: number, step?: number): SearchDistribution {
    return SearchDistribution.around('normal', mu, sigma, step);
  }

  /**
   * `exp` of a normally distributed number.
   *
   * @param mu mean of the logarithm
   * @param sigma standard deviation of the logarithm, more than 0
   * @param step what results are rounded to multiples of; more than 0
   * @throws UnscopedValidationError SearchDeviationInvalid, SearchStepInvalid
   */
  public static logNormal(mu: number, sigma: number, step?: number): SearchDistribution {
    return SearchDistribution.around('lognormal', mu, sigma, step);
  }

  private static between(kind: string, min: number, max: number, step?: number) {
    validateValue({ min, max, step }, BOUNDS_SHAPE, BOUNDS_RULES);
    return SearchDistribution.stepped(kind, { min_value: min, max_value: max }, step);
  }

  private static around(kind: string, mu: number, sigma: number, step?: number) {
    validateValue({ mu, sigma, step }, NORMAL_SHAPE, NORMAL_RULES);
    return SearchDistribution.stepped(kind, { mu, sigma }, step);
  }

  private static stepped(kind: string, parameters: ArmObject, step: number | undefined) {
    return step === undefined
      ? new SearchDistribution(kind, parameters, DataType.NUMBER)
      : new SearchDistribution(`q${kind}`, { ...parameters, q: step }, DataType.NUMBER);
  }

  private constructor(
    /** As azure-ai-ml spells it. @internal */
    public readonly kind: string,
    private readonly parameters: ArmObject,
    /** Type of the values. @internal */
    public readonly type: DataType,
  ) {}

  /** @internal */
  public _render(): ArmObject {
    return { type: this.kind, ...this.parameters };
  }
}

function typeOf(values: readonly (string | number | boolean)[]): DataType {
  if (values.every((value) => typeof value === 'boolean')) return DataType.BOOLEAN;
  if (values.some((value) => typeof value !== 'number')) return DataType.STRING;
  return values.every((value) => Number.isInteger(value)) ? DataType.INTEGER : DataType.NUMBER;
}
