import type { Problem } from '../../../core/errors';
import {
  Is,
  isOutside,
  isUnresolved,
  problem,
  type PropertyType,
  type Rule,
  type Shape,
} from '../../../core/validation';
import type {
  IInvokablePipeline,
  IV1Pipeline,
} from '../../../machine-learning/pipeline/invokable-pipeline';
import { PipelineGeneration } from '../../../machine-learning/pipeline/pipeline-generation';
import type { IDataFactory } from '../../data-factory';
import { DURATION } from '../../private/property-types';
import type { ActivityProps } from '../activity';
import type { RunPipelineActivityProps } from '../run-pipeline-activity';
import { MAX_ACTIVITY_NAME } from './activity-rules';
import { POLICY_RULES } from './policy-rules';
import { LONGEST_RUN_SUFFIX } from './run-pipeline-names';

type Named = Omit<RunPipelineActivityProps, keyof ActivityProps> & {
  readonly name: string;
};

const OUTPUT: PropertyType = {
  name: 'a PipelineOutputLocation',
  accepts: (value) => {
    if (!Is.object.accepts(value)) return false;
    const { uri, file } = value as { readonly uri?: unknown; readonly file?: unknown };
    return Is.text.accepts(uri) && (file === undefined || Is.boolean.accepts(file));
  },
};

export const RUN_PIPELINE_SHAPE: Shape<Named> = {
  name: Is.text,
  pipeline: Is.having(
    'a pipeline that can be run',
    'generation',
    'workspace',
    'renderInvocation',
    'grantInvoke',
  ),
  waitForCompletion: Is.optional(Is.known(Is.boolean)),
  pollEvery: Is.optional(DURATION),
  timeout: Is.optional(DURATION),
  cancelOnTimeout: Is.optional(Is.known(Is.boolean)),
  retry: Is.optional(Is.integer),
  retryInterval: Is.optional(DURATION),
  secureInput: Is.optional(Is.boolean),
  secureOutput: Is.optional(Is.boolean),
  linkedService: Is.optional(Is.having('a linked service', 'linkedServiceName', 'factory')),
  experimentName: Is.optional(Is.text),
  arguments: Is.optional(
    Is.known(Is.map(Is.having('a PipelineArgument', '_renderV1', '_renderV2'))),
  ),
  outputs: Is.optional(Is.known(Is.map(Is.known(OUTPUT)))),
  continueOnStepFailure: Is.optional(Is.boolean),
};

/** Whether a pipeline was published with the v1 SDK. */
export function isV1(pipeline: IInvokablePipeline): pipeline is IV1Pipeline {
  return pipeline.generation === PipelineGeneration.V1;
}

export const RUN_PIPELINE_RULES: readonly Rule<Named>[] = [
  {
    code: 'RunPipelineNameTooLong',
    check: ({ name, pipeline, waitForCompletion }) => {
      const longest = MAX_ACTIVITY_NAME - LONGEST_RUN_SUFFIX;
      const alone = isV1(pipeline) || waitForCompletion === false;
      return alone || isUnresolved(name) || name.length <= longest
        ? undefined
        : {
            property: 'name',
            must: `have at most ${String(longest)} characters, since the activities that wait for the job are named after it`,
            got: name,
          };
    },
  },
  {
    code: 'RunPipelineAlwaysWaits',
    check: ({ pipeline, waitForCompletion }) =>
      isV1(pipeline) && waitForCompletion === false
        ? {
            property: 'waitForCompletion',
            must: 'not be false for a v1 pipeline: the AzureMLExecutePipeline activity ends when the run ends',
            got: waitForCompletion,
            fix: 'let nothing depend on the activity',
          }
        : undefined,
  },
  {
    code: 'RunPipelineRetryUnsafe',
    check: ({ pipeline, retry }) =>
      isV1(pipeline) || retry === undefined || retry === 0
        ? undefined
        : {
            property: 'retry',
            must: 'be 0 for a v2 pipeline: a request that is sent again can start a second job',
            got: retry,
            fix: 'set retries on the steps of the pipeline',
          },
  },
  {
    code: 'RunPipelineOptionUnused',
    check: (props) => {
      const [unused] = unusedOptions(props).filter((option) => props[option] !== undefined);
      return unused === undefined
        ? undefined
        : {
            property: unused,
            must: `not be given for ${kindOf(props)}, which does not use it`,
            got: props[unused],
          };
    },
  },
  {
    code: 'RunPipelinePollOutOfRange',
    check: ({ pollEvery, timeout }) => {
      const most = timeout === undefined ? undefined : timeout.toSeconds() - 1;
      return pollEvery !== undefined && isOutside(pollEvery.toSeconds(), 1, most)
        ? {
            property: 'pollEvery',
            must: 'be at least 1 second and less than timeout',
            got: pollEvery.toTimespan(),
          }
        : undefined;
    },
  },
  ...POLICY_RULES,
];

function unusedOptions({ pipeline, waitForCompletion }: Named): readonly (keyof Named)[] {
  if (isV1(pipeline)) return ['pollEvery', 'cancelOnTimeout'];
  const never = ['linkedService', 'retryInterval'] as const;
  return waitForCompletion === false
    ? [...never, 'pollEvery', 'timeout', 'cancelOnTimeout']
    : never;
}

function kindOf({ pipeline }: Named): string {
  return isV1(pipeline) ? 'a v1 pipeline' : 'such a run of a v2 pipeline';
}

/** What is wrong with running the pipeline from this factory. */
export function bindingProblems(
  { pipeline, linkedService }: RunPipelineActivityProps,
  factory: IDataFactory,
): readonly Problem[] {
  const { cloud, workspaceId, workspaceName } = pipeline.workspace;
  const problems: Problem[] = [];
  if (isV1(pipeline) && pipeline.pipelineEndpointName !== undefined) {
    problems.push(
      problem('RunPipelineNeedsEndpointId', {
        property: 'pipeline',
        must: 'be known by its id: the AzureMLExecutePipeline activity takes no name',
        got: pipeline.pipelineEndpointName,
        fix: 'use PipelineEndpoint.fromV1EndpointId',
      }),
    );
  }
  if (cloud.name !== factory.cloud.name) {
    problems.push(
      problem('RunPipelineOtherCloud', {
        property: 'pipeline',
        must: `be in the cloud of the data factory (${factory.cloud.name}), which has no identity in others`,
        got: cloud.name,
      }),
    );
  }
  if (linkedService === undefined) return problems;
  if (linkedService.factory.factoryId !== factory.factoryId) {
    problems.push(
      problem('LinkedServiceOfOtherFactory', {
        property: 'linkedService',
        must: `belong to data factory ${factory.factoryName}`,
        got: linkedService.factory.factoryName,
      }),
    );
  }
  const connected = linkedService.workspace;
  if (connected !== undefined && connected.workspaceId !== workspaceId) {
    problems.push(
      problem('LinkedServiceOfOtherWorkspace', {
        property: 'linkedService',
        must: `connect to workspace ${workspaceName}, which the pipeline runs in`,
        got: connected.workspaceName,
      }),
    );
  }
  return problems;
}
