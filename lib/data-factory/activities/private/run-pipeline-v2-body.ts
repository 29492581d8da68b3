import type { ArmObject } from '../../../azapi/azapi-types';
import { Duration } from '../../../core/duration';
import type { PipelineInvocation } from '../../../machine-learning/pipeline/invokable-pipeline';
import {
  after,
  type ArmActivities,
  type ArmActivity,
  expression,
  renderActivity,
} from './activity-body';
import { renderFail } from './fail-activity-body';
import { type RunNames, runNames } from './run-pipeline-names';
import { renderWait } from './wait-activity-body';
import { renderWeb } from './web-activity-body';

/** A run of a v2 pipeline. */
export interface V2RunParts {
  readonly invocation: PipelineInvocation;
  readonly authentication: ArmObject;
  readonly timeout?: Duration;
  readonly pollEvery?: Duration;
  readonly description?: string;
}

const REQUEST_TIMEOUT = Duration.minutes(10);
const RETRY_INTERVAL = Duration.seconds(30);

/** How a job can end. */
const ENDS = ['Completed', 'Failed', 'Canceled'];

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
  });
}

/**
 * The activities that start a v2 job, wait until it has ended, and fail where it did not complete. Pure.
 *
 * @returns `WebActivity`, `Until` and `IfCondition`, each after the one before
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-use-batch-azure-data-factory
 */
export function renderV2Run(name: string, parts: V2RunParts): ArmActivities {
  const names = runNames(name);
  return [renderV2Submission(names.submit, parts), renderUntil(names, parts), renderResult(names)];
}

function renderUntil(names: RunNames, parts: V2RunParts): ArmActivity {
  const ended = ENDS.map((end) => `equals(${statusOf(names)},'${end}')`);
  return renderActivity({
    name: names.until,
    type: 'Until',
    dependsOn: after(names.submit),
    typeProperties: {
      expression: expression(`@or(or(${ended.slice(0, 2).join(',')}),${ended.slice(2).join('')})`),
      timeout: (parts.timeout ?? Duration.hours(12)).toTimespan(),
      activities: [
        renderWeb(names.status, {
          method: 'GET',
          url: expression(`${parts.invocation.uri}/@{${jobName(names)}}`),
          authentication: parts.authentication,
          timeout: REQUEST_TIMEOUT,
          retry: 2,
          retryInterval: RETRY_INTERVAL,
        }),
        renderWait(names.pause, parts.pollEvery ?? Duration.minutes(2), {
          dependsOn: after(names.status),
        }),
      ],
    },
  });
}

function renderResult(names: RunNames): ArmActivity {
  const message = `@concat('Azure Machine Learning job ',${jobName(names)},' ended as ',${statusOf(names)})`;
  return renderActivity({
    name: names.result,
    type: 'IfCondition',
    dependsOn: after(names.until),
    typeProperties: {
      expression: expression(`@not(equals(${statusOf(names)},'Completed'))`),
      ifTrueActivities: [renderFail(names.fail, message, 'AzureMLJobNotCompleted', {})],
    },
  });
}

/** The name by which the service is asked for the job; the name that the studio shows is another. */
function jobName({ submit }: RunNames): string {
  return `activity(${quoted(submit)}).output.name`;
}

function statusOf({ status }: RunNames): string {
  return `activity(${quoted(status)}).output.properties.status`;
}

function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
