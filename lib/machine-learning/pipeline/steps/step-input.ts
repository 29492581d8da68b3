import type { ArmObject } from '../../../azapi/azapi-types';
import { isUnresolved, validateValue } from '../../../core/validation';
import type { IDatastore } from '../../datastore/datastore-types';
import { DataType } from '../data-type';
import {
  DATA_INPUT_RULES,
  DATA_INPUT_SHAPE,
  LITERAL_RULES,
  LITERAL_SHAPE,
  PIPELINE_INPUT_REFERENCE_SHAPE,
  STEP_OUTPUT_SHAPE,
} from './private/step-input-rules';

/**
 * The output of another step that an input is bound to.
 *
 * @internal
 */
export interface StepOutputName {
  /** Name of the step. */
  readonly step: string;
  /** Name of its output. */
  readonly output: string;
}

/** What an input of a step is bound to. */
export abstract class StepInput {
  /**
   * A fixed value.
   *
   * @throws UnscopedValidationError StepLiteralInvalid
   */
  public static literal(value: string | number | boolean): StepInput {
    return new LiteralInput(value);
  }

  /**
   * A folder of a datastore, mounted read-only.
   *
   * @param path path within the datastore, without a leading slash
   * @throws UnscopedValidationError DatastorePathInvalid
   */
  public static folder(datastore: IDatastore, path: string): StepInput {
    return new DataInput(DataType.URI_FOLDER, datastore, path);
  }

  /**
   * A file of a datastore, mounted read-only.
   *
   * @param path path within the datastore, without a leading slash
   * @throws UnscopedValidationError DatastorePathInvalid
   */
  public static file(datastore: IDatastore, path: string): StepInput {
    return new DataInput(DataType.URI_FILE, datastore, path);
  }

  /**
   * An output of a step that is added later; otherwise use `step.output(name)`.
   *
   * @param step name of the step
   * @param output name of its output
   */
  public static fromStep(step: string, output: string): StepInput {
    return new StepOutputReference(step, output);
  }

  /** Type, where the binding alone tells it. @internal */
  public readonly type: DataType | undefined = undefined;
  /** Datastore that this names itself. @internal */
  public readonly datastore: IDatastore | undefined = undefined;
  /** Input of the pipeline that this is bound to. @internal */
  public readonly pipelineInput: string | undefined = undefined;
  /** Output of a step that this is bound to. @internal */
  public readonly stepOutput: StepOutputName | undefined = undefined;

  /**
   * The binding as a node of a pipeline has it. Pure.
   *
   * @internal
   */
  public abstract renderNodeInput(): ArmObject;
}

/** Bound to an input of the pipeline. */
export class PipelineInputReference extends StepInput {
  /** @internal */
  public override readonly type: DataType;
  /** @internal */
  public override readonly pipelineInput: string;

  public constructor(name: string, type: DataType) {
    super();
    validateValue({ name, type }, PIPELINE_INPUT_REFERENCE_SHAPE);
    this.pipelineInput = name;
    this.type = type;
  }

  /** @internal */
  public renderNodeInput(): ArmObject {
    return binding(`\${{parent.inputs.${this.pipelineInput}}}`);
  }
}

/** Bound to an output of another step. */
export class StepOutputReference extends StepInput {
  /** @internal */
  public override readonly stepOutput: StepOutputName;

  public constructor(step: string, output: string) {
    super();
    this.stepOutput = { step, output };
    validateValue(this.stepOutput, STEP_OUTPUT_SHAPE);
  }

  /** @internal */
  public renderNodeInput(): ArmObject {
    const { step, output } = this.stepOutput;
    return binding(`\${{parent.jobs.${step}.outputs.${output}}}`);
  }
}

class LiteralInput extends StepInput {
  public override readonly type: DataType;

  public constructor(private readonly value: string | number | boolean) {
    super();
    validateValue({ value }, LITERAL_SHAPE, LITERAL_RULES);
    this.type = literalType(value);
  }

  public renderNodeInput(): ArmObject {
    return binding(String(this.value));
  }
}

class DataInput extends StepInput {
  public override readonly type: DataType;

  public constructor(
    type: DataType,
    public override readonly datastore: IDatastore,
    private readonly path: string,
  ) {
    super();
    validateValue({ datastore, path }, DATA_INPUT_SHAPE, DATA_INPUT_RULES);
    this.type = type;
  }

  public renderNodeInput(): ArmObject {
    return {
      job_input_type: this.type,
      mode: 'ReadOnlyMount',
      uri: `azureml://datastores/${this.datastore.datastoreName}/paths/${this.path}`,
    };
  }
}

function binding(value: string): ArmObject {
  return { job_input_type: 'literal', value };
}

function literalType(value: string | number | boolean): DataType {
  if (typeof value === 'boolean') return DataType.BOOLEAN;
  if (typeof value === 'string') return DataType.STRING;
  return Number.isInteger(value) && !isUnresolved(value) ? DataType.INTEGER : DataType.NUMBER;
}
