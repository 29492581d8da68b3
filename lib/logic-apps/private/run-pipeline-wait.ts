import type { Duration } from '../../core/duration';
import { isUnresolved } from '../../core/validation';
import type { IInvokablePipeline } from '../../machine-learning/pipeline/invokable-pipeline';
import { PipelineGeneration } from '../../machine-learning/pipeline/pipeline-generation';
import { ActionStatus } from '../action-status';
import { ConditionAction } from '../actions/condition-action';
import { DelayAction } from '../actions/delay-action';
import { HttpAction } from '../actions/http-action';
import { ScopeAction } from '../actions/scope-action';
import { TerminateAction } from '../actions/terminate-action';
import { UntilAction } from '../actions/until-action';
import { HttpMethod } from '../http-method';
import { RunAfter } from '../run-after';
import { TerminateStatus } from '../terminate-status';
import type { WorkflowAction } from '../workflow-action';
import { WorkflowExpression as Expression } from '../workflow-expression';

/** A run of a pipeline that is waited for. */
export interface AwaitedRun {
  readonly name: string;
  readonly pipeline: IInvokablePipeline;
  readonly experimentName: string | undefined;
  /** Starts the run. */
  readonly submit: WorkflowAction;
  readonly pollEvery: Duration;
  readonly timeout: Duration;
  readonly runAfter: RunAfter[] | undefined;
}

/** How a job ends, v1 and v2. */
const ENDS = ['Completed', 'Failed', 'Canceled'];

/**
 * A scope that starts a run, asks for it until it has ended, and fails the run of the workflow where it did
 * not complete in time.
 */
export function awaitedRun(run: AwaitedRun): ScopeAction {
  const { name, submit, pollEvery, timeout } = run;
  const job = jobOf(run);
  const ask = new HttpAction(`${name}_status`, {
    method: HttpMethod.GET,
    uri: job.uri,
    audience: run.pipeline.audience,
  });
  const status = job.status(ask);
  const wait = new UntilAction(`${name}_wait`, {
    condition: Expression.or(ENDS.map((end) => status.equalTo(Expression.text(end)))),
    actions: [new DelayAction(`${name}_pause`, { duration: pollEvery }), ask],
    maxIterations: Math.ceil(timeout.toSeconds() / pollEvery.toSeconds()),
    timeout,
  });
  const judge = new ConditionAction(`${name}_result`, {
    condition: status.equalTo(Expression.text('Completed')).not(),
    actions: [
      new TerminateAction(`${name}_failed`, {
        status: TerminateStatus.FAILED,
        errorCode: 'AzureMLJobNotCompleted',
        errorMessage: [
          `Azure Machine Learning job ${job.name.toInterpolation()} ended as `,
          Expression.call('coalesce', [status, Expression.text('unknown')]).toInterpolation(),
        ].join(''),
      }),
    ],
    // However the loop ended, the last answer says how the job stands; where nothing was started, nothing does.
    runAfter: [
      RunAfter.of(wait, [ActionStatus.SUCCEEDED, ActionStatus.FAILED, ActionStatus.TIMED_OUT]),
    ],
  });
  return new ScopeAction(name, {
    actions: [submit, wait, judge],
    ...(run.runAfter === undefined ? {} : { runAfter: run.runAfter }),
  });
}

/** How the service is asked for a job, and where its answer says how the job stands. */
interface Job {
  /** The name that it is asked by. */
  readonly name: Expression;
  readonly uri: string;
  readonly status: (ask: WorkflowAction) => Expression;
}

function jobOf({ pipeline, submit, experimentName = '' }: AwaitedRun): Job {
  if (pipeline.generation === PipelineGeneration.V2) {
    const name = Expression.body(submit, 'name');
    return {
      name,
      uri: `${pipeline.endpointUri}/${name.toInterpolation()}`,
      status: (ask) => Expression.body(ask, 'properties').property('status'),
    };
  }
  const { cloud, location, workspaceId } = pipeline.workspace;
  const name = Expression.body(submit, 'Id');
  const runs = `history/v1.0${workspaceId}/experiments/${segment(experimentName)}/runs`;
  return {
    name,
    uri: `https://${cloud.machineLearningApiHost(location)}/${runs}/${name.toInterpolation()}/details`,
    status: (ask) => Expression.body(ask, 'status'),
  };
}

function segment(text: string): string {
  return isUnresolved(text) ? text : encodeURIComponent(text);
}
