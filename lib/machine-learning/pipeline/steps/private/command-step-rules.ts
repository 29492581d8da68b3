import { Is, isOutside, type Rule, type Shape } from '../../../../core/validation';
import type { CommandStepProps } from '../command-step-props';
import { expressionRules, portNames } from './expression-rules';
import { INPUT_TYPE_RULES, INPUT_TYPES } from './input-types';
import { RESOURCES, RESOURCES_RULES } from './step-resources-rules';
import { STEP_RULES, STEP_TYPES } from './step-rules';

type Resolved = CommandStepProps & {
  readonly name: string;
} & Required<Pick<CommandStepProps, 'inputs' | 'outputs' | 'serverless'>>;

export const COMMAND_STEP_SHAPE: Shape<Resolved> = {
  name: Is.text,
  command: Is.text,
  environment: STEP_TYPES.environment,
  code: Is.optional(STEP_TYPES.code),
  inputs: STEP_TYPES.inputs,
  inputTypes: Is.optional(INPUT_TYPES),
  outputs: STEP_TYPES.outputs,
  compute: Is.optional(STEP_TYPES.compute),
  serverless: Is.known(Is.boolean),
  instanceCount: Is.optional(Is.integer),
  distribution: Is.optional(STEP_TYPES.distribution),
  resources: Is.optional(RESOURCES),
  timeout: Is.optional(Is.having('a Duration', 'toSeconds', 'toIsoString')),
  identity: Is.optional(STEP_TYPES.identity),
  environmentVariables: Is.optional(Is.map(Is.string)),
  reuse: Is.optional(Is.boolean),
  displayName: Is.optional(Is.text),
  description: Is.optional(Is.string),
};

export const COMMAND_STEP_RULES: readonly Rule<Resolved>[] = [
  ...STEP_RULES,
  ...INPUT_TYPE_RULES,
  ...expressionRules<Resolved>('command', ({ command }) => command, portNames),
  {
    code: 'StepInstanceCountOutOfRange',
    check: ({ instanceCount }) =>
      isOutside(instanceCount, 1, Number.MAX_SAFE_INTEGER)
        ? { property: 'instanceCount', must: 'be at least 1', got: instanceCount }
        : undefined,
  },
  {
    code: 'StepTimeoutTooShort',
    check: ({ timeout }) =>
      isOutside(timeout?.toSeconds(), 1, Infinity)
        ? { property: 'timeout', must: 'be at least 1 second', got: timeout?.toSeconds() }
        : undefined,
  },
  ...RESOURCES_RULES,
  {
    code: 'StepComputeTwice',
    check: ({ compute, serverless }) =>
      compute !== undefined && serverless
        ? {
            property: 'serverless',
            must: 'be left out where a compute is given',
            got: serverless,
          }
        : undefined,
  },
];
