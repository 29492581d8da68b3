import type { ArmObject } from '../../../azapi/azapi-types';
import { validateValue, withDefaults } from '../../../core/validation';
import type { IEnvironment } from '../../environment/environment-types';
import type { Code } from '../../code/code';
import type { ICompute } from '../../compute/compute-types';
import { CommandStep } from './command-step';
import type { CommandStepOptions } from './command-step-props';
import { refuseOtherKinds } from './private/binding-kinds';
import { argumentInputs, scriptCommand } from './private/python-script';
import { PYTHON_SCRIPT_RULES, PYTHON_SCRIPT_SHAPE } from './private/python-script-rules';
import {
  type ComponentContext,
  type DeclaredInputs,
  Step,
  type StepInputs,
  type StepOutputs,
} from './step';
import type { StepInput } from './step-input';

/** Properties of a {@link PythonScriptStep}, in the words of the v1 SDK. */
export interface PythonScriptStepProps extends CommandStepOptions {
  /** The script, relative to {@link sourceDirectory}, with `/` between folders. */
  readonly scriptName: string;
  /** The folder that the script and what it imports are in. */
  readonly sourceDirectory: Code;
  /**
   * Arguments of the script, each passed as one: text, in which inputs and outputs are named as `${{inputs.data}}`
   * and `${{outputs.model}}`; or an input of the pipeline or output of another step, which then need not stand
   * under `inputs` too. The shell sees all of it quoted. `$[[--seed ${{inputs.seed}}]]` is left out where
   * the optional input has no value; spaces separate arguments in it.
   *
   * @default - none
   */
  readonly arguments?: (string | StepInput)[];
}

/** A step that runs a Python script: a `command` component. */
export class PythonScriptStep extends Step {
  /** What the inputs are bound to, those of the arguments among them. */
  public readonly inputs: StepInputs;
  /** What the script writes. */
  public readonly outputs: StepOutputs;
  public readonly compute?: ICompute;
  public readonly code: Code;
  /** @internal */
  public override readonly _environment: IEnvironment;
  /** @internal */
  public override readonly _serverless: boolean;
  /** @internal */
  public override readonly _declaredInputs: DeclaredInputs;
  /** @internal */
  public override readonly _expressionTexts: readonly string[];
  private readonly step: CommandStep;

  /**
   * @param name lower-case letters, digits and `_`, starting with a letter; unique in the pipeline
   * @throws UnscopedValidationError StepScriptInvalid, StepScriptMissing, StepArgumentUnclear, and those of
   *   {@link CommandStep}
   */
  public constructor(
    public readonly name: string,
    props: PythonScriptStepProps,
  ) {
    super();
    const resolved = withDefaults(props, { arguments: [], inputs: {}, outputs: {} });
    refuseOtherKinds(resolved);
    validateValue(resolved, PYTHON_SCRIPT_SHAPE, PYTHON_SCRIPT_RULES);
    const { scriptName, sourceDirectory, arguments: given, ...options } = resolved;
    this.step = new CommandStep(name, {
      ...options,
      inputs: { ...resolved.inputs, ...argumentInputs(given) },
      command: scriptCommand(scriptName, given),
      code: sourceDirectory,
    });
    this.code = sourceDirectory;
    this.inputs = this.step.inputs;
    this.outputs = this.step.outputs;
    this._environment = this.step._environment;
    this._serverless = this.step._serverless;
    this._declaredInputs = this.step._declaredInputs;
    this._expressionTexts = this.step._expressionTexts;
    if (resolved.compute !== undefined) this.compute = resolved.compute;
  }

  /** @internal */
  public _renderSpec(context: ComponentContext): ArmObject {
    return this.step._renderSpec(context);
  }

  /** @internal */
  public _renderNode(): ArmObject {
    return this.step._renderNode();
  }
}
