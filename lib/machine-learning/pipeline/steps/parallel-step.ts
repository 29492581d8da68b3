import type { ArmObject, StringMap } from '../../../azapi/azapi-types';
import { validateValue, withDefaults } from '../../../core/validation';
import type { Code } from '../../code/code';
import type { ICompute } from '../../compute/compute-types';
import type { IEnvironment } from '../../environment/environment-types';
import type { InputTypes } from './command-step-props';
import type { ParallelLoggingLevel, ParallelRetry } from './parallel-options';
import { refuseOtherKinds } from './private/binding-kinds';
import { declaredTypes } from './private/input-types';
import { renderParallelNode, renderParallelSpec } from './private/parallel-step-body';
import { PARALLEL_STEP_RULES, PARALLEL_STEP_SHAPE } from './private/parallel-step-rules';
import {
  type ComponentContext,
  type DeclaredInputs,
  Step,
  type StepInputs,
  type StepOutputs,
} from './step';
import type { StepIdentity } from './step-identity';
import type { StepResources } from './step-resources';

/**
 * Properties of a {@link ParallelStep}.
 *
 * @see azure-ai-ml 1.4.0, `ParallelComponent` and the parallel node of a pipeline
 */
export interface ParallelStepProps {
  /** Files of the entry script. */
  readonly code: Code;
  /** The Python file, relative to {@link code}, that has the functions `init()` and `run(mini_batch)`. */
  readonly entryScript: string;
  /** Where it runs: image and packages. */
  readonly environment: IEnvironment;
  /**
   * Arguments of the entry script, such as `--model ${{inputs.model}}`; each input and output that is
   * named must be declared.
   *
   * @default - none
   */
  readonly programArguments?: string;
  /** Name of the input that is cut into mini-batches. */
  readonly inputData: string;
  /**
   * Size of a mini-batch, at least 1: files of a folder, or bytes of a table. Not with
   * {@link partitionKeys}.
   *
   * @default - the service's own: 10 files, or 1 MiB
   */
  readonly miniBatchSize?: number;
  /**
   * Columns by whose values a table is cut, one mini-batch for each combination. Not with
   * {@link miniBatchSize}.
   *
   * @default - none
   */
  readonly partitionKeys?: string[];
  /**
   * Name of the output, a file, to which what `run` returns is appended.
   *
   * @default - what `run` returns is counted only
   */
  readonly appendRowTo?: string;
  /**
   * Nodes, at least 1.
   *
   * @default 1
   */
  readonly instanceCount?: number;
  /**
   * Machines and containers.
   *
   * @default - those of the compute
   */
  readonly resources?: StepResources;
  /**
   * Processes on each node, at least 1.
   *
   * @default - the service's own: one for each GPU, or else one for each core
   */
  readonly maxConcurrencyPerInstance?: number;
  /**
   * Items that may fail, from -1; with more the step fails. -1 stands for any number.
   *
   * @default -1
   */
  readonly errorThreshold?: number;
  /**
   * Mini-batches that may fail, from -1; with more the step fails. -1 stands for any number.
   *
   * @default -1
   */
  readonly miniBatchErrorThreshold?: number;
  /**
   * Retries of mini-batches.
   *
   * @default - the service's own: 2 retries, 60 seconds
   */
  readonly retry?: ParallelRetry;
  /**
   * What is logged.
   *
   * @default ParallelLoggingLevel.INFO
   */
  readonly loggingLevel?: ParallelLoggingLevel;
  /**
   * As whom it reaches data and other services.
   *
   * @default - the identity of the compute where that has one, else that of whoever started the run
   */
  readonly identity?: StepIdentity;
  /**
   * Environment variables; no secrets, they are shown in the studio.
   *
   * @default - none
   */
  readonly environmentVariables?: StringMap;
  /**
   * Where it runs: machines.
   *
   * @default - the default compute of the pipeline
   */
  readonly compute?: ICompute;
  /** What the inputs are bound to; {@link inputData} is one of them. */
  readonly inputs: StepInputs;
  /**
   * Types of inputs that are not those of their bindings. Bindings are checked against them.
   *
   * @default - each input has the type of its binding
   */
  readonly inputTypes?: InputTypes;
  /**
   * What the step writes.
   *
   * @default - none
   */
  readonly outputs?: StepOutputs;
  /**
   * Whether the service may reuse the outputs of an earlier run of the same step on the same inputs.
   *
   * @default true
   */
  readonly reuse?: boolean;
  /**
   * Shown in the studio.
   *
   * @default - the name
   */
  readonly displayName?: string;
  /**
   * Shown in the studio.
   *
   * @default - none
   */
  readonly description?: string;
}

/** A step that runs a function on the parts of its data: a `parallel` component. The v1 SDK called it ParallelRunStep. */
export class ParallelStep extends Step {
  /** What the inputs are bound to. */
  public readonly inputs: StepInputs;
  /** What the step writes. */
  public readonly outputs: StepOutputs;
  public readonly compute?: ICompute;
  public readonly code: Code;
  /** The data that is cut reaches the script by itself. @internal */
  public override readonly _expressionTexts: readonly string[];
  /** @internal */
  public override readonly _environment: IEnvironment;
  /** @internal */
  public override readonly _declaredInputs: DeclaredInputs;
  private readonly props: ParallelStepProps;

  /**
   * @param name lower-case letters, digits and `_`, starting with a letter; unique in the pipeline
   * @throws UnscopedValidationError StepNameInvalid, StepNameReserved, StepPortNameInvalid,
   *   StepPortNameTaken, StepInputTypeStray, StepExpressionUnclosed, StepExpressionUnknown,
   *   ParallelDataUnknown, ParallelBatchInvalid, ParallelKeysEmpty, ParallelCountOutOfRange, ParallelRetryOutOfRange,
   *   StepShmSizeInvalid
   */
  public constructor(
    public readonly name: string,
    props: ParallelStepProps,
  ) {
    super();
    const resolved = withDefaults(props, { outputs: {} });
    refuseOtherKinds(resolved);
    validateValue({ ...resolved, name }, PARALLEL_STEP_SHAPE, PARALLEL_STEP_RULES);
    this.props = props;
    this._declaredInputs = declaredTypes(resolved.inputTypes);
    this.inputs = resolved.inputs;
    this.outputs = resolved.outputs;
    this._environment = resolved.environment;
    this.code = resolved.code;
    this._expressionTexts = [`\${{inputs.${props.inputData}}}`, props.programArguments ?? ''];
    if (resolved.compute !== undefined) this.compute = resolved.compute;
  }

  /** @internal */
  public _renderSpec(context: ComponentContext): ArmObject {
    return renderParallelSpec(this.name, this.props, context);
  }

  /** @internal */
  public _renderNode(codeId?: string): ArmObject {
    return renderParallelNode(this.props, codeId);
  }
}
