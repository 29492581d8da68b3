import { Is, type PropertyType, type Shape } from '../../core/validation';
import type { PipelineRequest } from '../../machine-learning/pipeline/invocation/pipeline-request';
import type { RunPipelineActionProps } from '../actions/run-pipeline-action';
import { knownList, knownMap } from './known-types';

export const PIPELINE = Is.having(
  'a pipeline that can be run',
  'generation',
  'pipelineName',
  'workspace',
  'renderInvocation',
  'grantInvoke',
);

/** Decides what is in a definition, so it has to be there at synthesis. */
export const KNOWN_BOOLEAN: PropertyType = {
  name: 'true or false, known at synthesis',
  accepts: (value) => typeof value === 'boolean',
};

export const PIPELINE_REQUEST_SHAPE: Shape<PipelineRequest> = {
  experimentName: Is.optional(Is.string),
  arguments: Is.optional(knownMap(Is.having('a PipelineArgument', 'renderV1', 'renderV2'))),
  outputs: Is.optional(knownMap(Is.having('an output location', 'uri'))),
  continueOnStepFailure: Is.optional(Is.boolean),
};

export const RUN_PIPELINE_SHAPE: Shape<
  RunPipelineActionProps & Required<Pick<RunPipelineActionProps, 'secureInputs'>>
> = {
  ...PIPELINE_REQUEST_SHAPE,
  pipeline: PIPELINE,
  secureInputs: KNOWN_BOOLEAN,
  runAfter: Is.optional(knownList(Is.having('a RunAfter', 'action', 'statuses'))),
};
