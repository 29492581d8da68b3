import { type Finding, Is, type PropertyType, type Rule } from '../../../../core/validation';
import { DataType } from '../../data-type';
import type { InputTypes } from '../command-step-props';
import type { DeclaredInputs, StepInputs } from '../step';

export const INPUT_TYPES: PropertyType = Is.map(Is.known(Is.oneOf(Object.values(DataType))));

interface Typed {
  readonly inputs: StepInputs;
  readonly inputTypes?: InputTypes;
}

/** Types are given of inputs that there are. */
export const INPUT_TYPE_RULES: readonly Rule<Typed>[] = [
  {
    code: 'StepInputTypeStray',
    check: ({ inputs, inputTypes }) => strayTypeFinding(inputs, inputTypes),
  },
];

/** The first type that is given of no input. */
export function strayTypeFinding(inputs: object, inputTypes: InputTypes = {}): Finding | undefined {
  const stray = Object.keys(inputTypes).find((name) => !Object.hasOwn(inputs, name));
  return stray === undefined
    ? undefined
    : { property: `inputTypes.${stray}`, must: 'be of an input that is bound', got: stray };
}

/** What the component of a step says of its inputs itself. */
export function declaredTypes(types: InputTypes = {}): DeclaredInputs {
  return Object.fromEntries(
    Object.entries(types).map(([name, type]) => [name, { type, required: false }]),
  );
}
