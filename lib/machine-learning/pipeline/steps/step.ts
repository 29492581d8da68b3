import type { ArmObject } from '../../../azapi/azapi-types';
import { UnscopedValidationError } from '../../../core/errors';
import { choices, nearestFix } from '../../../core/nearest';
import { Is, problem, type Shape, validateValue } from '../../../core/validation';
import type { Code } from '../../code/code';
import type { ICompute } from '../../compute/compute-types';
import type { IEnvironment } from '../../environment/environment-types';
import type { DataType } from '../data-type';
import type { Pipeline } from '../pipeline';
import type { ComponentReference } from './private/component-reference';
import { StepInput } from './step-input';
import type { StepOutput } from './step-output';

/** Bindings by the name of the input. */
export type StepInputs = { readonly [name: string]: StepInput };

/** Outputs by name. */
export type StepOutputs = { readonly [name: string]: StepOutput };

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
export type ComponentInputs = { readonly [name: string]: ComponentInput };

/** Outputs of a component by name, each with its type. @internal */
export type ComponentOutputs = { readonly [name: string]: { readonly type: string } };

/**
 * An input of a component that says itself what it takes.
 *
 * @internal
 */
export interface DeclaredInput {
  /** Type of what it takes. */
  readonly type: DataType;
  /** Whether it must be bound. */
  readonly required: boolean;
}

/** Inputs that a component says itself what they take, by name. @internal */
export type DeclaredInputs = { readonly [name: string]: DeclaredInput };

/**
 * What a step needs to know to become a component.
 *
 * @internal
 */
export interface ComponentContext {
  /** Name of the component. */
  readonly name: string;
  /** The step's inputs, and those that make it wait for other steps: all that the component declares. */
  readonly inputs: ComponentInputs;
  /** The step's outputs, and the one that others wait for: all that the component declares. */
  readonly outputs: ComponentOutputs;
  /** ARM id of the uploaded code, where the step has some. */
  readonly codeId?: string;
}

const OUTPUT_NAME_SHAPE: Shape<{ readonly name: string }> = { name: Is.string };

/**
 * One step of a pipeline: a component, and the node that runs it.
 *
 * Where the component comes from, in the order in which publishing asks: `existingComponent`, then
 * `nestedPipeline`, which is published on its own, then `renderSpec`.
 */
export abstract class Step {
  /** Name, unique in its pipeline. */
  public abstract readonly name: string;
  /** What the inputs are bound to. */
  public abstract readonly inputs: StepInputs;
  /** What the step writes. */
  public abstract readonly outputs: StepOutputs;
  /**
   * Where the step runs; on the default compute of the pipeline where it names none, and where a run says with
   * `pipeline.computeInput(name)`.
   */
  public abstract readonly compute?: ICompute;
  /**
   * Files that the step runs.
   *
   * @jsii ignore
   */
  public abstract readonly code?: Code;

  /** A component that exists already, so that none is published for the step. @internal */
  public readonly _existingComponent: ComponentReference | undefined = undefined;
  /** A pipeline that the step runs as a whole, published before the one that holds the step. @internal */
  public readonly _nestedPipeline: Pipeline | undefined = undefined;
  /** What the step runs in, where it says so itself. @internal */
  public readonly _environment: IEnvironment | undefined = undefined;
  /** Whether the step, or else the pipeline, must name a compute. @internal */
  public readonly _needsCompute: boolean = true;
  /** Whether the step runs on machines that the service provides for it, in place of a compute. @internal */
  public readonly _serverless: boolean = false;
  /**
   * What inputs take, where the component says so itself: bindings are then checked against it. Inputs
   * that are not among them have the types of their bindings.
   *
   * @internal
   */
  public readonly _declaredInputs: DeclaredInputs | undefined = undefined;
  /** Whether {@link _declaredInputs} are all that there are, so that no other name can be bound. @internal */
  public readonly _declaresAllInputs: boolean = false;
  /**
   * Texts in which the step names its inputs as `${{inputs.x}}`, to tell those that it never reads;
   * `undefined` where it may read them otherwise.
   *
   * @internal
   */
  public readonly _expressionTexts: readonly string[] | undefined = undefined;

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
    return StepInput._fromOutputOf(this, this.name, name);
  }

  /**
   * The component specification, without its version. Pure. Inputs and outputs are those of the context.
   * Never called where `existingComponent` or `nestedPipeline` is given.
   *
   * @internal
   */
  public abstract _renderSpec(context: ComponentContext): ArmObject;

  /**
   * What the node holds beside name, component, compute, inputs and outputs: `type`, and what is particular
   * to the kind of step. Pure.
   *
   * @param codeId ARM id of the uploaded code, where the step has some and it is known
   * @internal
   */
  public abstract _renderNode(codeId?: string): ArmObject;

  /**
   * How the node names its component. Pure.
   *
   * @internal
   */
  public _renderComponent(componentId: string): ArmObject {
    return { componentId };
  }
}
