import type { ArmObject } from '../../../azapi/azapi-types';
import { validateValue, withDefaults } from '../../../core/validation';
import type { Code } from '../../code/code';
import type { ICompute } from '../../compute/compute-types';
import type { IEnvironment } from '../../environment/environment-types';
import type { InputTypes } from './command-step-props';
import type { Distribution } from './distribution';
import type { EarlyTermination } from './early-termination';
import { refuseOtherKinds } from './private/binding-kinds';
import { declaredTypes } from './private/input-types';
import { renderSweepNode, renderTrialSpec } from './private/sweep-step-body';
import { SWEEP_STEP_RULES, SWEEP_STEP_SHAPE } from './private/sweep-step-rules';
import type { SamplingAlgorithm } from './sampling-algorithm';
import {
  type ComponentContext,
  type DeclaredInputs,
  Step,
  type StepInputs,
  type StepOutputs,
} from './step';
import type { StepResources } from './step-resources';
import type { SearchSpace, SweepLimits, SweepObjective } from './sweep-options';

/**
 * Properties of a {@link SweepStep}.
 *
 * @see azure-ai-ml 1.4.0, the sweep node of a pipeline
 */
export interface SweepStepProps {
  /**
   * What each trial runs, such as `python train.py --data ${{inputs.data}} --rate ${{inputs.rate}}`.
   * Hyperparameters are named as inputs are.
   */
  readonly command: string;
  /** Where trials run: image and packages. */
  readonly environment: IEnvironment;
  /** What is tried: at least one hyperparameter, none of them named as an input. */
  readonly searchSpace: SearchSpace;
  /** How the next trial is chosen. */
  readonly samplingAlgorithm: SamplingAlgorithm;
  /** What is looked for. */
  readonly objective: SweepObjective;
  /** How much is tried. */
  readonly limits: SweepLimits;
  /**
   * Which trials end early.
   *
   * @default - none
   */
  readonly earlyTermination?: EarlyTermination;
  /**
   * Files beside the command.
   *
   * @default - none, the command finds all it needs in the environment
   */
  readonly code?: Code;
  /**
   * What the inputs are bound to, the same for all trials.
   *
   * @default - none
   */
  readonly inputs?: StepInputs;
  /**
   * Types of inputs that are not those of their bindings, which are checked against them, and of
   * hyperparameters that are not those of their distributions.
   *
   * @default - each input has the type of its binding, each hyperparameter that of its values
   */
  readonly inputTypes?: InputTypes;
  /**
   * What the command writes. The step's outputs are those of the best trial.
   *
   * @default - none
   */
  readonly outputs?: StepOutputs;
  /**
   * Where trials run: machines.
   *
   * @default - the default compute of the pipeline
   */
  readonly compute?: ICompute;
  /**
   * Nodes of each trial, at least 1.
   *
   * @default 1
   */
  readonly instanceCount?: number;
  /**
   * How the nodes of a trial share its work.
   *
   * @default - they do not: the command runs on the first
   */
  readonly distribution?: Distribution;
  /**
   * Machines and containers of each trial.
   *
   * @default - those of the compute
   */
  readonly resources?: StepResources;
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

/**
 * A step that runs a command many times, with other hyperparameters, and keeps the best: a `sweep` node,
 * whose trials are a `command` component. The v1 SDK called it HyperDriveStep.
 */
export class SweepStep extends Step {
  /** What the inputs are bound to. */
  public readonly inputs: StepInputs;
  /** What the best trial writes. */
  public readonly outputs: StepOutputs;
  public readonly compute?: ICompute;
  public readonly code?: Code;
  /** @internal */
  public override readonly _environment: IEnvironment;
  /** @internal */
  public override readonly _expressionTexts: readonly string[];
  /** @internal */
  public override readonly _declaredInputs: DeclaredInputs;
  private readonly props: SweepStepProps;

  /**
   * @param name lower-case letters, digits and `_`, starting with a letter; unique in the pipeline
   * @throws UnscopedValidationError StepNameInvalid, StepNameReserved, StepPortNameInvalid,
   *   StepPortNameTaken, StepInputTypeStray, StepExpressionUnclosed, StepExpressionUnknown, StepInstanceCountOutOfRange,
   *   StepShmSizeInvalid, SweepSearchSpaceInvalid, SweepParameterTaken, SweepParameterTypeInvalid,
   *   SweepSamplingUnfit, SweepObjectiveInvalid, SweepTrialsOutOfRange,
   *   SweepTimeoutOutOfRange
   */
  public constructor(
    public readonly name: string,
    props: SweepStepProps,
  ) {
    super();
    const resolved = withDefaults(props, { inputs: {}, outputs: {} });
    refuseOtherKinds(resolved);
    validateValue({ ...resolved, name }, SWEEP_STEP_SHAPE, SWEEP_STEP_RULES);
    this.props = props;
    this._declaredInputs = declaredTypes(boundTypes(resolved));
    this.inputs = resolved.inputs;
    this.outputs = resolved.outputs;
    this._environment = resolved.environment;
    this._expressionTexts = [props.command];
    if (resolved.compute !== undefined) this.compute = resolved.compute;
    if (resolved.code !== undefined) this.code = resolved.code;
  }

  /** The component of a trial. @internal */
  public _renderSpec(context: ComponentContext): ArmObject {
    return renderTrialSpec(this.name, this.props, context);
  }

  /** @internal */
  public override _renderComponent(componentId: string): ArmObject {
    return { trial: { componentId } };
  }

  /** @internal */
  public _renderNode(): ArmObject {
    return renderSweepNode(this.props);
  }
}

/** Types of the inputs that are bound, without those of hyperparameters. */
function boundTypes({ inputs, inputTypes = {} }: SweepStepProps): InputTypes {
  return Object.fromEntries(
    Object.entries(inputTypes).filter(([name]) => Object.hasOwn(inputs ?? {}, name)),
  );
}
