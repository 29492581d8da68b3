import { choices, nearestFix } from '../../../../core/nearest';
import {
  type Finding,
  Is,
  isUnresolved,
  problemsOf,
  type Rule,
  type Shape,
} from '../../../../core/validation';
import { ParallelLoggingLevel, type ParallelRetry } from '../parallel-options';
import type { ParallelStepProps } from '../parallel-step';
import { belowFinding } from './below-finding';
import { expressionRules, portNames } from './expression-rules';
import { INPUT_TYPE_RULES, INPUT_TYPES } from './input-types';
import { RESOURCES, RESOURCES_RULES } from './step-resources-rules';
import { STEP_RULES, STEP_TYPES, type StepBasics } from './step-rules';

type Resolved = ParallelStepProps & StepBasics;

const RETRY_SHAPE: Shape<ParallelRetry> = {
  maxRetries: Is.optional(Is.integer),
  timeout: Is.optional(Is.having('a Duration', 'toSeconds', 'toIsoString')),
};

export const PARALLEL_STEP_SHAPE: Shape<Resolved> = {
  name: Is.text,
  inputs: STEP_TYPES.inputs,
  inputTypes: Is.optional(INPUT_TYPES),
  outputs: STEP_TYPES.outputs,
  code: STEP_TYPES.code,
  entryScript: Is.text,
  environment: STEP_TYPES.environment,
  programArguments: Is.optional(Is.text),
  inputData: Is.known(Is.text),
  miniBatchSize: Is.optional(Is.integer),
  partitionKeys: Is.optional(Is.known(Is.list(Is.known(Is.text)))),
  appendRowTo: Is.optional(Is.known(Is.text)),
  instanceCount: Is.optional(Is.integer),
  resources: Is.optional(RESOURCES),
  maxConcurrencyPerInstance: Is.optional(Is.integer),
  errorThreshold: Is.optional(Is.integer),
  miniBatchErrorThreshold: Is.optional(Is.integer),
  retry: Is.optional({
    name: 'retries of mini-batches: maxRetries, timeout or both',
    accepts: (value) =>
      problemsOf(value, RETRY_SHAPE).length === 0 &&
      Object.values(value as object).some((member) => member !== undefined),
  }),
  loggingLevel: Is.optional(Is.oneOf(Object.values(ParallelLoggingLevel))),
  identity: Is.optional(STEP_TYPES.identity),
  environmentVariables: Is.optional(Is.map(Is.string)),
  compute: Is.optional(STEP_TYPES.compute),
  reuse: Is.optional(Is.boolean),
  displayName: Is.optional(Is.text),
  description: Is.optional(Is.string),
};

export const PARALLEL_STEP_RULES: readonly Rule<Resolved>[] = [
  ...STEP_RULES,
  ...INPUT_TYPE_RULES,
  ...expressionRules<Resolved>(
    'programArguments',
    (props) => props.programArguments ?? '',
    portNames,
  ),
  ...RESOURCES_RULES,
  {
    code: 'ParallelDataUnknown',
    check: ({ inputData, appendRowTo, inputs, outputs }) =>
      unknownFinding('inputData', inputData, Object.keys(inputs)) ??
      unknownFinding('appendRowTo', appendRowTo, Object.keys(outputs)),
  },
  {
    code: 'ParallelBatchInvalid',
    check: ({ miniBatchSize, partitionKeys }) =>
      miniBatchSize !== undefined && partitionKeys !== undefined
        ? {
            property: 'miniBatchSize',
            must: 'be left out where partitionKeys cut the data',
            got: miniBatchSize,
          }
        : undefined,
  },
  {
    code: 'ParallelKeysEmpty',
    check: ({ partitionKeys }) =>
      partitionKeys?.length === 0
        ? { property: 'partitionKeys', must: 'hold at least one column', got: partitionKeys }
        : undefined,
  },
  {
    code: 'ParallelCountOutOfRange',
    check: (props) =>
      belowFinding('miniBatchSize', props.miniBatchSize, 1) ??
      belowFinding('instanceCount', props.instanceCount, 1) ??
      belowFinding('maxConcurrencyPerInstance', props.maxConcurrencyPerInstance, 1) ??
      belowFinding('errorThreshold', props.errorThreshold, -1) ??
      belowFinding('miniBatchErrorThreshold', props.miniBatchErrorThreshold, -1),
  },
  {
    code: 'ParallelRetryOutOfRange',
    check: ({ retry }) =>
      belowFinding('retry.maxRetries', retry?.maxRetries, 0) ??
      belowFinding('retry.timeout', retry?.timeout?.toSeconds(), 1),
  },
];

function unknownFinding(
  property: string,
  got: string | undefined,
  names: readonly string[],
): Finding | undefined {
  if (got === undefined || isUnresolved(got) || names.includes(got)) return undefined;
  const what = property === 'inputData' ? 'an input' : 'an output';
  return {
    property,
    must: `be ${what} of the step: ${choices(names)}`,
    got,
    ...nearestFix(got, names),
  };
}
