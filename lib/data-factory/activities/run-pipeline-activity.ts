import { API_VERSIONS } from '../../azapi/api-versions';
import type { Duration } from '../../core/duration';
import { type Problem, ValidationError } from '../../core/errors';
import { problem, validateValue } from '../../core/validation';
import type { PipelineRequest } from '../../machine-learning/pipeline/invocation/pipeline-request';
import {
  type V1Assignments,
  v1Assignments,
} from '../../machine-learning/pipeline/invocation/render-request';
import type {
  IInvokablePipeline,
  IV1Pipeline,
} from '../../machine-learning/pipeline/invokable-pipeline';
import { grantCancelJobsOn } from '../../machine-learning/private/invoker-role';
import type { IWorkspace } from '../../machine-learning/workspace-types';
import type { ILinkedService } from '../azure-ml-linked-service';
import type { IDataFactory } from '../data-factory';
import { registeredLinkedService } from '../private/linked-service-registry';
import { expectedLinkedService } from '../private/linked-service-to';
import { Activity, type ActivityProps } from './activity';
import { type ArmActivities, renderAuthentication } from './private/activity-body';
import type {
  ActivityContext,
  ActivityGrant,
  ActivityRun,
  BoundActivity,
} from './private/activity-context';
import {
  bindingProblems,
  isV1,
  RUN_PIPELINE_RULES,
  RUN_PIPELINE_SHAPE,
} from './private/run-pipeline-rules';
import { renderV1Run } from './private/run-pipeline-v1-body';
import { type Cancellation, renderV2Run, renderV2Submission } from './private/run-pipeline-v2-body';

/** Properties of a {@link RunPipelineActivity}. */
export interface RunPipelineActivityProps extends ActivityProps, PipelineRequest {
  /** The machine learning pipeline to run. */
  readonly pipeline: IInvokablePipeline;
  /**
   * Whether the activity goes on until the job has ended, and fails when the job does. A v1 pipeline is
   * always waited for.
   *
   * @default true
   */
  readonly waitForCompletion?: boolean;
  /**
   * How often a v2 job is asked for its status, at least every second, less than {@link timeout}.
   *
   * @default Duration.minutes(2); the service decides for v1
   */
  readonly pollEvery?: Duration;
  /**
   * How long the job is waited for, between 10 minutes and 7 days, inclusive; the activity fails then.
   *
   * @default Duration.hours(12)
   */
  readonly timeout?: Duration;
  /**
   * Whether a v2 job is cancelled that was not seen to end within {@link timeout}, or whose status could
   * not be read. The factory is then granted a custom role with the one action
   * `Microsoft.MachineLearningServices/workspaces/jobs/cancel/action`; where that is missing, the job goes
   * on and the activity fails all the same. Not tried against the service.
   *
   * @default true for a v2 pipeline that is waited for, since a job that nobody waits for goes on to cost
   */
  readonly cancelOnTimeout?: boolean;
  /**
   * How often a failed v1 run is started again, at least 0. A v2 pipeline is started once: a request
   * that seems to have failed may have started a job.
   *
   * @default 0
   */
  readonly retry?: number;
  /**
   * Wait before a v1 run is started again, between 30 seconds and 1 day, inclusive.
   *
   * @default Duration.seconds(30)
   */
  readonly retryInterval?: Duration;
  /**
   * Whether requests, or the input of a v1 run, are left out of the monitoring logs.
   *
   * @default false
   */
  readonly secureInput?: boolean;
  /**
   * Whether answers, or the output of a v1 run, are left out of the monitoring logs.
   *
   * @default false
   */
  readonly secureOutput?: boolean;
  /**
   * Connection to the workspace of a v1 pipeline. v2 pipelines need none.
   *
   * @default - the one of the factory to the workspace, made where none is declared yet
   */
  readonly linkedService?: ILinkedService;
}

/**
 * Runs a machine learning pipeline as the identity of the factory, which is granted the right to; a v1
 * pipeline as the service principal of the linked service, where it has one, and then nothing is granted.
 *
 * - A v1 pipeline or endpoint becomes one `AzureMLExecutePipeline` activity.
 * - A v2 pipeline becomes a `WebActivity` that starts the job. To wait for it, `Until` follows, which asks
 *   for its status, another `WebActivity`, which cancels a job that has not ended in time, then an
 *   `IfCondition` with a `Fail`: the run fails with the name and status of a job that did not complete. The first carries the name given here, the others that name and a word.
 *   What depends on this activity depends on the last.
 *
 * While the pipeline is disabled the activity is inactive: what depends on it goes on as if it had
 * succeeded.
 *
 * The job runs as the caller: data that it reads and writes needs roles of the factory's identity, which
 * are for you to grant.
 *
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-use-batch-azure-data-factory
 * @see https://learn.microsoft.com/azure/data-factory/transform-data-machine-learning-service
 */
export class RunPipelineActivity extends Activity {
  private readonly props: RunPipelineActivityProps;

  /**
   * @throws UnscopedValidationError ActivityNameInvalid, ActivityDependencyInvalid, ActivityTimeoutOutOfRange,
   *   ActivityRetryOutOfRange, ActivityRetryIntervalOutOfRange, RunPipelineNameTooLong,
   *   RunPipelineAlwaysWaits, RunPipelineRetryUnsafe, RunPipelineOptionUnused, RunPipelinePollOutOfRange
   */
  public constructor(name: string, props: RunPipelineActivityProps) {
    super(name, props);
    validateValue({ ...props, name }, RUN_PIPELINE_SHAPE, RUN_PIPELINE_RULES);
    this.props = props;
  }

  /**
   * @throws ValidationError RunPipelineOtherCloud, LinkedServiceOfOtherFactory, LinkedServiceOfOtherWorkspace,
   *   LinkedServiceNeedsSystemIdentity, DataFactoryPrincipalUnknown, and what the request lacks
   * @internal
   */
  public _bind(context: ActivityContext): BoundActivity {
    const { pipeline, linkedService } = this.props;
    refuse(bindingProblems(this.props, context.pipeline.factory), context);
    const invoke: ActivityGrant = (grantee) => pipeline.grantInvoke(grantee);
    if (!isV1(pipeline)) {
      const cancel: ActivityGrant = (grantee) => grantCancelJobsOn(pipeline.workspace, grantee);
      const grants = this.cancels ? [invoke, cancel] : [invoke];
      return { activities: this.runV2(context), runs: [runOf(pipeline)], grants };
    }
    const { workspace } = pipeline;
    const connection =
      linkedService ?? registeredLinkedService(workspace, context.pipeline.factory);
    return {
      activities: this.runV1(pipeline, context),
      runs: [runOf(pipeline)],
      grants: connection?.servicePrincipal === undefined ? [invoke] : [],
      linked: linkedService === undefined ? [workspace] : [],
    };
  }

  private get cancels(): boolean {
    const { waitForCompletion = true, cancelOnTimeout = true } = this.props;
    return waitForCompletion && cancelOnTimeout;
  }

  private runV1(pipeline: IV1Pipeline, context: ActivityContext): ArmActivities {
    const { factory } = context.pipeline;
    const assignments = v1Assignments(this.props, context.host);
    refuse([...assignments.problems, ...datasetProblems(assignments)], context);
    const { linkedServiceName } =
      this.props.linkedService ?? expectedLinkedService(pipeline.workspace, factory);
    return [renderV1Run(this.name, { ...this.props, pipeline, assignments, linkedServiceName })];
  }

  private runV2({ host, pipeline: { factory } }: ActivityContext): ArmActivities {
    const { pipeline, waitForCompletion = true } = this.props;
    const invocation = pipeline.renderInvocation(this.props, host);
    const authentication = renderAuthentication(invocation.audience, factory.credentialName);
    const parts = {
      ...this.props,
      invocation,
      authentication,
      ...(this.cancels ? { cancellation: cancellationIn(pipeline.workspace, factory) } : {}),
    };
    return waitForCompletion
      ? renderV2Run(this.name, parts)
      : [renderV2Submission(this.name, parts)];
  }
}

/** Jobs are cancelled by Resource Manager: batch endpoints have no request for it. */
function cancellationIn(
  { cloud, workspaceId }: IWorkspace,
  { credentialName }: IDataFactory,
): Cancellation {
  return {
    jobsUri: `${cloud.resourceManagerEndpoint}${workspaceId}/jobs`,
    apiVersion: API_VERSIONS['Microsoft.MachineLearningServices/workspaces/jobs'],
    authentication: renderAuthentication(cloud.resourceManagerAudience, credentialName),
  };
}

/** The activity has parameters and data paths, and no place for datasets. */
function datasetProblems({ datasets }: V1Assignments): readonly Problem[] {
  return Object.keys(datasets).map((name) =>
    problem('ArgumentDatasetNotForDataFactory', {
      property: `arguments.${name}`,
      must: 'not be a dataset in a Data Factory pipeline, whose activity has no place for it',
      got: datasets[name],
      fix: 'start the pipeline from a Logic App, or name the data by PipelineArgument.folder(datastore, path)',
    }),
  );
}

function refuse(problems: readonly Problem[], { pipeline }: ActivityContext): void {
  const [first, ...rest] = problems;
  if (first !== undefined) throw new ValidationError([first, ...rest], pipeline);
}

function runOf(pipeline: IInvokablePipeline): ActivityRun {
  return { pipeline, enabled: pipeline.enabled !== false };
}
