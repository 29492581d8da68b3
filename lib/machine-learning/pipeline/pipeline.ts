import { Annotations } from 'cdktf';
import { Construct } from 'constructs';
import { ValidationError } from '../../core/errors';
import { choices, nearestFix } from '../../core/nearest';
import { problem, validateProps, withDefaults } from '../../core/validation';
import type { ICompute } from '../compute/compute-types';
import type { IDatastore } from '../datastore/datastore-types';
import type { IWorkspace } from '../workspace-types';
import { ComputeInput } from './compute-input';
import type { PipelineInput } from './pipeline-input';
import { COMPUTE_INPUT_RULES, COMPUTE_INPUT_SHAPE } from './private/compute-input-rules';
import { graphProblems } from './private/pipeline-graph';
import { nestedPipelines, nestingProblem } from './private/nesting';
import { takeNames } from './private/component-names';
import { graphWarnings } from './private/graph-warnings';
import {
  ADDED_OUTPUT_SHAPE,
  ADDED_STEP_SHAPE,
  addedStepRules,
  INPUT_NAME_SHAPE,
  PIPELINE_RULES,
  PIPELINE_SHAPE,
} from './private/pipeline-rules';
import type { StepsByName } from './private/steps-by-name';
import type { StepOutputName } from './steps/private/step-binding';
import type { Step } from './steps/step';
import { StepInput } from './steps/step-input';

/** Inputs by name. */
export type PipelineInputs = { readonly [name: string]: PipelineInput };

/** Properties of a {@link Pipeline}. */
export interface PipelineProps {
  /** The workspace that it is published in. */
  readonly workspace: IWorkspace;
  /**
   * 1 to 200 characters, inclusive: lower-case letters, digits and `_`, starting with a letter; unique among
   * what is published in the workspace, but for versions of one {@link PipelineEndpoint}. Steps are registered as `<pipeline>_<step>`.
   *
   * @default - from the construct id, `TrainChurn` becomes `train_churn`
   */
  readonly name?: string;
  /**
   * Where steps run that name no compute themselves.
   *
   * @default - none: every step names one
   */
  readonly defaultCompute?: ICompute;
  /**
   * Where steps write outputs that name no place themselves.
   *
   * @default - the default datastore of the workspace
   */
  readonly defaultDatastore?: IDatastore;
  /**
   * What a run gives the pipeline.
   *
   * @default - nothing
   */
  readonly inputs?: PipelineInputs;
  /**
   * Steps; more are added by {@link Pipeline.addStep}.
   *
   * @default - none yet
   */
  readonly steps?: Step[];
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

/** How a step stands in a pipeline. */
export interface AddStepOptions {
  /**
   * Steps of the same pipeline that must have finished, beside those whose outputs the step reads. They may be
   * added later.
   *
   * Nodes of the service have no order but that of data: the step gets an input for each, which is bound
   * to an output of the other step and passed as an address. So the step runs again when one of them ran
   * again. A step whose component exists already, or that is a pipeline, cannot wait so.
   *
   * @default - none
   */
  readonly after?: Step[];
}

/**
 * A pipeline: steps whose order follows their data.
 *
 * It emits nothing by itself; {@link PublishedPipeline} does.
 */
export class Pipeline extends Construct {
  /** Name that its components start with. */
  public readonly pipelineName: string;
  /** The workspace that it is published in. */
  public readonly workspace: IWorkspace;
  /** Where steps run that name no compute themselves. */
  public readonly defaultCompute?: ICompute;
  /** Where steps write that name no place themselves. */
  public readonly defaultDatastore?: IDatastore;
  /** Name shown in the studio. */
  public readonly displayName: string;
  /** Description shown in the studio. */
  public readonly description?: string;
  /** What a run gives the pipeline. */
  public readonly inputs: PipelineInputs;
  private readonly stepMap = new Map<string, Step>();
  private readonly afterMap = new Map<string, readonly string[]>();
  private readonly outputMap = new Map<string, StepOutputName>();
  private readonly outputTargets = new Map<string, string>();
  private publishedAt: string | undefined;
  private nestedIn: string | undefined;

  /**
   * @throws ValidationError PipelineNameInvalid, PipelineInputNameInvalid, StepNameTaken,
   *   DefaultComputeIsInput
   */
  public constructor(scope: Construct, id: string, props: PipelineProps) {
    super(scope, id);
    const resolved = withDefaults(props, { name: snakeCase(id), inputs: {}, steps: [] });
    validateProps(this, resolved, PIPELINE_SHAPE, PIPELINE_RULES);
    this.pipelineName = resolved.name;
    this.workspace = resolved.workspace;
    this.displayName = resolved.displayName ?? resolved.name;
    this.inputs = resolved.inputs;
    if (resolved.defaultCompute !== undefined) this.defaultCompute = resolved.defaultCompute;
    if (resolved.defaultDatastore !== undefined) this.defaultDatastore = resolved.defaultDatastore;
    if (resolved.description !== undefined) this.description = resolved.description;
    for (const step of resolved.steps) this.addStep(step);
  }

  /** Steps in the order in which they were added. */
  public get steps(): Step[] {
    return [...this.stepMap.values()];
  }

  /** Steps by their names, in the order in which they were added. @internal */
  public get _stepsByName(): StepsByName {
    return this.stepMap;
  }

  /** Names of the steps that a step waits for beside its data, by its name. @internal */
  public get _after(): ReadonlyMap<string, readonly string[]> {
    return this.afterMap;
  }

  /** Whether the pipeline is a step of another one. @internal */
  public get _nested(): boolean {
    return this.nestedIn !== undefined;
  }

  /**
   * Outputs of the pipeline, each with the step that writes it.
   *
   * @internal
   */
  public get _outputs(): ReadonlyMap<string, StepOutputName> {
    return this.outputMap;
  }

  /**
   * Adds a step.
   *
   * @returns the step, for `step.output(name)`
   * @throws ValidationError StepNameTaken, ComponentNameTooLong, NestedPipelineInvalid, PipelineAlreadyPublished
   */
  public addStep(step: Step, options: AddStepOptions = {}): Step {
    validateProps(this, { ...options, step }, ADDED_STEP_SHAPE, addedStepRules(this.pipelineName));
    this.refuseWhenPublished(`step ${step.name}`);
    if (this.stepMap.has(step.name)) {
      throw this.refused('StepNameTaken', 'steps', 'have names of their own', step.name);
    }
    const { _nestedPipeline: nestedPipeline } = step;
    if (nestedPipeline !== undefined) {
      const found = nestingProblem(this, step.name, nestedPipeline);
      if (found !== undefined) throw new ValidationError([found], this);
      nestedPipeline._nest(this.node.path);
    }
    this.stepMap.set(step.name, step);
    if (options.after !== undefined) {
      this.afterMap.set(step.name, [...new Set(options.after.map(({ name }) => name))]);
    }
    return step;
  }

  /**
   * An input of the pipeline, as the input of a step.
   *
   * @throws ValidationError PipelineInputUnknown
   */
  public input(name: string): StepInput {
    return StepInput._fromPipelineInput(name, this.declaredInput(name).type, this);
  }

  /**
   * The compute that an input of the pipeline names, as the `compute` of a step of this pipeline: each run
   * says where the step runs. Nobody looks whether there is a compute of that name before a run.
   *
   * @param name an input that is a string, required or with a default
   * @throws ValidationError PipelineInputUnknown, PipelineInputNoCompute
   * @see azure-ai-ml 1.4.0, which writes the binding as the `computeId` of the node; the service took it in a version
   *   of a pipeline component, `Microsoft.MachineLearningServices/workspaces/components/versions@2022-10-01`
   */
  public computeInput(name: string): ICompute {
    const input = this.declaredInput(name);
    validateProps(this, { name, input }, COMPUTE_INPUT_SHAPE, COMPUTE_INPUT_RULES);
    const id = `ComputeInput-${name}`;
    const existing = this.node.tryFindChild(id);
    return existing instanceof ComputeInput ? existing : new ComputeInput(this, id, name);
  }

  /**
   * Makes the output of a step an output of the pipeline, so that callers can say where it is written.
   *
   * @param from output of a step of this pipeline
   * @throws ValidationError PipelineOutputInvalid, PipelineAlreadyPublished
   */
  public addOutput(name: string, from: StepInput): void {
    validateProps(this, { name, from }, ADDED_OUTPUT_SHAPE);
    this.refuseWhenPublished(`output ${name}`);
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || this.outputMap.has(name)) {
      throw this.refused('PipelineOutputInvalid', 'name', 'be a new identifier', name);
    }
    if (from._stepOutput === undefined) {
      throw this.refused('PipelineOutputInvalid', 'from', 'be the output of a step', from);
    }
    const { step, output } = from._stepOutput;
    const taken = this.outputTargets.get(`${step}.${output}`);
    if (taken !== undefined) {
      const must = `not be an output of the pipeline already, which ${taken} is`;
      throw this.refused('PipelineOutputInvalid', 'from', must, `${step}.${output}`);
    }
    this.outputMap.set(name, from._stepOutput);
    this.outputTargets.set(`${step}.${output}`, name);
  }

  /**
   * Checks the graph and closes it: a publication shows what it published, and there is one of it, since
   * two would create the same component versions.
   *
   * @param publication path of the publication
   * @param place path of what is published with others under the same name: the endpoint of a version
   * @throws ValidationError PipelineAlreadyPublished, NestedPipelineInvalid, PipelineNameTaken,
   *   ComponentNameTaken, PipelineEmpty, PipelineComputeMissing, StepInputUnbound, StepInputMissing,
   *   StepInputTypeMismatch, StepAfterImpossible, StepCycle
   * @internal
   */
  public _close(publication: string, place = publication): void {
    this.refusePublishedTwice(publication);
    if (this.nestedIn !== undefined) {
      const must = `not be published on its own, as a step of ${this.nestedIn} runs it`;
      throw this.refused('NestedPipelineInvalid', 'pipeline', must, publication);
    }
    this.closeWith(publication, place);
  }

  /**
   * Notes that a step of another pipeline runs this one.
   *
   * @throws ValidationError PipelineAlreadyPublished
   * @internal
   */
  public _nest(outer: string): void {
    this.refuseWhenPublished(`a step of ${outer}`);
    this.nestedIn ??= outer;
  }

  private declaredInput(name: string): PipelineInput {
    validateProps(this, { name }, INPUT_NAME_SHAPE);
    const input = Object.hasOwn(this.inputs, name) ? this.inputs[name] : undefined;
    if (input === undefined) {
      const names = Object.keys(this.inputs);
      throw new ValidationError(
        [
          problem('PipelineInputUnknown', {
            property: 'input',
            must: `be an input of the pipeline: ${choices(names)}`,
            got: name,
            ...nearestFix(name, names),
          }),
        ],
        this,
      );
    }
    return input;
  }

  private closeWith(publication: string, place: string): void {
    if (this.publishedAt === publication) return;
    this.refusePublishedTwice(publication);
    for (const inner of nestedPipelines(this)) inner.closeWith(publication, place);
    const [first, ...rest] = graphProblems(this);
    if (first !== undefined) throw new ValidationError([first, ...rest], this);
    const taken = takeNames(this, place);
    if (taken !== undefined) throw new ValidationError([taken], this);
    for (const warning of graphWarnings(this)) Annotations.of(this).addWarning(warning);
    this.publishedAt = publication;
  }

  /** The same publication may come again where it was refused after the pipeline was closed. */
  private refusePublishedTwice(publication: string): void {
    if (this.publishedAt === undefined || this.publishedAt === publication) return;
    throw new ValidationError(
      [
        problem('PipelineAlreadyPublished', {
          property: 'pipeline',
          must: `be published once, and ${this.publishedAt} published it`,
          got: publication,
          fix: 'run what was published there, or publish a second Pipeline; a PipelineEndpoint has several under one URL, as versions',
        }),
      ],
      this,
    );
  }

  private refuseWhenPublished(what: string): void {
    if (this.publishedAt === undefined) return;
    throw this.refused(
      'PipelineAlreadyPublished',
      'steps',
      `be complete before the pipeline is published, which ${this.publishedAt} did`,
      what,
    );
  }

  private refused(code: string, property: string, must: string, got: unknown): ValidationError {
    return new ValidationError([problem(code, { property, must, got })], this);
  }
}

/** `TrainChurn` becomes `train_churn`. */
function snakeCase(id: string): string {
  return id
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
}
