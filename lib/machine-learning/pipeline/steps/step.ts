import type { ArmObject } from '../../../azapi/azapi-types';
import { UnscopedValidationError } from '../../../core/errors';
import { choices, nearestFix } from '../../../core/nearest';
import { Is, problem, type Shape, validateValue } from '../../../core/validation';
import type { Code } from '../../code/code';
import type { ICompute } from '../../compute/compute-types';
import { type StepInput, StepOutputReference } from './step-input';
import type { StepOutput } from './step-output';

/** Bindings by the name of the input. */
export interface StepInputs {
  readonly [name: string]: StepInput;
}

/** Outputs by name. */
export interface StepOutputs {
  readonly [name: string]: StepOutput;
}

/**
 * An input of a step, as its component declares it.
 *
 * @internal
 */
export interface ComponentInput {
  /** Type, references resolved. */
  readonly type: string;
  /** Whether a run may leave it out, as the input of the pipeline that it is bound to. */
  readonly optional: boolean;
}

/** Inputs of a component by name. @internal */
export interface ComponentInputs {
  readonly [name: string]: ComponentInput;
}

/**
 * What a step needs to know to become a component.
 *
 * @internal
 */
export interface ComponentContext {
  /** Name of the component. */
  readonly name: string;
  /** The step's inputs. */
  readonly inputs: ComponentInputs;
  /** ARM id of the uploaded code, where the step has some. */
  readonly codeId?: string;
}

const OUTPUT_NAME_SHAPE: Shape<{ readonly name: string }> = { name: Is.string };

/** One step of a pipeline: a component, and the node that runs it. */
export abstract class Step {
  /** Name, unique in its pipeline. */
  public abstract readonly name: string;
  /** What the inputs are bound to. */
  public abstract readonly inputs: StepInputs;
  /** What the step writes. */
  public abstract readonly outputs: StepOutputs;
  /** Where the step runs; on the default compute of the pipeline where it names none. */
  public abstract readonly compute?: ICompute;
  /** Files that the step runs. */
  public abstract readonly code?: Code;

  /**
   * An output of this step, as the input of another: that one then waits for this one.
   *
   * @throws UnscopedValidationError StepOutputUnknown
   */
  public output(name: string): StepInput {
    validateValue({ name }, OUTPUT_NAME_SHAPE);
    if (!Object.hasOwn(this.outputs, name)) {
      const names = Object.keys(this.outputs);
      throw new UnscopedValidationError([
        problem('StepOutputUnknown', {
          property: 'output',
          must: `be an output of step ${this.name}: ${choices(names)}`,
          got: name,
          ...nearestFix(name, names),
        }),
      ]);
    }
    return new StepOutputReference(this.name, name);
  }

  /**
   * The component specification, without its version. Pure.
   *
   * @internal
   */
  public abstract renderSpec(context: ComponentContext): ArmObject;

  /**
   * The node of the pipeline that is particular to the kind of step. Pure.
   *
   * @internal
   */
  public abstract renderNode(): ArmObject;
}
