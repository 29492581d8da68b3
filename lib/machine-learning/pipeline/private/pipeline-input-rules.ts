import {
  Is,
  isUnresolved,
  type PropertyType,
  type Rule,
  type Shape,
} from '../../../core/validation';
import { DataType } from '../data-type';
import type { PipelineInputProps } from '../pipeline-input';
import { LITERAL } from './literal';

export const PIPELINE_INPUT_SHAPE: Shape<PipelineInputProps> = {
  type: Is.known(Is.oneOf(Object.values(DataType))),
  description: Is.optional(Is.string),
  optional: Is.optional(Is.known(Is.boolean)),
  defaultValue: Is.optional(LITERAL),
};

const ACCEPTS: Partial<Record<DataType, PropertyType>> = {
  [DataType.BOOLEAN]: Is.boolean,
  [DataType.INTEGER]: Is.integer,
  [DataType.NUMBER]: Is.number,
  [DataType.STRING]: Is.string,
};

export const PIPELINE_INPUT_RULES: readonly Rule<PipelineInputProps>[] = [
  {
    code: 'PipelineInputDefaultInvalid',
    check: ({ type, defaultValue }) => {
      if (defaultValue === undefined) return undefined;
      const accepted = ACCEPTS[type];
      if (accepted !== undefined && (isUnresolved(defaultValue) || accepted.accepts(defaultValue)))
        return undefined;
      return {
        property: 'defaultValue',
        must: `be ${accepted?.name ?? `left out for inputs of type ${type}`}`,
        got: defaultValue,
      };
    },
  },
];
