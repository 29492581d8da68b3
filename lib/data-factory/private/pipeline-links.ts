import type { TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';
import { recordFact } from '../../core/facts';
import type { Grant } from '../../identity/grant';
import type { IInvokablePipeline } from '../../machine-learning/pipeline/invokable-pipeline';
import { toldName } from '../../machine-learning/pipeline/private/told-name';

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

const KEY = Symbol.for('cdktf-azureml.data-factory-pipeline-links');

/**
 * The triggers of a data factory pipeline and the machine learning pipelines that it runs, in whatever
 * order they come: each trigger waits until each right is granted, and is noted as what starts each. What a
 * pipeline runs is run by those too that start it.
 */
export class PipelineLinks {
  /** Those of a pipeline. */
  public static of(pipeline: IConstruct): PipelineLinks {
    const holder = pipeline as IConstruct & { [KEY]?: PipelineLinks };
    return (holder[KEY] ??= new PipelineLinks());
  }

  private readonly runs: IInvokablePipeline[] = [];
  private readonly grants: Grant[] = [];
  private readonly callers: PipelineLinks[] = [];
  private readonly starters: Starter[] = [];
  private readonly activities: boolean[] = [];

  private constructor() {}

  /** Whether nothing would be done, were the pipeline started: all its activities are disabled. */
  public get idle(): boolean {
    return this.activities.length > 0 && this.activities.every((enabled) => !enabled);
  }

  /** Notes an activity of the pipeline, and whether it does anything. */
  public addActivity(enabled: boolean): void {
    this.activities.push(enabled);
  }

  /** Notes that this pipeline runs a machine learning pipeline; once for each. */
  public addRun(invokable: IInvokablePipeline): void {
    if (this.runs.includes(invokable)) return;
    this.runs.push(invokable);
    for (const starter of this.starters) note(starter, invokable);
    for (const caller of this.callers) caller.addRun(invokable);
  }

  /** Notes a right that the runs of this pipeline need. */
  public addGrant(grant: Grant): void {
    if (this.grants.includes(grant)) return;
    this.grants.push(grant);
    for (const { resource } of this.starters) grant.applyBefore(resource);
    for (const caller of this.callers) caller.addGrant(grant);
  }

  /** Notes that this pipeline starts another one, with all that the other one runs and will run. */
  public addExecuted(other: PipelineLinks): void {
    if (other.callers.includes(this)) return;
    other.callers.push(this);
    for (const invokable of other.runs) this.addRun(invokable);
    for (const grant of other.grants) this.addGrant(grant);
  }

  /** Notes that a trigger starts the pipeline. */
  public addStarter(starter: Starter): void {
    this.starters.push(starter);
    for (const grant of this.grants) grant.applyBefore(starter.resource);
    for (const invokable of this.runs) note(starter, invokable);
  }
}

function note({ scope, when, enabled }: Starter, invokable: IInvokablePipeline): void {
  recordFact(scope, 'trigger', {
    when,
    through: 'Data Factory',
    pipeline: toldName(invokable),
    paused: !enabled || invokable.enabled === false,
  });
}
