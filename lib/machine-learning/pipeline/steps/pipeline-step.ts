import type { ArmObject } from '../../../azapi/azapi-types';
import { AssumptionError } from '../../../core/errors';
import { validateValue, withDefaults } from '../../../core/validation';
import type { Code } from '../../code/code';
import type { ICompute } from '../../compute/compute-types';
import type { Pipeline } from '../pipeline';
import { refuseOtherKinds } from './private/binding-kinds';
import { nestedInputs, nestedOutputs } from './private/nested-ports';
import { PIPELINE_STEP_RULES, PIPELINE_STEP_SHAPE } from './private/pipeline-step-rules';
import { type DeclaredInputs, Step, type StepInputs, type StepOutputs } from './step';

/** Properties of a {@link PipelineStep}. */
export interface PipelineStepProps {
  /**
   * What runs as a step: a pipeline of the same workspace that is not published on its own. It must have all its
   * outputs before the step is made; steps may be added to it later.
   */
  readonly pipeline: Pipeline;
  /**
   * What the inputs of the pipeline are bound to, by their names.
   *
   * @default - none: those that the pipeline requires must be bound
   */
  readonly inputs?: StepInputs;
}

/** A step that runs a whole pipeline, which is published with the one that holds the step. */
export class PipelineStep extends Step {
  /** What the inputs of the pipeline are bound to. */
  public readonly inputs: StepInputs;
  /** The outputs of the pipeline. */
  public readonly outputs: StepOutputs;
  public readonly compute?: ICompute;
  public readonly code?: Code;
  /** @internal */
  public override readonly _nestedPipeline: Pipeline;
  /** @internal */
  public override readonly _needsCompute: boolean = false;
  /** @internal */
  public override readonly _declaredInputs: DeclaredInputs;
  /** @internal */
  public override readonly _declaresAllInputs: boolean = true;

  /**
   * @param name lower-case letters, digits and `_`, starting with a letter; unique in the pipeline
   * @throws UnscopedValidationError StepNameInvalid, StepNameReserved, StepPortNameInvalid, StepPortNameTaken
   */
  public constructor(
    public readonly name: string,
    props: PipelineStepProps,
  ) {
    super();
    const resolved = withDefaults(props, { inputs: {} });
    refuseOtherKinds(resolved);
    validateValue({ outputs: {}, ...resolved, name }, PIPELINE_STEP_SHAPE, PIPELINE_STEP_RULES);
    this.inputs = resolved.inputs;
    this._nestedPipeline = resolved.pipeline;
    this.outputs = nestedOutputs(resolved.pipeline);
    this._declaredInputs = nestedInputs(resolved.pipeline);
  }

  /** @internal */
  public _renderSpec(): ArmObject {
    throw new AssumptionError(`step ${this.name}, which is a pipeline, was asked for a component`);
  }

  /** @internal */
  public _renderNode(): ArmObject {
    return { type: 'pipeline' };
  }
}
