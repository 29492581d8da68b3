import type { ArmObject } from '../../azapi/azapi-types';
import { Duration } from '../../core/duration';
import { validateValue, withDefaults } from '../../core/validation';
import type { IInvokablePipeline } from '../../machine-learning/pipeline/invokable-pipeline';
import type { PipelineRequest } from '../../machine-learning/pipeline/invocation/pipeline-request';
import { renderRunPipeline } from '../private/run-pipeline-body';
import {
  type ResolvedRunPipeline,
  RUN_PIPELINE_RULES,
  RUN_PIPELINE_SHAPE,
} from '../private/run-pipeline-rules';
import { awaitedRun } from '../private/run-pipeline-wait';
import type { RunAfter } from '../run-after';
import type { ScopeAction } from './scope-action';
import { WorkflowAction } from '../workflow-action';
import type { IWorkflowHost } from '../workflow-host';

/** Properties of a {@link RunPipelineAction}: what the run is given, and how it is started. */
export interface RunPipelineActionProps extends PipelineRequest {
  /** What is run. The identity of the workflow must be allowed to: `pipeline.grantInvoke(workflow)`. */
  readonly pipeline: IInvokablePipeline;
  /**
   * What the action waits for. An empty list starts it with the workflow.
   *
   * @default - the success of the action added before it
   */
  readonly runAfter?: RunAfter[];
  /**
   * Whether the run history of the workflow hides the request.
   *
   * @default true
   * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app#secure-data-code-view
   */
  readonly secureInputs?: boolean;
  /**
   * Whether the action goes on until the job has ended, and the run of the workflow fails with the job's name
   * where the job does not complete. Not for loops.
   *
   * @default false
   */
  readonly waitForCompletion?: boolean;
  /**
   * How often the job is asked for, for `waitForCompletion`: 1 second to 1 day, inclusive. Every question is paid
   * for.
   *
   * @default Duration.minutes(1)
   */
  readonly pollEvery?: Duration;
  /**
   * How long the job may take, for `waitForCompletion`: as long as `pollEvery` to 90 days, inclusive, and 5,000
   * questions at most. A job that takes longer goes on, and the run of the workflow fails.
   *
   * @default Duration.hours(12)
   */
  readonly timeout?: Duration;
}

/**
 * Runs a pipeline, v1 or v2: an HTTP action that posts the request with the identity of the workflow.
 *
 * The request is never sent twice, since the service would run the pipeline twice: where the answer is lost,
 * the run of the workflow fails. It succeeds once the service took the request, unless it is told to wait: then
 * it is a scope of that name with actions of its own, whose names begin with it and `_`. A v2 pipeline runs as the identity of the workflow, which so needs roles on the data too.
 */
export class RunPipelineAction extends WorkflowAction {
  /** Whether the pipeline takes runs. */
  public override readonly enabled: boolean;
  public override readonly endsRun: boolean;
  public override readonly innerActions: WorkflowAction[][];
  private readonly pipeline: IInvokablePipeline;
  private readonly request: PipelineRequest;
  private readonly secureInputs: boolean;
  private readonly waiting: ScopeAction | undefined;

  /**
   * @param name unique in the workflow, see {@link WorkflowOperation}; 72 characters at most where it waits
   * @throws UnscopedValidationError WorkflowOperationNameInvalid, RunPollOutOfRange, RunTimeoutOutOfRange,
   *   RunWaitMissing
   */
  public constructor(name: string, props: RunPipelineActionProps) {
    const resolved = withDefaults(props, { secureInputs: true, waitForCompletion: false });
    validateValue<ResolvedRunPipeline>(resolved, RUN_PIPELINE_SHAPE, RUN_PIPELINE_RULES);
    const { pipeline, secureInputs, runAfter, waitForCompletion, pollEvery, timeout, ...request } =
      resolved;
    super(name, runAfter);
    this.pipeline = pipeline;
    this.enabled = pipeline.enabled !== false;
    this.request = request;
    this.secureInputs = secureInputs;
    this.waiting = waitForCompletion
      ? awaitedRun({
          name,
          pipeline,
          experimentName: request.experimentName,
          submit: new RunPipelineAction(`${name}_submit`, { ...request, pipeline, secureInputs }),
          pollEvery: pollEvery ?? Duration.minutes(1),
          timeout: timeout ?? Duration.hours(12),
          runAfter,
        })
      : undefined;
    this.endsRun = waitForCompletion;
    this.innerActions = this.waiting?.innerActions ?? [];
  }

  /** @throws ValidationError ExperimentNameMissing, ArgumentNotForGeneration, TriggeringBlobUnknown, TriggeringBlobDatastoreMissing */
  public override render(host: IWorkflowHost): ArmObject {
    const invocation = this.pipeline.renderInvocation(this.request, host);
    if (this.waiting !== undefined) return this.waiting.render(host);
    return renderRunPipeline({
      invocation,
      authentication: host.authentication,
      secureInputs: this.secureInputs,
    });
  }
}
