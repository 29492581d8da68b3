import {
  Is,
  isOutside,
  isUnresolved,
  type PropertyType,
  type Rule,
  type Shape,
} from '../../../core/validation';
import { choices as listed, nearestFix } from '../../../core/nearest';
import { DataType } from '../data-type';
import type { ICompute } from '../../compute/compute-types';
import type { PipelineInputProps } from '../pipeline-input';
import { isComputeInput } from './is-compute-input';
import { LITERAL } from './literal';

export const PIPELINE_INPUT_SHAPE: Shape<PipelineInputProps> = {
  type: Is.known(Is.oneOf(Object.values(DataType))),
  description: Is.optional(Is.string),
  optional: Is.optional(Is.known(Is.boolean)),
  defaultValue: Is.optional(LITERAL),
  min: Is.optional(Is.number),
  max: Is.optional(Is.number),
  choices: Is.optional(Is.known(Is.list(Is.known(Is.text)))),
};

interface DefaultCompute {
  readonly defaultCompute?: ICompute | undefined;
}

export const DEFAULT_COMPUTE_SHAPE: Shape<DefaultCompute> = {
  defaultCompute: Is.optional(Is.having('a compute', 'computeId', 'computeName')),
};

/** The default of one input is never another one. */
export const DEFAULT_COMPUTE_RULES: readonly Rule<DefaultCompute>[] = [
  {
    code: 'PipelineInputDefaultInvalid',
    check: ({ defaultCompute }) =>
      isComputeInput(defaultCompute)
        ? {
            property: 'defaultCompute',
            must: 'be a compute itself, not one that an input names',
            got: `input ${defaultCompute._inputName}`,
          }
        : undefined,
  },
];

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
  {
    code: 'PipelineInputRangeInvalid',
    check: (props) => {
      if (props.min === undefined && props.max === undefined) return undefined;
      const { type, min, max, defaultValue } = props;
      const property = min === undefined ? 'max' : 'min';
      const got = min ?? max;
      if (type !== DataType.NUMBER && type !== DataType.INTEGER) {
        return { property, must: `be left out for inputs of type ${type}`, got };
      }
      if (isOutside(min, undefined, max)) {
        return { property: 'min', must: `be at most max, ${String(max)}`, got: min };
      }
      return isOutside(defaultValue, min, max)
        ? {
            property: 'defaultValue',
            must: `be in the range of the input, ${bound(min)} to ${bound(max)}, inclusive`,
            got: defaultValue,
          }
        : undefined;
    },
  },
  {
    code: 'PipelineInputChoicesInvalid',
    check: ({ type, choices, defaultValue }) => {
      if (choices === undefined) return undefined;
      if (type !== DataType.STRING) {
        return {
          property: 'choices',
          must: `be left out for inputs of type ${type}`,
          got: choices,
        };
      }
      if (choices.length === 0 || new Set(choices).size < choices.length) {
        return { property: 'choices', must: 'be at least one value, each once', got: choices };
      }
      return typeof defaultValue !== 'string' ||
        isUnresolved(defaultValue) ||
        choices.includes(defaultValue)
        ? undefined
        : {
            property: 'defaultValue',
            must: `be one of the choices: ${listed(choices)}`,
            got: defaultValue,
            ...nearestFix(defaultValue, choices),
          };
    },
  },
];

function bound(value: number | undefined): string {
  return value === undefined ? 'any' : String(value);
}
