import type { ArmObject, StringMap } from '../../../azapi/azapi-types';
import { AssumptionError } from '../../../core/errors';
import type { Duration } from '../../../core/duration';
import { validateValue, withDefaults } from '../../../core/validation';
import type { Code } from '../../code/code';
import type { ICompute } from '../../compute/compute-types';
import type { InputTypes } from './command-step-props';
import { ComponentType } from './component-type';
import { refuseOtherKinds } from './private/binding-kinds';
import type { ComponentReference } from './private/component-reference';
import { referenceOf, settingsOf } from './private/component-step-body';
import { COMPONENT_STEP_RULES, COMPONENT_STEP_SHAPE } from './private/component-step-rules';
import { type DeclaredInputs, Step, type StepInputs, type StepOutputs } from './step';
import type { StepIdentity } from './step-identity';

/** Properties of a {@link ComponentStep}. */
export interface ComponentStepProps {
  /** Name of the component. */
  readonly component: string;
  /**
   * Version of the component.
   *
   * @default - the label
   */
  readonly version?: string;
  /**
   * Label that stands for a version when a run starts: `default` in a workspace, or any of a registry, such as
   * `latest`. Runs then change without anything changing here.
   *
   * @default - the version; one of the two is given
   */
  readonly label?: string;
  /**
   * Registry that has the component, such as `azureml`.
   *
   * @default - the workspace of the pipeline has it
   */
  readonly registry?: string;
  /**
   * What kind of component it is.
   *
   * @default ComponentType.COMMAND
   */
  readonly type?: ComponentType;
  /**
   * What the inputs are bound to.
   *
   * @default - none
   */
  readonly inputs?: StepInputs;
  /**
   * Types of the inputs that the component requires. Nobody asks the service for them: where they are given, a
   * missing binding and one of another type are found here, otherwise when a run starts.
   *
   * @default - not checked
   */
  readonly inputTypes?: InputTypes;
  /**
   * What the component writes, as far as it is used here: each type as the component says it.
   *
   * @default - none
   */
  readonly outputs?: StepOutputs;
  /**
   * Where it runs.
   *
   * @default - the default compute of the pipeline; pipelines have none
   */
  readonly compute?: ICompute;
  /**
   * How long a command may run: at least 1 second; it is cancelled then.
   *
   * @default - the service's own, as long as it takes
   */
  readonly timeout?: Duration;
  /**
   * As whom a command, or the function of a parallel component, reaches data and other services.
   *
   * @default - the identity of the compute where that has one, else that of whoever started the run
   */
  readonly identity?: StepIdentity;
  /**
   * Environment variables of a command or of the function of a parallel component, beside those of the component; no
   * secrets, they are shown in the studio.
   *
   * @default - none
   */
  readonly environmentVariables?: StringMap;
}

/** A step that runs a component which exists already, of the workspace or of a registry. */
export class ComponentStep extends Step {
  /** What the inputs are bound to. */
  public readonly inputs: StepInputs;
  /** What the component writes, as far as it is used here. */
  public readonly outputs: StepOutputs;
  public readonly compute?: ICompute;
  public readonly code?: Code;
  /** @internal */
  public override readonly _existingComponent: ComponentReference;
  /** @internal */
  public override readonly _needsCompute: boolean;
  /** @internal */
  public override readonly _declaredInputs: DeclaredInputs;
  private readonly type: ComponentType;
  private readonly settings: ArmObject;

  /**
   * @param name lower-case letters, digits and `_`, starting with a letter; unique in the pipeline
   * @throws UnscopedValidationError StepNameInvalid, StepNameReserved, StepPortNameInvalid, StepPortNameTaken,
   *   StepComponentNameInvalid, StepComponentVersionUnclear, StepComponentLabelUnknown,
   *   StepTimeoutTooShort, StepTimeoutUnfit, StepComponentSettingUnfit
   */
  public constructor(
    public readonly name: string,
    props: ComponentStepProps,
  ) {
    super();
    const resolved = withDefaults(props, {
      inputs: {},
      outputs: {},
      inputTypes: {},
      type: ComponentType.COMMAND,
    });
    refuseOtherKinds(resolved);
    validateValue({ ...resolved, name }, COMPONENT_STEP_SHAPE, COMPONENT_STEP_RULES);
    this.inputs = resolved.inputs;
    this.outputs = resolved.outputs;
    this.type = resolved.type;
    this._needsCompute = resolved.type !== ComponentType.PIPELINE;
    this._existingComponent = referenceOf(resolved);
    this.settings = settingsOf(resolved);
    this._declaredInputs = Object.fromEntries(
      Object.entries(resolved.inputTypes).map(([key, type]) => [key, { type, required: true }]),
    );
    if (resolved.compute !== undefined) this.compute = resolved.compute;
  }

  /** @internal */
  public _renderSpec(): ArmObject {
    throw new AssumptionError(`step ${this.name}, whose component exists, was asked for another`);
  }

  /** @internal */
  public _renderNode(): ArmObject {
    return { type: this.type, ...this.settings };
  }
}
