import { Construct } from 'constructs';
import { ValidationError } from '../../core/errors';
import { choices, nearestFix } from '../../core/nearest';
import { problem, validateProps, withDefaults } from '../../core/validation';
import type { ICompute } from '../compute/compute-types';
import type { IDatastore } from '../datastore/datastore-types';
import type { IWorkspace } from '../workspace-types';
import type { PipelineInput } from './pipeline-input';
import { graphProblems } from './private/pipeline-graph';
import { takeName } from './private/pipeline-names';
import {
  ADDED_OUTPUT_SHAPE,
  ADDED_STEP_SHAPE,
  INPUT_NAME_SHAPE,
  PIPELINE_RULES,
  PIPELINE_SHAPE,
} from './private/pipeline-rules';
import type { Step } from './steps/step';
import { PipelineInputReference, type StepInput, type StepOutputName } from './steps/step-input';

/** Inputs by name. */
export interface PipelineInputs {
  readonly [name: string]: PipelineInput;
}

/** Properties of a {@link Pipeline}. */
export interface PipelineProps {
  /** The workspace that it is published in. */
  readonly workspace: IWorkspace;
  /**
   * 1 to 200 characters, inclusive: lower-case letters, digits and `_`, starting with a letter; unique in
   * the workspace. Steps are registered as `<pipeline>_<step>`.
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
  readonly steps?: readonly Step[];
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
  private readonly stepList: Step[] = [];
  private readonly outputMap = new Map<string, StepOutputName>();
  private publishedAt: string | undefined;

  /**
   * @throws ValidationError PipelineNameInvalid, PipelineInputNameInvalid, PipelineNameTaken, StepNameTaken
   */
  public constructor(scope: Construct, id: string, props: PipelineProps) {
    super(scope, id);
    const resolved = withDefaults(props, { name: snakeCase(id), inputs: {}, steps: [] });
    validateProps(this, resolved, PIPELINE_SHAPE, PIPELINE_RULES);
    const owner = takeName(resolved.workspace, resolved.name, this.node.path);
    if (owner !== undefined) {
      throw this.refused(
        'PipelineNameTaken',
        'name',
        `differ from that of ${owner}`,
        resolved.name,
      );
    }
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
  public get steps(): readonly Step[] {
    return [...this.stepList];
  }

  /**
   * Outputs of the pipeline, each with the step that writes it.
   *
   * @internal
   */
  public get outputs(): ReadonlyMap<string, StepOutputName> {
    return this.outputMap;
  }

  /**
   * Adds a step.
   *
   * @returns the step, for `step.output(name)`
   * @throws ValidationError StepNameTaken, PipelineAlreadyPublished
   */
  public addStep<S extends Step>(step: S): S {
    validateProps(this, { step }, ADDED_STEP_SHAPE);
    this.refuseWhenPublished(`step ${step.name}`);
    if (this.stepList.some(({ name }) => name === step.name)) {
      throw this.refused('StepNameTaken', 'steps', 'have names of their own', step.name);
    }
    this.stepList.push(step);
    return step;
  }

  /**
   * An input of the pipeline, as the input of a step.
   *
   * @throws ValidationError PipelineInputUnknown
   */
  public input(name: string): StepInput {
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
    return new PipelineInputReference(name, input.type);
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
    if (from.stepOutput === undefined) {
      throw this.refused('PipelineOutputInvalid', 'from', 'be the output of a step', from);
    }
    const { step, output } = from.stepOutput;
    const [taken] =
      [...this.outputMap].find(([, other]) => other.step === step && other.output === output) ?? [];
    if (taken !== undefined) {
      const must = `not be an output of the pipeline already, which ${taken} is`;
      throw this.refused('PipelineOutputInvalid', 'from', must, `${step}.${output}`);
    }
    this.outputMap.set(name, from.stepOutput);
  }

  /**
   * Checks the graph and closes it: a publication shows what it published, and there is one of it, since
   * two would create the same component versions.
   *
   * @throws ValidationError PipelineAlreadyPublished, PipelineEmpty, PipelineComputeMissing, StepInputUnbound, StepCycle
   * @internal
   */
  public close(publication: string): void {
    this.refuseWhenPublished(`another publication, ${publication}`);
    const [first, ...rest] = graphProblems(this);
    if (first !== undefined) throw new ValidationError([first, ...rest], this);
    this.publishedAt = publication;
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
