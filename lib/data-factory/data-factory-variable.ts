import { Is, validateValue } from '../core/validation';

/** A variable of a {@link DataFactoryPipeline}: its type, and its value when a run starts. */
export class DataFactoryVariable {
  /**
   * Text.
   *
   * @param defaultValue value when a run starts
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static string(defaultValue?: string): DataFactoryVariable {
    validateValue({ defaultValue }, { defaultValue: Is.optional(Is.string) });
    return new DataFactoryVariable('String', defaultValue);
  }

  /**
   * True or false.
   *
   * @param defaultValue value when a run starts
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static bool(defaultValue?: boolean): DataFactoryVariable {
    validateValue({ defaultValue }, { defaultValue: Is.optional(Is.boolean) });
    return new DataFactoryVariable('Bool', defaultValue);
  }

  /**
   * A list of texts.
   *
   * @param defaultValue value when a run starts
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static array(defaultValue?: string[]): DataFactoryVariable {
    validateValue({ defaultValue }, { defaultValue: Is.optional(Is.list(Is.string)) });
    return new DataFactoryVariable('Array', defaultValue);
  }

  private constructor(
    /** Type, spelt as the service spells it. */
    public readonly type: string,
    /** Value when a run starts; `undefined` where it has none. */
    public readonly defaultValue: string | boolean | string[] | undefined,
  ) {}
}

/** Variables by name. */
export type DataFactoryVariables = { readonly [name: string]: DataFactoryVariable };
