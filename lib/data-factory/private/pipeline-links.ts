import type { TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';
import { recordFact } from '../../core/facts';
import type { Grant } from '../../identity/grant';
import type { ActivityRun } from '../activities/private/activity-context';
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

  /** By pipeline, whether any activity does run it. */
  private readonly runs = new Map<IInvokablePipeline, boolean>();
  private readonly grants: Grant[] = [];
  /** By pipeline that starts this one, whether any activity there does. */
  private readonly callers = new Map<PipelineLinks, boolean>();
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
  public addRun({ pipeline, enabled }: ActivityRun): void {
    const known = this.runs.get(pipeline);
    if (known === true || known === enabled) return;
    this.runs.set(pipeline, enabled);
    if (known === undefined) for (const starter of this.starters) this.note(starter, pipeline);
    for (const [caller, starts] of this.callers) {
      caller.addRun({ pipeline, enabled: enabled && starts });
    }
  }

  /** Notes a right that the runs of this pipeline need. */
  public addGrant(grant: Grant): void {
    if (this.grants.includes(grant)) return;
    this.grants.push(grant);
    for (const { resource } of this.starters) grant.applyBefore(resource);
    for (const caller of this.callers.keys()) caller.addGrant(grant);
  }

  /**
   * Notes that this pipeline starts another one, with all that the other one runs and will run.
   *
   * @param starts whether the activity does anything
   */
  public addExecuted(other: PipelineLinks, starts: boolean): void {
    const known = other.callers.get(this);
    if (known === true || known === starts) return;
    other.callers.set(this, starts);
    for (const [pipeline, enabled] of other.runs)
      this.addRun({ pipeline, enabled: enabled && starts });
    for (const grant of other.grants) this.addGrant(grant);
  }

  /** Notes that a trigger starts the pipeline. */
  public addStarter(starter: Starter): void {
    this.starters.push(starter);
    for (const grant of this.grants) grant.applyBefore(starter.resource);
    for (const pipeline of this.runs.keys()) this.note(starter, pipeline);
  }

  private note({ scope, when, enabled }: Starter, pipeline: IInvokablePipeline): void {
    recordFact(scope, 'trigger', () => ({
      when,
      through: 'Data Factory',
      pipeline: toldName(pipeline),
      paused: !enabled || this.runs.get(pipeline) !== true,
    }));
  }
}
