import type { ArmObject } from '../../../azapi/azapi-types';
import { isUnresolved, validateValue } from '../../../core/validation';
import type { IDataAsset } from '../../data/data-asset-types';
import type { IDataLocation } from '../../datastore/data-location';
import type { IDatastore } from '../../datastore/datastore-types';
import { DataAssetType } from '../../data/data-asset-type';
import { LOCATION_SHAPE } from '../invocation/forms/input-types';
import { DataType } from '../data-type';
import type { InputMode } from './input-mode';
import type { StepBinding, StepOutputName } from './private/step-binding';
import { renderBinding } from './private/step-input-body';
import {
  DATA_INPUT_RULES,
  DATA_ASSET_SHAPE,
  DATA_INPUT_SHAPE,
  LITERAL_SHAPE,
  LOCATION_RULES,
  MODE_RULES,
  MODE_SHAPE,
  PIPELINE_INPUT_REFERENCE_SHAPE,
  STEP_OUTPUT_SHAPE,
} from './private/step-input-rules';

/** What data assets are, as inputs say it. */
const DATA_TYPES: Readonly<Record<DataAssetType, DataType>> = {
  [DataAssetType.MLTABLE]: DataType.MLTABLE,
  [DataAssetType.URI_FILE]: DataType.URI_FILE,
  [DataAssetType.URI_FOLDER]: DataType.URI_FOLDER,
};

/** What an input of a step is bound to. */
export class StepInput {
  /**
   * A fixed value.
   *
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static literal(value: string | number | boolean): StepInput {
    validateValue({ value }, LITERAL_SHAPE);
    return new StepInput({ literal: { value, type: literalType(value) } });
  }

  /**
   * A folder of a datastore, mounted read-only.
   *
   * @param path path within the datastore, without a leading slash
   * @throws UnscopedValidationError DatastorePathInvalid, DatastorePathPattern
   */
  public static folder(datastore: IDatastore, path: string): StepInput {
    return StepInput.stored(DataType.URI_FOLDER, datastore, path);
  }

  /**
   * A file of a datastore, mounted read-only.
   *
   * @param path path within the datastore, without a leading slash
   * @throws UnscopedValidationError DatastorePathInvalid, DatastorePathPattern
   */
  public static file(datastore: IDatastore, path: string): StepInput {
    return StepInput.stored(DataType.URI_FILE, datastore, path);
  }

  /**
   * Data at a place: a path of a datastore, as `datastore.path('a/b')` gives it, or a URL; mounted read-only.
   *
   * @param type what lies there, such as `DataType.MLTABLE`
   * @throws UnscopedValidationError PropertyTypeInvalid, DatastorePathPattern for `*` and `?` in a path
   */
  public static at(location: IDataLocation, type: DataType): StepInput {
    validateValue({ location, type }, LOCATION_SHAPE, LOCATION_RULES);
    const { uri, datastore } = location;
    return new StepInput({ data: { type, uri, datastore } });
  }

  /**
   * A version of a data asset, mounted read-only. The v1 SDK called it a named input of a dataset.
   *
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static data(asset: IDataAsset): StepInput {
    validateValue({ asset }, DATA_ASSET_SHAPE);
    return new StepInput({
      data: { type: DATA_TYPES[asset.dataType], uri: asset.dataAssetId, asset },
    });
  }

  /**
   * An output of a step that is added later; otherwise use `step.output(name)`.
   *
   * @param step name of the step
   * @param output name of its output
   */
  public static fromStep(step: string, output: string): StepInput {
    const stepOutput = { step, output };
    validateValue(stepOutput, STEP_OUTPUT_SHAPE);
    return new StepInput({ stepOutput });
  }

  /**
   * An output of a step; users ask `step.output(name)`.
   *
   * @internal
   */
  public static _fromOutputOf(owner: object, step: string, output: string): StepInput {
    return new StepInput({ stepOutput: { step, output, owner } });
  }

  /**
   * An input of the pipeline; users ask `pipeline.input(name)`, which knows its type.
   *
   * @internal
   */
  public static _fromPipelineInput(name: string, type: DataType, owner?: object): StepInput {
    validateValue({ name, type }, PIPELINE_INPUT_REFERENCE_SHAPE);
    return new StepInput({ pipelineInput: { name, type, owner } });
  }

  private static stored(type: DataType, datastore: IDatastore, path: string): StepInput {
    validateValue({ datastore, path }, DATA_INPUT_SHAPE, DATA_INPUT_RULES);
    const uri = `azureml://datastores/${datastore.datastoreName}/paths/${path}`;
    return new StepInput({ data: { type, uri, datastore } });
  }

  private constructor(
    /** @internal */
    public readonly binding: StepBinding,
    private readonly mode?: InputMode,
  ) {}

  /** Type, where the binding alone tells it. @internal */
  public get _type(): DataType | undefined {
    const { literal, data, pipelineInput } = this.binding;
    return (literal ?? data ?? pipelineInput)?.type;
  }

  /** Datastore that this names itself. @internal */
  public get _datastore(): IDatastore | undefined {
    return this.binding.data?.datastore;
  }

  /** Input of the pipeline that this is bound to. @internal */
  public get _pipelineInput(): string | undefined {
    return this.binding.pipelineInput?.name;
  }

  /** Output of a step that this is bound to. @internal */
  public get _stepOutput(): StepOutputName | undefined {
    return this.binding.stepOutput;
  }

  /**
   * The same, reaching the step in another way.
   *
   * @param mode by default, data of a datastore is mounted read-only, and of everything else the service
   *   decides: it mounts too
   * @throws UnscopedValidationError StepInputModeInvalid on a fixed value
   */
  public withMode(mode: InputMode): StepInput {
    validateValue({ mode, type: this._type }, MODE_SHAPE, MODE_RULES);
    return new StepInput(this.binding, mode);
  }

  /**
   * The binding as a node of a pipeline has it. Pure.
   *
   * @internal
   */
  public _renderNodeInput(): ArmObject {
    return renderBinding(this.binding, this.mode);
  }
}

function literalType(value: string | number | boolean): DataType {
  if (typeof value === 'boolean') return DataType.BOOLEAN;
  if (typeof value === 'string') return DataType.STRING;
  return Number.isInteger(value) && !isUnresolved(value) ? DataType.INTEGER : DataType.NUMBER;
}
