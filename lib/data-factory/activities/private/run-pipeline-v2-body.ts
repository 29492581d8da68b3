import type { ArmObject } from '../../../azapi/azapi-types';
import { Duration } from '../../../core/duration';
import type { PipelineInvocation } from '../../../machine-learning/pipeline/invokable-pipeline';
import {
  after,
  type ArmActivities,
  type ArmActivity,
  type ArmDependency,
  expression,
  type PolicyParts,
  renderActivity,
} from './activity-body';
import { renderFail } from './fail-activity-body';
import { type RunNames, runNames } from './run-pipeline-names';
import { renderWait } from './wait-activity-body';
import { renderWeb } from './web-activity-body';

/** How jobs are cancelled. */
export interface Cancellation {
  /** URL of the jobs of the workspace, by Resource Manager. */
  readonly jobsUri: string;
  readonly apiVersion: string;
  readonly authentication: ArmObject;
}

/** A run of a v2 pipeline. */
export interface V2RunParts {
  readonly invocation: PipelineInvocation;
  readonly authentication: ArmObject;
  readonly timeout?: Duration;
  readonly pollEvery?: Duration;
  /** How a job is cancelled that does not end in time; it goes on when not given. */
  readonly cancellation?: Cancellation;
  readonly secureInput?: boolean;
  readonly secureOutput?: boolean;
  readonly description?: string;
}

const REQUEST_TIMEOUT = Duration.minutes(10);
const RETRY_INTERVAL = Duration.seconds(30);

/** How a job can end. */
const ENDS = ['Completed', 'Failed', 'Canceled'] as const;

/**
 * The activity that starts a v2 job. Pure.
 *
 * It is tried once, and waits for the answer as long as it may: a request that is sent again, or given
 * up while the service works on it, leaves a job that nobody looks at.
 *
 * @returns a `WebActivity` that posts the invocation
 */
export function renderV2Submission(name: string, parts: V2RunParts): ArmActivity {
  const { invocation, authentication, description } = parts;
  return renderWeb(name, {
    description,
    method: invocation.method,
    url: invocation.uri,
    headers: invocation.headers,
    body: invocation.body,
    authentication,
    timeout: REQUEST_TIMEOUT,
    retry: 0,
    retryInterval: RETRY_INTERVAL,
    httpRequestTimeout: '00:10:00',
    ...secrecyOf(parts),
  });
}

/**
 * The activities that start a v2 job, wait until it has ended, and fail where it did not complete. Pure.
 *
 * @returns `WebActivity`, `Until`, `WebActivity` where the job is to be cancelled, and `IfCondition`, each
 *   after the one before
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-use-batch-azure-data-factory
 */
export function renderV2Run(name: string, parts: V2RunParts): ArmActivities {
  const names = runNames(name);
  const { cancellation } = parts;
  return [
    renderV2Submission(names.submit, parts),
    renderUntil(names, parts),
    ...(cancellation === undefined ? [] : [renderCancel(names, parts, cancellation)]),
    renderResult(names, parts),
  ];
}

function renderUntil(names: RunNames, parts: V2RunParts): ArmActivity {
  return renderActivity({
    name: names.until,
    type: 'Until',
    dependsOn: after(names.submit),
    typeProperties: {
      expression: expression(`@${hasEnded(statusOf(names))}`),
      timeout: timeLimit(parts),
      activities: [
        renderWeb(names.status, {
          method: 'GET',
          url: expression(`${parts.invocation.uri}/@{${jobName(names)}}`),
          authentication: parts.authentication,
          timeout: REQUEST_TIMEOUT,
          retry: 2,
          retryInterval: RETRY_INTERVAL,
          ...secrecyOf(parts),
        }),
        renderWait(names.pause, parts.pollEvery ?? Duration.minutes(2), {
          dependsOn: after(names.status),
        }),
      ],
    },
  });
}

/**
 * The loop fails when time is up, and where the status could not be read; either way nobody looks at the job
 * any more. Asking again to cancel a job does no harm.
 */
function renderCancel(
  names: RunNames,
  parts: V2RunParts,
  { jobsUri, apiVersion, authentication }: Cancellation,
): ArmActivity {
  return renderWeb(names.cancel, {
    dependsOn: [{ activity: names.until, dependencyConditions: ['Failed'] }],
    method: 'POST',
    url: expression(`${jobsUri}/@{${jobName(names)}}/cancel?api-version=${apiVersion}`),
    headers: { 'Content-Type': 'application/json' },
    body: {},
    authentication,
    timeout: REQUEST_TIMEOUT,
    retry: 2,
    retryInterval: RETRY_INTERVAL,
    turnOffAsync: true,
    ...secrecyOf(parts),
  });
}

function renderResult(names: RunNames, parts: V2RunParts): ArmActivity {
  const cancels = parts.cancellation !== undefined;
  const status = cancels ? lastStatusOf(names) : statusOf(names);
  const message = cancels ? lateMessage(names, parts) : endMessage(names, status);
  return renderActivity({
    name: names.result,
    type: 'IfCondition',
    dependsOn: cancels ? afterCancelling(names) : after(names.until),
    typeProperties: {
      expression: expression(`@not(equals(${status},'Completed'))`),
      ifTrueActivities: [renderFail(names.fail, `@${message}`, 'AzureMLJobNotCompleted', {})],
    },
  });
}

/** However the loop and the cancelling ended, the run has to say how the job stands. */
function afterCancelling({ until, cancel }: RunNames): readonly ArmDependency[] {
  return [
    { activity: until, dependencyConditions: ['Completed'] },
    { activity: cancel, dependencyConditions: ['Succeeded', 'Failed', 'Skipped'] },
  ];
}

function endMessage(names: RunNames, status: string): string {
  return `concat('Azure Machine Learning job ',${jobName(names)},' ended as ',${status})`;
}

function lateMessage(names: RunNames, parts: V2RunParts): string {
  const status = lastStatusOf(names);
  const late = [
    `'Azure Machine Learning job '`,
    jobName(names),
    `' was not seen to end within ${timeLimit(parts)}; its last known status is '`,
    status,
    quoted(`. It was to be cancelled by the activity ${names.cancel}`),
  ];
  return `if(${hasEnded(status)},${endMessage(names, status)},concat(${late.join(',')}))`;
}

function hasEnded(status: string): string {
  const [completed, failed, canceled] = ENDS.map((end) => `equals(${status},'${end}')`);
  return `or(or(${String(completed)},${String(failed)}),${String(canceled)})`;
}

function timeLimit({ timeout }: V2RunParts): string {
  return (timeout ?? Duration.hours(12)).toTimespan();
}

function secrecyOf({ secureInput, secureOutput }: V2RunParts): Partial<PolicyParts> {
  return {
    ...(secureInput === undefined ? {} : { secureInput }),
    ...(secureOutput === undefined ? {} : { secureOutput }),
  };
}

/** The name by which the service is asked for the job; the name that the studio shows is another. */
function jobName({ submit }: RunNames): string {
  return `activity(${quoted(submit)}).output.name`;
}

function statusOf({ status }: RunNames): string {
  return `activity(${quoted(status)}).output.properties.status`;
}

/** The status that was read last; where none was, text that says so. */
function lastStatusOf({ status }: RunNames): string {
  return `coalesce(activity(${quoted(status)})?.output?.properties?.status,'unknown')`;
}

function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
