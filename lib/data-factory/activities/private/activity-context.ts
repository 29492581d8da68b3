import type { IInvokablePipeline } from '../../../machine-learning/pipeline/invokable-pipeline';
import type { IWorkspace } from '../../../machine-learning/workspace-types';
import type { IDataFactoryPipeline } from '../../data-factory-pipeline';
import type { PipelineHost } from '../../private/pipeline-host';
import type { ArmActivities } from './activity-body';

/** The pipeline that an activity is added to, as the activity sees it. */
export interface ActivityContext {
  readonly pipeline: IDataFactoryPipeline;
  /** How expressions are written in the pipeline. */
  readonly host: PipelineHost;
}

/** What an activity becomes in a pipeline. */
export interface BoundActivity {
  /**
   * The activities of the service, each waiting for the one before: what others wait for is the last,
   * what this one waits for is set on the first.
   */
  readonly activities: ArmActivities;
  /** Machine learning pipelines that they run. */
  readonly runs: readonly IInvokablePipeline[];
  /** Workspaces that the factory needs a linked service to; `bind` itself adds nothing to the tree. */
  readonly linked?: readonly IWorkspace[];
}
