import { validateValue } from '../../core/validation';
import type { ICompute } from '../compute/compute-types';
import { DataType } from './data-type';
import {
  DEFAULT_COMPUTE_RULES,
  DEFAULT_COMPUTE_SHAPE,
  PIPELINE_INPUT_RULES,
  PIPELINE_INPUT_SHAPE,
} from './private/pipeline-input-rules';

/** What all pipeline inputs take. */
export interface PipelineInputOptions {
  /**
   * Shown in the studio.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Whether a run may leave it out although it has no default.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** What inputs that are numbers take. */
export interface PipelineNumberOptions extends PipelineInputOptions {
  /**
   * Least value, inclusive.
   *
   * @default - none
   */
  readonly min?: number;
  /**
   * Greatest value, inclusive.
   *
   * @default - none
   */
  readonly max?: number;
}

/** What inputs that are strings take. */
export interface PipelineStringOptions extends PipelineInputOptions {
  /**
   * The values that there are: at least one, each once.
   *
   * @default - any
   */
  readonly choices?: string[];
}

/** What a pipeline input is made of. */
export interface PipelineInputProps extends PipelineNumberOptions, PipelineStringOptions {
  /** Type of its values. */
  readonly type: DataType;
  /**
   * Value of runs that give none; literals only.
   *
   * @default - none: every run gives a value, unless the input is optional
   */
  readonly defaultValue?: string | number | boolean;
}

/** An input of a pipeline: what a run gives it. The v1 SDK called it PipelineParameter. */
export class PipelineInput {
  /** A folder. */
  public static folder(options: PipelineInputOptions = {}): PipelineInput {
    return new PipelineInput({ ...options, type: DataType.URI_FOLDER });
  }

  /** A file. */
  public static file(options: PipelineInputOptions = {}): PipelineInput {
    return new PipelineInput({ ...options, type: DataType.URI_FILE });
  }

  /** A string, with a default unless it is required. */
  public static string(defaultValue?: string, options: PipelineStringOptions = {}): PipelineInput {
    return new PipelineInput({ ...options, type: DataType.STRING, defaultValue });
  }

  /** A number, with a default unless it is required. */
  public static number(defaultValue?: number, options: PipelineNumberOptions = {}): PipelineInput {
    return new PipelineInput({ ...options, type: DataType.NUMBER, defaultValue });
  }

  /** A whole number, with a default unless it is required. */
  public static integer(defaultValue?: number, options: PipelineNumberOptions = {}): PipelineInput {
    return new PipelineInput({ ...options, type: DataType.INTEGER, defaultValue });
  }

  /** True or false, with a default unless it is required. */
  public static boolean(defaultValue?: boolean, options: PipelineInputOptions = {}): PipelineInput {
    return new PipelineInput({ ...options, type: DataType.BOOLEAN, defaultValue });
  }

  /**
   * The name of a compute, to say where steps run: a string. Bind it by `pipeline.computeInput(name)`; runs give it as
   * `PipelineArgument.literal(compute.computeName)`.
   *
   * @param defaultCompute compute of runs that name none, of the workspace of the pipeline; without it, every run names
   *   one
   * @throws UnscopedValidationError PropertyTypeInvalid, PipelineInputDefaultInvalid
   */
  public static compute(
    defaultCompute?: ICompute,
    options: PipelineInputOptions = {},
  ): PipelineInput {
    validateValue({ defaultCompute }, DEFAULT_COMPUTE_SHAPE, DEFAULT_COMPUTE_RULES);
    return new PipelineInput(
      { ...options, type: DataType.STRING, defaultValue: defaultCompute?.computeName },
      defaultCompute,
    );
  }

  /**
   * An input of any type.
   *
   * @throws UnscopedValidationError PipelineInputDefaultInvalid, PipelineInputRangeInvalid,
   *   PipelineInputChoicesInvalid
   */
  public static of(props: PipelineInputProps): PipelineInput {
    return new PipelineInput(props);
  }

  /** Type of its values. */
  public readonly type: DataType;
  /** Whether a run may leave it out although it has no default. */
  public readonly optional: boolean;
  /** Description shown in the studio. */
  public readonly description?: string;
  /** Value of runs that give none. */
  public readonly defaultValue?: string | number | boolean;
  /** Least value, inclusive. */
  public readonly min?: number;
  /** Greatest value, inclusive. */
  public readonly max?: number;
  /** The values that there are. */
  public readonly choices?: string[];

  private constructor(
    props: PipelineInputProps,
    /** Compute that runs are on which name none, where one was given as such. @internal */
    public readonly _defaultCompute?: ICompute,
  ) {
    validateValue(props, PIPELINE_INPUT_SHAPE, PIPELINE_INPUT_RULES);
    this.type = props.type;
    this.optional = props.optional ?? false;
    if (props.description !== undefined) this.description = props.description;
    if (props.defaultValue !== undefined) this.defaultValue = props.defaultValue;
    if (props.min !== undefined) this.min = props.min;
    if (props.max !== undefined) this.max = props.max;
    if (props.choices !== undefined) this.choices = props.choices;
  }

  /** Whether every run must give a value. */
  public get required(): boolean {
    return !this.optional && this.defaultValue === undefined;
  }
}
