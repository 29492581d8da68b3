import type { IInvokablePipeline } from '../../../machine-learning/pipeline/invokable-pipeline';
import type { IDataFactoryPipeline } from '../../data-factory-pipeline';
import type { PipelineHost } from '../../private/pipeline-host';

/** The pipeline that an activity is added to, as the activity sees it. */
export interface ActivityContext {
  readonly pipeline: IDataFactoryPipeline;
  /** How expressions are written in the pipeline. */
  readonly host: PipelineHost;
  /** Lets the factory run a machine learning pipeline, and notes that this one does. */
  allowRun(invokable: IInvokablePipeline): void;
}
