import type { ArmObject } from '../../../../azapi/azapi-types';
import { literalText } from '../../private/literal';
import { InputMode } from '../input-mode';
import type { StepBinding } from './step-binding';

/**
 * A binding as a node of a pipeline has it. Pure.
 *
 * @returns `{ job_input_type: "literal", value, mode? }` or `{ job_input_type, mode, uri }`
 */
export function renderBinding(binding: StepBinding, mode: InputMode | undefined): ArmObject {
  const { data } = binding;
  if (data !== undefined) {
    const { type, uri } = data;
    return { job_input_type: type, mode: mode ?? InputMode.READ_ONLY_MOUNT, uri };
  }
  return {
    job_input_type: 'literal',
    value: valueOf(binding),
    ...(mode === undefined ? {} : { mode }),
  };
}

function valueOf({ literal, pipelineInput, stepOutput }: StepBinding): string {
  if (pipelineInput !== undefined) return `\${{parent.inputs.${pipelineInput.name}}}`;
  if (stepOutput !== undefined) {
    return `\${{parent.jobs.${stepOutput.step}.outputs.${stepOutput.output}}}`;
  }
  return literal === undefined ? '' : literalText(literal.value);
}
