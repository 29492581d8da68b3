import { Is, type Rule, type Shape } from '../../../../core/validation';
import { isLiteral } from '../../private/literal-type';
import { DataCopyMode } from '../data-transfer-options';
import type { DataTransferStepProps } from '../data-transfer-step';
import { STEP_RULES, STEP_TYPES, type StepBasics } from './step-rules';

type Resolved = DataTransferStepProps & StepBasics;

export const DATA_TRANSFER_STEP_SHAPE: Shape<Resolved> = {
  name: Is.text,
  inputs: STEP_TYPES.inputs,
  outputs: STEP_TYPES.outputs,
  copyMode: Is.optional(Is.oneOf(Object.values(DataCopyMode))),
  compute: Is.optional(STEP_TYPES.compute),
  reuse: Is.optional(Is.boolean),
  displayName: Is.optional(Is.text),
  description: Is.optional(Is.string),
};

export const DATA_TRANSFER_STEP_RULES: readonly Rule<Resolved>[] = [
  ...STEP_RULES,
  {
    code: 'DataTransferPortsInvalid',
    check: ({ inputs, outputs }) => {
      const value = Object.entries(inputs).find(
        ([, { _type: type }]) => type !== undefined && isLiteral(type),
      );
      if (value !== undefined) {
        return { property: `inputs.${value[0]}`, must: 'be a location', got: value[1]._type };
      }
      if (Object.keys(inputs).length === 0) {
        return { property: 'inputs', must: 'name what is copied', got: inputs };
      }
      return Object.keys(outputs).length === 1
        ? undefined
        : { property: 'outputs', must: 'be exactly one', got: Object.keys(outputs) };
    },
  },
];
