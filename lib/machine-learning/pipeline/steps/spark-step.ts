import type { ArmObject } from '../../../azapi/azapi-types';
import { validateValue, withDefaults } from '../../../core/validation';
import type { Code } from '../../code/code';
import type { ICompute } from '../../compute/compute-types';
import type { IEnvironment } from '../../environment/environment-types';
import type { InputTypes } from './command-step-props';
import { refuseOtherKinds } from './private/binding-kinds';
import { declaredTypes } from './private/input-types';
import { renderSparkNode, renderSparkSpec } from './private/spark-step-body';
import { SPARK_STEP_RULES, SPARK_STEP_SHAPE } from './private/spark-step-rules';
import type { ServerlessSpark, SparkSettings } from './spark-options';
import type { SparkSize } from './spark-size';
import { InputMode } from './input-mode';
import { OutputMode } from './output-mode';
import {
  type ComponentContext,
  type DeclaredInputs,
  Step,
  type StepInputs,
  type StepOutputs,
} from './step';
import type { StepIdentity } from './step-identity';

/**
 * Properties of a {@link SparkStep}.
 *
 * @see azure-ai-ml 1.4.0, `SparkComponent` and the Spark node of a pipeline
 */
export interface SparkStepProps {
  /** Files of the job. */
  readonly code: Code;
  /**
   * The Python file that runs, relative to {@link code}. Either this or {@link entryClass}.
   *
   * @default - none
   */
  readonly entryFile?: string;
  /**
   * The class of a jar that runs, such as `com.example.Count`; name the jar in {@link jars}.
   *
   * @default - none
   */
  readonly entryClass?: string;
  /** Driver and executors. */
  readonly size: SparkSize;
  /**
   * Other settings of Spark. What {@link size} sets cannot be set here.
   *
   * @default - none
   */
  readonly conf?: SparkSettings;
  /**
   * Arguments, such as `--in ${{inputs.raw}} --out ${{outputs.clean}}`; each input and output that is
   * named must be declared.
   *
   * @default - none
   */
  readonly args?: string;
  /**
   * Python modules, relative to {@link code}: `.py`, `.zip` or `.egg`.
   *
   * @default - none
   */
  readonly pyFiles?: string[];
  /**
   * Jars for driver and executors, relative to {@link code}.
   *
   * @default - none
   */
  readonly jars?: string[];
  /**
   * Files for the working folder of every executor, relative to {@link code}.
   *
   * @default - none
   */
  readonly files?: string[];
  /**
   * Archives that every executor unpacks, relative to {@link code}.
   *
   * @default - none
   */
  readonly archives?: string[];
  /**
   * Packages of Python. Spark takes the conda file of an environment and nothing of its image.
   *
   * @default - those of the runtime
   */
  readonly environment?: IEnvironment;
  /**
   * Machines that are there for this step only. Either this or {@link compute}.
   *
   * @default - none, the compute
   */
  readonly serverless?: ServerlessSpark;
  /**
   * An attached Synapse Spark pool.
   *
   * @default - none, serverless
   */
  readonly compute?: ICompute;
  /**
   * As whom data is read and written.
   *
   * @default - as azure-ai-ml fills in: StepIdentity.USER on serverless, StepIdentity.MANAGED on a compute
   */
  readonly identity?: StepIdentity;
  /**
   * What the inputs are bound to. Spark reads them where they are, in mode `direct`.
   *
   * @default - none
   */
  readonly inputs?: StepInputs;
  /**
   * Types of inputs that are not those of their bindings. Bindings are checked against them.
   *
   * @default - each input has the type of its binding
   */
  readonly inputTypes?: InputTypes;
  /**
   * What the step writes, where it is to be, in mode `direct`.
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

/** A step that runs a Spark job: a `spark` component. */
export class SparkStep extends Step {
  /** What the inputs are bound to. */
  public readonly inputs: StepInputs;
  /** What the step writes. */
  public readonly outputs: StepOutputs;
  public readonly compute?: ICompute;
  public readonly code: Code;
  /** The pipeline's default compute runs no Spark, so it is never asked for. @internal */
  public override readonly _needsCompute = false;
  /** A job in Python or Scala reads its inputs only by its arguments. @internal */
  public override readonly _expressionTexts: readonly string[];
  /** @internal */
  public override readonly _environment: IEnvironment | undefined;
  /** @internal */
  public override readonly _declaredInputs: DeclaredInputs;
  private readonly props: SparkStepProps;

  /**
   * @param name lower-case letters, digits and `_`, starting with a letter; unique in the pipeline
   * @throws UnscopedValidationError StepNameInvalid, StepNameReserved, StepPortNameInvalid,
   *   StepPortNameTaken, StepInputTypeStray, StepExpressionUnclosed, StepExpressionUnknown,
   *   SparkEntryInvalid, SparkPlaceInvalid, SparkInstanceTypeInvalid, SparkRuntimeVersionInvalid,
   *   SparkSettingTaken, SparkModeInvalid
   */
  public constructor(
    public readonly name: string,
    props: SparkStepProps,
  ) {
    super();
    const resolved = withDefaults(props, { inputs: {}, outputs: {} });
    refuseOtherKinds(resolved);
    validateValue({ ...resolved, name }, SPARK_STEP_SHAPE, SPARK_STEP_RULES);
    this.props = props;
    this._declaredInputs = declaredTypes(resolved.inputTypes);
    this.inputs = readDirectly(resolved.inputs);
    this.outputs = writtenDirectly(resolved.outputs);
    this._environment = resolved.environment;
    this.code = resolved.code;
    this._expressionTexts = [props.args ?? ''];
    if (resolved.compute !== undefined) this.compute = resolved.compute;
  }

  /** @internal */
  public _renderSpec(context: ComponentContext): ArmObject {
    return renderSparkSpec(this.name, this.props, context);
  }

  /** @internal */
  public _renderNode(): ArmObject {
    return renderSparkNode(this.props);
  }
}

function readDirectly(inputs: StepInputs): StepInputs {
  const read = Object.entries(inputs).map(([name, input]) => [
    name,
    input.binding.data === undefined ? input : input.withMode(InputMode.DIRECT),
  ]);
  return Object.fromEntries(read) as StepInputs;
}

function writtenDirectly(outputs: StepOutputs): StepOutputs {
  const written = Object.entries(outputs).map(([name, output]) => [
    name,
    output._withUsualMode(OutputMode.DIRECT),
  ]);
  return Object.fromEntries(written) as StepOutputs;
}
