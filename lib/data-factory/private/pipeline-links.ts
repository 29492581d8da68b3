import type { TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';
import { recordFact } from '../../core/facts';
import type { Grant } from '../../identity/grant';
import type { IGrantable } from '../../identity/principal';
import type { IInvokablePipeline } from '../../machine-learning/pipeline/invokable-pipeline';

/** What starts a pipeline of a data factory. */
export interface Starter {
  /** The trigger. */
  readonly scope: IConstruct;
  /** What Terraform activates. */
  readonly resource: TerraformResource;
  /** What happens, such as `every day at 04:30, Europe/Berlin`. */
  readonly when: string;
  /** Whether it is to fire, as its own props say. */
  readonly enabled: boolean;
}

interface Run {
  readonly invokable: IInvokablePipeline;
  readonly grant: Grant;
}

const KEY = Symbol.for('cdktf-azureml.data-factory-pipeline-links');

/**
 * The triggers of a data factory pipeline and the machine learning pipelines that it runs, in whatever
 * order they come: each trigger waits until each right is granted, and is noted as what starts each.
 */
export class PipelineLinks {
  /** Those of a pipeline. */
  public static of(pipeline: IConstruct): PipelineLinks {
    const holder = pipeline as IConstruct & { [KEY]?: PipelineLinks };
    return (holder[KEY] ??= new PipelineLinks());
  }

  private readonly runs: Run[] = [];
  private readonly starters: Starter[] = [];
  private readonly activities: boolean[] = [];

  private constructor() {}

  /** Whether nothing would be done, were the pipeline started: all its activities are disabled. */
  public get idle(): boolean {
    return this.activities.length > 0 && this.activities.every((enabled) => !enabled);
  }

  /** Machine learning pipelines that it runs, so far. */
  public get invoked(): readonly IInvokablePipeline[] {
    return this.runs.map(({ invokable }) => invokable);
  }

  /** Notes an activity of the pipeline, and whether it does anything. */
  public addActivity(enabled: boolean): void {
    this.activities.push(enabled);
  }

  /** Lets a factory run a machine learning pipeline, and notes that this pipeline does; once for each. */
  public addRun(invokable: IInvokablePipeline, factory: IGrantable): void {
    if (this.runs.some((run) => run.invokable === invokable)) return;
    const run = { invokable, grant: invokable.grantInvoke(factory) };
    this.runs.push(run);
    for (const starter of this.starters) this.connect(starter, run);
  }

  /** Notes that a trigger starts the pipeline. */
  public addStarter(starter: Starter): void {
    this.starters.push(starter);
    for (const run of this.runs) this.connect(starter, run);
  }

  private connect({ scope, resource, when, enabled }: Starter, { invokable, grant }: Run): void {
    grant.applyBefore(resource);
    recordFact(scope, 'trigger', {
      when,
      through: 'Data Factory',
      pipeline: invokable.pipelineName,
      paused: !enabled || invokable.enabled === false,
    });
  }
}
