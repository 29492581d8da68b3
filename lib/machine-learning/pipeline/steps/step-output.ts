import type { ArmObject } from '../../../azapi/azapi-types';
import { validateValue } from '../../../core/validation';
import type { IDatastore } from '../../datastore/datastore-types';
import { DataType } from '../data-type';
import { OutputMode } from './output-mode';
import { STEP_OUTPUT_RULES, STEP_OUTPUT_SHAPE } from './private/step-output-rules';

/** The asset that an output becomes when its step has succeeded: data, or a model where its type is one. */
export interface OutputAsset {
  /** 1 to 255 letters, digits, `-` and `_`, starting with a letter or digit. */
  readonly name: string;
  /**
   * Version of the asset. It cannot be registered twice, so that a second run fails to.
   *
   * @default - the service counts on, one version for each run
   */
  readonly version?: string;
}

/** What all outputs of steps take. */
export interface StepOutputOptions {
  /**
   * Where it is written. An output that is one of the pipeline cannot say it: the run does.
   *
   * @default - the default datastore of the run
   */
  readonly datastore?: IDatastore;
  /**
   * Path within the datastore, without a leading slash. `${{name}}` in it becomes the name of the run of
   * the step, so that no run writes over another.
   *
   * @default - a path of the service's own for each run; needed where a datastore is given
   */
  readonly path?: string;
  /**
   * How what the step writes gets there.
   *
   * @default OutputMode.READ_WRITE_MOUNT
   */
  readonly mode?: OutputMode;
  /**
   * What each run registers the output as. The v1 SDK called it register_on_complete.
   *
   * @default - nothing
   * @see azure-ai-ml 1.5.0, `name` and `version` of the outputs of nodes
   */
  readonly registerAs?: OutputAsset;
}

/** An output of a step. The v1 SDK called it PipelineData. */
export class StepOutput {
  /**
   * A folder.
   *
   * @throws UnscopedValidationError StepOutputPlaceIncomplete, StepOutputAssetInvalid, VersionInvalid,
   *   DatastorePathInvalid, StepExpressionUnclosed, StepExpressionUnknown
   */
  public static folder(options: StepOutputOptions = {}): StepOutput {
    return new StepOutput(DataType.URI_FOLDER, options);
  }

  /**
   * A file.
   *
   * @throws UnscopedValidationError StepOutputPlaceIncomplete, StepOutputAssetInvalid, VersionInvalid,
   *   DatastorePathInvalid, StepExpressionUnclosed, StepExpressionUnknown
   */
  public static file(options: StepOutputOptions = {}): StepOutput {
    return new StepOutput(DataType.URI_FILE, options);
  }

  /**
   * An output of any type that is a location.
   *
   * @throws UnscopedValidationError StepOutputPlaceIncomplete, StepOutputAssetInvalid, VersionInvalid,
   *   DatastorePathInvalid, StepExpressionUnclosed, StepExpressionUnknown
   */
  public static of(type: DataType, options: StepOutputOptions = {}): StepOutput {
    return new StepOutput(type, options);
  }

  /** Datastore that it is written to, where it says so itself. @internal */
  public readonly _datastore: IDatastore | undefined;
  private readonly path: string | undefined;
  private readonly mode: OutputMode | undefined;

  private constructor(
    /** What the step writes. */
    public readonly type: DataType,
    private readonly options: StepOutputOptions,
    private readonly usualMode: OutputMode = OutputMode.READ_WRITE_MOUNT,
  ) {
    validateValue({ ...options, type }, STEP_OUTPUT_SHAPE, STEP_OUTPUT_RULES);
    this._datastore = options.datastore;
    this.path = options.path;
    this.mode = options.mode;
  }

  /**
   * The same, written in another way where it does not say how.
   *
   * @internal
   */
  public _withUsualMode(mode: OutputMode): StepOutput {
    return new StepOutput(this.type, this.options, mode);
  }

  /**
   * The output as a node of a pipeline has it. Pure.
   *
   * @internal
   */
  public _renderNodeOutput(): ArmObject {
    return {
      job_output_type: this.type,
      mode: this.mode ?? this.usualMode,
      ...(this._datastore === undefined
        ? {}
        : {
            uri: `azureml://datastores/${this._datastore.datastoreName}/paths/${this.path ?? ''}`,
          }),
      ...assetOf(this.options),
    };
  }

  /**
   * The output as a node has it where it is one of the pipeline. Pure.
   *
   * @param target the output of the pipeline, as an expression
   * @internal
   */
  public _renderPublishedOutput(target: string): ArmObject {
    return {
      type: 'literal',
      value: target,
      ...(this.mode === undefined ? {} : { mode: this.mode }),
      ...assetOf(this.options),
    };
  }
}

function assetOf({ registerAs }: StepOutputOptions): ArmObject {
  if (registerAs === undefined) return {};
  const { name, version } = registerAs;
  return { name, ...(version === undefined ? {} : { version }) };
}
