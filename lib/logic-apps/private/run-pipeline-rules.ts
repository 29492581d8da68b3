import { Is, type Shape } from '../../core/validation';
import type { PipelineRequest } from '../../machine-learning/pipeline/invocation/pipeline-request';
import type { RunPipelineActionProps } from '../actions/run-pipeline-action';
import { Typed } from './prop-types';

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
  arguments: Is.optional(Typed.mapOf(Is.having('a PipelineArgument', 'renderV1', 'renderV2'))),
  outputs: Is.optional(Typed.mapOf(Is.having('an output location', 'uri'))),
  continueOnStepFailure: Is.optional(Typed.boolean),
};

export const RUN_PIPELINE_SHAPE: Shape<
  RunPipelineActionProps & Required<Pick<RunPipelineActionProps, 'secureInputs'>>
> = {
  ...PIPELINE_REQUEST_SHAPE,
  pipeline: PIPELINE,
  secureInputs: Typed.knownBoolean,
  runAfter: Is.optional(Typed.listOf(Is.having('a RunAfter', 'action', 'statuses'))),
};
