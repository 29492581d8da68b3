import { Is, validateValue } from '../core/validation';

/** A parameter of a {@link DataFactoryPipeline}: its type, and its default where it has one. */
export class DataFactoryParameter {
  /**
   * Text.
   *
   * @param defaultValue value of runs that give none; without it every run must give one
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static string(defaultValue?: string): DataFactoryParameter {
    validateValue({ defaultValue }, { defaultValue: Is.optional(Is.string) });
    return new DataFactoryParameter('String', defaultValue);
  }

  /**
   * A whole number.
   *
   * @param defaultValue value of runs that give none; without it every run must give one
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static int(defaultValue?: number): DataFactoryParameter {
    validateValue({ defaultValue }, { defaultValue: Is.optional(Is.integer) });
    return new DataFactoryParameter('Int', defaultValue);
  }

  /**
   * A number.
   *
   * @param defaultValue value of runs that give none; without it every run must give one
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static float(defaultValue?: number): DataFactoryParameter {
    validateValue({ defaultValue }, { defaultValue: Is.optional(Is.number) });
    return new DataFactoryParameter('Float', defaultValue);
  }

  /**
   * True or false.
   *
   * @param defaultValue value of runs that give none; without it every run must give one
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static bool(defaultValue?: boolean): DataFactoryParameter {
    validateValue({ defaultValue }, { defaultValue: Is.optional(Is.boolean) });
    return new DataFactoryParameter('Bool', defaultValue);
  }

  private constructor(
    /** Type, spelt as the service spells it. */
    public readonly type: string,
    /** Value of runs that give none; `undefined` where every run must give one. */
    public readonly defaultValue: string | number | boolean | undefined,
  ) {}
}

/** Parameters by name. */
export type DataFactoryParameters = { readonly [name: string]: DataFactoryParameter };
