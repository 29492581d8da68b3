import type { Grant } from '../../../identity/grant';
import type { IGrantable } from '../../../identity/principal';
import type { IInvokablePipeline } from '../../../machine-learning/pipeline/invokable-pipeline';
import type { IWorkspace } from '../../../machine-learning/workspace-types';
import type { IDataFactoryPipeline } from '../../data-factory-pipeline';
import type { Problem } from '../../../core/errors';
import type { PipelineHost } from '../../private/pipeline-host';
import type { ArmActivities } from './activity-body';

/** The pipeline that an activity is added to, as the activity sees it. */
export interface ActivityContext {
  readonly pipeline: IDataFactoryPipeline;
  /** How expressions are written in the pipeline. */
  readonly host: PipelineHost;
  /** Names of the variables of the pipeline. */
  readonly variables: readonly string[];
}

/** Gives somebody one right that an activity needs. */
export type ActivityGrant = (grantee: IGrantable) => Grant;

/** That an activity runs a machine learning pipeline. */
export interface ActivityRun {
  readonly pipeline: IInvokablePipeline;
  /** Whether it does run it, as far as it can tell. */
  readonly enabled: boolean;
}

/** That an activity starts another pipeline of the factory. */
export interface ActivityExecution {
  readonly pipeline: IDataFactoryPipeline;
  /** Whether it does start it, as far as it can tell. */
  readonly enabled: boolean;
}

/** What an activity becomes in a pipeline. */
export interface BoundActivity {
  /**
   * The activities of the service, each waiting for the one before: what others wait for is the last,
   * what this one waits for is set on the first.
   */
  readonly activities: ArmActivities;
  /** Machine learning pipelines that they run. */
  readonly runs: readonly ActivityRun[];
  /** Gives the factory the rights that they need. */
  readonly grants?: readonly ActivityGrant[];
  /** Other pipelines of the factory that they start; what those run is run by this one too. */
  readonly executes?: readonly ActivityExecution[];
  /** Workspaces that the factory needs a linked service to; `bind` itself adds nothing to the tree. */
  readonly linked?: readonly IWorkspace[];
  /** What is looked at once the pipeline is complete, at synthesis. */
  readonly checks?: readonly (() => readonly Problem[])[];
  /** Whether it does something beside the runs; by default whether there are no runs. */
  readonly otherWork?: boolean;
}
