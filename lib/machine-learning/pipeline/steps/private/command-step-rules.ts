import { choices, nearestFix } from '../../../../core/nearest';
import {
  type Finding,
  Is,
  isOutside,
  isUnresolved,
  mismatches,
  type Rule,
  type Shape,
} from '../../../../core/validation';
import type { CommandStepProps } from '../command-step';

type Resolved = CommandStepProps & {
  readonly name: string;
} & Required<Pick<CommandStepProps, 'inputs' | 'outputs'>>;

export const COMMAND_STEP_SHAPE: Shape<Resolved> = {
  name: Is.text,
  command: Is.text,
  environment: Is.having('an environment', 'environmentReference'),
  code: Is.optional(Is.having('Code', 'snapshot', 'hash')),
  inputs: Is.map(Is.having('a StepInput: what the input is bound to', 'renderNodeInput')),
  outputs: Is.map(Is.having('a StepOutput', 'type')),
  compute: Is.optional(Is.having('a compute', 'computeId', 'computeName')),
  instanceCount: Is.optional(Is.integer),
  environmentVariables: Is.optional(Is.map(Is.string)),
  reuse: Is.optional(Is.boolean),
  displayName: Is.optional(Is.text),
  description: Is.optional(Is.string),
};

/** azure-ai-ml 1.4.0 takes node names that are Python identifiers in lower case. */
const STEP_NAME = /^[a-z][a-z0-9_]{0,254}$/;

/** azure-ai-ml 1.4.0 takes input and output names that are Python identifiers. */
const PORT_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,254}$/;

const EXPRESSION = /\$\{\{\s*(.*?)\s*\}\}/g;

export const COMMAND_STEP_RULES: readonly Rule<Resolved>[] = [
  {
    code: 'StepNameInvalid',
    check: ({ name }) =>
      isUnresolved(name) || mismatches(name, STEP_NAME)
        ? {
            property: 'name',
            must: 'be lower-case letters, digits and "_", starting with a letter, known now',
            got: name,
          }
        : undefined,
  },
  {
    code: 'StepPortNameInvalid',
    check: ({ inputs, outputs }) => {
      const stray = [...Object.keys(inputs), ...Object.keys(outputs)].find(
        (name) => !PORT_NAME.test(name),
      );
      return stray === undefined
        ? undefined
        : {
            property: Object.hasOwn(inputs, stray) ? `inputs.${stray}` : `outputs.${stray}`,
            must: 'be named by letters, digits and "_", starting with a letter or "_"',
            got: stray,
          };
    },
  },
  {
    code: 'StepExpressionUnknown',
    check: ({ command, inputs, outputs }) => expressionFinding(command, inputs, outputs),
  },
  {
    code: 'StepInstanceCountOutOfRange',
    check: ({ instanceCount }) =>
      isOutside(instanceCount, 1, Number.MAX_SAFE_INTEGER)
        ? { property: 'instanceCount', must: 'be at least 1', got: instanceCount }
        : undefined,
  },
];

function expressionFinding(command: string, inputs: object, outputs: object): Finding | undefined {
  const known = [
    ...Object.keys(inputs).map((name) => `inputs.${name}`),
    ...Object.keys(outputs).map((name) => `outputs.${name}`),
  ];
  for (const [, expression = ''] of command.matchAll(EXPRESSION)) {
    if (isUnresolved(expression) || known.includes(expression)) continue;
    return {
      property: 'command',
      must: `name declared inputs and outputs only: ${choices(known)}`,
      got: `\${{${expression}}}`,
      ...nearestFix(expression, known),
    };
  }
  return undefined;
}
