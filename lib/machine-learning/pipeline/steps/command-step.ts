import type { ArmObject, StringMap } from '../../../azapi/azapi-types';
import { validateValue, withDefaults } from '../../../core/validation';
import type { Code } from '../../code/code';
import type { ICompute } from '../../compute/compute-types';
import type { IEnvironment } from '../../environment/environment-types';
import { renderCommandNode, renderCommandSpec } from './private/command-step-body';
import { COMMAND_STEP_RULES, COMMAND_STEP_SHAPE } from './private/command-step-rules';
import { type ComponentContext, Step, type StepInputs, type StepOutputs } from './step';

/** Properties of a {@link CommandStep}. */
export interface CommandStepProps {
  /**
   * What runs, such as `python train.py --data ${{inputs.data}} --model ${{outputs.model}}`. Inputs and
   * outputs are named so; each must be declared.
   */
  readonly command: string;
  /** Where it runs: image and packages. */
  readonly environment: IEnvironment;
  /**
   * Files beside the command.
   *
   * @default - none, the command finds all it needs in the environment
   */
  readonly code?: Code;
  /**
   * What the inputs are bound to.
   *
   * @default - none
   */
  readonly inputs?: StepInputs;
  /**
   * What the command writes.
   *
   * @default - none
   */
  readonly outputs?: StepOutputs;
  /**
   * Where it runs: machines.
   *
   * @default - the default compute of the pipeline
   */
  readonly compute?: ICompute;
  /**
   * Nodes that run the command at the same time, at least 1.
   *
   * @default 1
   */
  readonly instanceCount?: number;
  /**
   * Environment variables; no secrets, they are shown in the studio.
   *
   * @default - none
   */
  readonly environmentVariables?: StringMap;
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

/** A step that runs a command: a `command` component. */
export class CommandStep extends Step {
  /** What the inputs are bound to. */
  public readonly inputs: StepInputs;
  /** What the command writes. */
  public readonly outputs: StepOutputs;
  public readonly compute?: ICompute;
  public readonly code?: Code;
  private readonly props: CommandStepProps;

  /**
   * @param name lower-case letters, digits and `_`, starting with a letter; unique in the pipeline
   * @throws UnscopedValidationError StepNameInvalid, StepPortNameInvalid, StepExpressionUnknown,
   *   StepInstanceCountOutOfRange
   */
  public constructor(
    public readonly name: string,
    props: CommandStepProps,
  ) {
    super();
    const resolved = withDefaults(props, { inputs: {}, outputs: {} });
    validateValue({ ...resolved, name }, COMMAND_STEP_SHAPE, COMMAND_STEP_RULES);
    this.props = props;
    this.inputs = resolved.inputs;
    this.outputs = resolved.outputs;
    if (resolved.compute !== undefined) this.compute = resolved.compute;
    if (resolved.code !== undefined) this.code = resolved.code;
  }

  /** @internal */
  public renderSpec(context: ComponentContext): ArmObject {
    return renderCommandSpec(this.name, this.props, context);
  }

  /** @internal */
  public renderNode(): ArmObject {
    return renderCommandNode(this.props);
  }
}
