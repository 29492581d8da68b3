import { Is, isOutside, type Rule, type Shape } from '../../core/validation';
import type { PipelineRequest } from '../../machine-learning/pipeline/invocation/pipeline-request';
import type { RunPipelineActionProps } from '../actions/run-pipeline-action';
import { Typed } from './prop-types';
import { DURATION, MAX_ITERATIONS, MAX_RUN_SECONDS } from './until-rules';
import { ACTION_SHAPE } from './workflow-operation-rules';

export const PIPELINE = Is.having(
  'a pipeline that can be run',
  'generation',
  'pipelineName',
  'workspace',
  'renderInvocation',
  'grantInvoke',
);

export const PIPELINE_REQUEST_SHAPE: Shape<PipelineRequest> = {
  experimentName: Is.optional(Typed.string),
  arguments: Is.optional(Typed.mapOf(Is.having('a PipelineArgument', '_renderV1', '_renderV2'))),
  outputs: Is.optional(Typed.mapOf(Is.having('an output location', 'uri'))),
  continueOnStepFailure: Is.optional(Typed.boolean),
};

/** The props with the defaults filled in. */
export type ResolvedRunPipeline = RunPipelineActionProps &
  Required<Pick<RunPipelineActionProps, 'secureInputs' | 'waitForCompletion'>>;

export const RUN_PIPELINE_SHAPE: Shape<ResolvedRunPipeline> = {
  ...PIPELINE_REQUEST_SHAPE,
  ...ACTION_SHAPE,
  pipeline: PIPELINE,
  secureInputs: Typed.knownBoolean,
  waitForCompletion: Typed.knownBoolean,
  pollEvery: Is.optional(DURATION),
  timeout: Is.optional(DURATION),
};

const DEFAULT_POLL_SECONDS = 60;
const DEFAULT_TIMEOUT_SECONDS = 12 * 3600;

export const RUN_PIPELINE_RULES: readonly Rule<ResolvedRunPipeline>[] = [
  {
    code: 'RunWaitMissing',
    check: ({ waitForCompletion, pollEvery, timeout }) =>
      waitForCompletion || (pollEvery ?? timeout) === undefined
        ? undefined
        : {
            property: pollEvery === undefined ? 'timeout' : 'pollEvery',
            must: 'be given with waitForCompletion only',
            got: (pollEvery ?? timeout)?.toHuman(),
          },
  },
  {
    code: 'RunPollOutOfRange',
    check: ({ pollEvery }) =>
      isOutside(pollEvery?.toSeconds(), 1, 86_400)
        ? {
            property: 'pollEvery',
            must: 'be between 1 second and 1 day, inclusive',
            got: pollEvery?.toHuman(),
          }
        : undefined,
  },
  {
    code: 'RunTimeoutOutOfRange',
    check: ({ waitForCompletion, pollEvery, timeout }) => {
      const poll = pollEvery?.toSeconds() ?? DEFAULT_POLL_SECONDS;
      const total = timeout?.toSeconds() ?? DEFAULT_TIMEOUT_SECONDS;
      return waitForCompletion &&
        isOutside(total, poll, Math.min(MAX_RUN_SECONDS, poll * MAX_ITERATIONS))
        ? {
            property: 'timeout',
            must: 'be as long as pollEvery, and at most 90 days and 5000 times pollEvery',
            got: timeout?.toHuman() ?? '12 hours',
          }
        : undefined;
    },
  },
];
