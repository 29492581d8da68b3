import { Duration } from '../../../core/duration';
import type { V1Assignments } from '../../../machine-learning/pipeline/invocation/render-request';
import type { IV1Pipeline } from '../../../machine-learning/pipeline/invokable-pipeline';
import { type ArmActivity, renderActivity, renderPolicy } from './activity-body';

/** A run of a v1 pipeline. */
export interface V1RunParts {
  readonly pipeline: Pick<IV1Pipeline, 'pipelineId' | 'pipelineEndpointId' | 'version'>;
  readonly assignments: Omit<V1Assignments, 'problems' | 'datasets'>;
  readonly linkedServiceName: string;
  readonly continueOnStepFailure?: boolean;
  readonly timeout?: Duration;
  readonly retry?: number;
  readonly retryInterval?: Duration;
  readonly secureInput?: boolean;
  readonly secureOutput?: boolean;
  readonly description?: string;
}

/**
 * An `AzureMLExecutePipeline` activity, which starts a v1 run and ends with it. Pure.
 *
 * @returns the activity with `policy`, `linkedServiceName` and `typeProperties: { mlPipelineId |
 *   mlPipelineEndpointId, version?, experimentName, mlPipelineParameters?, dataPathAssignments?,
 *   continueOnStepFailure? }`
 * @see Microsoft.DataFactory/factories/pipelines@2018-06-01, AzureMLExecutePipelineActivity
 */
export function renderV1Run(name: string, parts: V1RunParts): ArmActivity {
  const { assignments, continueOnStepFailure } = parts;
  return renderActivity({
    name,
    type: 'AzureMLExecutePipeline',
    description: parts.description,
    policy: renderPolicy({
      timeout: parts.timeout ?? Duration.hours(12),
      retry: parts.retry ?? 0,
      retryInterval: parts.retryInterval ?? Duration.seconds(30),
      secureInput: parts.secureInput ?? false,
      secureOutput: parts.secureOutput ?? false,
    }),
    linkedServiceName: { referenceName: parts.linkedServiceName, type: 'LinkedServiceReference' },
    typeProperties: {
      ...identifiers(parts.pipeline),
      experimentName: assignments.experimentName,
      ...whereAny('mlPipelineParameters', assignments.parameters),
      ...whereAny('dataPathAssignments', assignments.dataPaths),
      ...(continueOnStepFailure === undefined ? {} : { continueOnStepFailure }),
    },
  });
}

function identifiers({ pipelineId, pipelineEndpointId, version }: V1RunParts['pipeline']): object {
  if (pipelineId !== undefined) return { mlPipelineId: pipelineId };
  return {
    mlPipelineEndpointId: pipelineEndpointId,
    ...(version === undefined ? {} : { version }),
  };
}

function whereAny(key: string, members: object): object {
  return Object.keys(members).length === 0 ? {} : { [key]: members };
}
