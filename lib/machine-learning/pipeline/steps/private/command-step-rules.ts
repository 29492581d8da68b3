import {
  Is,
  isOutside,
  mismatches,
  problemsOf,
  type Rule,
  type Shape,
} from '../../../../core/validation';
import type { CommandStepProps } from '../command-step-props';
import type { StepResources } from '../step-resources';
import { expressionRules, portNames } from './expression-rules';
import { INPUT_TYPE_RULES, INPUT_TYPES } from './input-types';
import { STEP_RULES, STEP_TYPES } from './step-rules';

type Resolved = CommandStepProps & {
  readonly name: string;
} & Required<Pick<CommandStepProps, 'inputs' | 'outputs' | 'serverless'>>;

const RESOURCES_SHAPE: Shape<StepResources> = {
  instanceType: Is.optional(Is.text),
  shmSize: Is.optional(Is.text),
  dockerArgs: Is.optional(Is.text),
};

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
  distribution: Is.optional(Is.having('a Distribution', 'spec')),
  resources: Is.optional({
    name: 'an object of strings: instanceType, shmSize, dockerArgs',
    accepts: (value) => problemsOf(value, RESOURCES_SHAPE).length === 0,
  }),
  timeout: Is.optional(Is.having('a Duration', 'toSeconds', 'toIsoString')),
  identity: Is.optional(Is.having('a StepIdentity', '_render')),
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
  {
    code: 'StepShmSizeInvalid',
    check: ({ resources }) =>
      mismatches(resources?.shmSize, /^[1-9]\d*[bkmgBKMG]$/)
        ? {
            property: 'resources.shmSize',
            must: 'be digits and one of b, k, m and g, such as 16g',
            got: resources?.shmSize,
          }
        : undefined,
  },
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
