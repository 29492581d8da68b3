import { Is, isUnresolved, type Rule, type Shape } from '../../../core/validation';
import { DataType } from '../data-type';
import type { PipelineInput } from '../pipeline-input';

interface NamedInput {
  readonly name: string;
  readonly input: PipelineInput;
}

export const COMPUTE_INPUT_SHAPE: Shape<NamedInput> = {
  name: Is.string,
  input: Is.having('a PipelineInput', 'type', 'required'),
};

/** Rules on an input of a pipeline that is to name a compute. */
export const COMPUTE_INPUT_RULES: readonly Rule<NamedInput>[] = [
  {
    code: 'PipelineInputNoCompute',
    check: ({ name, input: { type, required, defaultValue } }) => {
      if (type !== DataType.STRING) {
        return {
          property: `inputs.${name}`,
          must: 'be a string to name a compute',
          got: type,
          fix: 'declare it as PipelineInput.compute()',
        };
      }
      return required || (defaultValue !== undefined && !isBlank(defaultValue))
        ? undefined
        : {
            property: `inputs.${name}`,
            must: 'be required, or have the name of a compute as its default, as a step runs somewhere',
            got: defaultValue,
            fix: 'give it a default compute, or leave optional out',
          };
    },
  },
];

function isBlank(value: string | number | boolean): boolean {
  return !isUnresolved(value) && String(value).trim() === '';
}
