import type { ArmObject } from '../../../azapi/azapi-types';
import { validateValue, withDefaults } from '../../../core/validation';
import type { IEnvironment } from '../../environment/environment-types';
import type { Code } from '../../code/code';
import type { ICompute } from '../../compute/compute-types';
import type { CommandStepProps } from './command-step-props';
import { refuseOtherKinds } from './private/binding-kinds';
import { renderCommandNode, renderCommandSpec } from './private/command-step-body';
import { COMMAND_STEP_RULES, COMMAND_STEP_SHAPE } from './private/command-step-rules';
import {
  type ComponentContext,
  type DeclaredInputs,
  Step,
  type StepInputs,
  type StepOutputs,
} from './step';

/** A step that runs a command: a `command` component. */
export class CommandStep extends Step {
  /** What the inputs are bound to. */
  public readonly inputs: StepInputs;
  /** What the command writes. */
  public readonly outputs: StepOutputs;
  public readonly compute?: ICompute;
  public readonly code?: Code;
  /** @internal */
  public override readonly _environment: IEnvironment;
  /** @internal */
  public override readonly _serverless: boolean;
  /** @internal */
  public override readonly _declaredInputs: DeclaredInputs;
  /** @internal */
  public override readonly _expressionTexts: readonly string[];
  private readonly props: CommandStepProps;

  /**
   * @param name lower-case letters, digits and `_`, starting with a letter; unique in the pipeline
   * @throws UnscopedValidationError StepNameInvalid, StepNameReserved, StepPortNameInvalid, StepPortNameTaken,
   *   StepExpressionUnclosed, StepExpressionUnknown, StepInputTypeStray, StepInstanceCountOutOfRange,
   *   StepTimeoutTooShort, StepShmSizeInvalid, StepComputeTwice
   */
  public constructor(
    public readonly name: string,
    props: CommandStepProps,
  ) {
    super();
    const resolved = withDefaults(props, { inputs: {}, outputs: {}, serverless: false });
    refuseOtherKinds(resolved);
    validateValue({ ...resolved, name }, COMMAND_STEP_SHAPE, COMMAND_STEP_RULES);
    this.props = props;
    this.inputs = resolved.inputs;
    this.outputs = resolved.outputs;
    this._environment = resolved.environment;
    this._serverless = resolved.serverless;
    this._declaredInputs = Object.fromEntries(
      Object.entries(resolved.inputTypes ?? {}).map(([key, type]) => [
        key,
        { type, required: false },
      ]),
    );
    this._expressionTexts = [
      resolved.command,
      ...Object.values(resolved.environmentVariables ?? {}),
    ];
    if (resolved.compute !== undefined) this.compute = resolved.compute;
    if (resolved.code !== undefined) this.code = resolved.code;
  }

  /** @internal */
  public _renderSpec(context: ComponentContext): ArmObject {
    return renderCommandSpec(this.name, this.props, context);
  }

  /** @internal */
  public _renderNode(): ArmObject {
    return renderCommandNode(this.props);
  }
}
