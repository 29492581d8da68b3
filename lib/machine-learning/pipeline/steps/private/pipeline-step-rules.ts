import { Is, type Rule, type Shape } from '../../../../core/validation';
import type { PipelineStepProps } from '../pipeline-step';
import { type StepBasics, STEP_RULES, STEP_TYPES } from './step-rules';

type Resolved = PipelineStepProps & StepBasics;

export const PIPELINE_STEP_SHAPE: Shape<Resolved> = {
  name: Is.text,
  pipeline: Is.having('a pipeline', 'pipelineName', '_stepsByName', 'inputs', '_outputs'),
  inputs: STEP_TYPES.inputs,
  outputs: STEP_TYPES.outputs,
};

export const PIPELINE_STEP_RULES: readonly Rule<Resolved>[] = STEP_RULES;
