import { Is, isOutside, isUnresolved, type Rule, type Shape } from '../../../../core/validation';
import { DataType } from '../../data-type';
import { SweepGoal } from '../sweep-options';
import type { SweepStepProps } from '../sweep-step';
import { belowFinding } from './below-finding';
import { expressionRules, portNames } from './expression-rules';
import { INPUT_TYPES, strayTypeFinding } from './input-types';
import { RESOURCES, RESOURCES_RULES } from './step-resources-rules';
import { STEP_RULES, STEP_TYPES, type StepBasics } from './step-rules';

type Resolved = SweepStepProps & StepBasics;

/** Hyperparameters are inputs of the trial's component, whose names are Python identifiers. */
const PARAMETER_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,254}$/;

/** The service takes no more trials. */
const MOST_TRIALS = 1000;

/** Distributions that algorithms can sample; random sampling takes all. */
const SAMPLED: Readonly<Record<string, readonly string[]>> = {
  grid: ['choice'],
  bayesian: ['choice', 'uniform', 'quniform'],
};

export const SWEEP_STEP_SHAPE: Shape<Resolved> = {
  name: Is.text,
  inputs: STEP_TYPES.inputs,
  inputTypes: Is.optional(INPUT_TYPES),
  outputs: STEP_TYPES.outputs,
  command: Is.text,
  environment: STEP_TYPES.environment,
  searchSpace: Is.map(Is.having('a SearchDistribution', 'kind', '_render')),
  samplingAlgorithm: Is.having('a SamplingAlgorithm', 'kind', '_render'),
  objective: Is.having('an objective', 'goal', 'primaryMetric'),
  limits: Is.having('limits', 'maxTotalTrials'),
  earlyTermination: Is.optional(Is.having('an EarlyTermination', '_render')),
  code: Is.optional(STEP_TYPES.code),
  compute: Is.optional(STEP_TYPES.compute),
  instanceCount: Is.optional(Is.integer),
  distribution: Is.optional(STEP_TYPES.distribution),
  resources: Is.optional(RESOURCES),
  reuse: Is.optional(Is.boolean),
  displayName: Is.optional(Is.text),
  description: Is.optional(Is.string),
};

export const SWEEP_STEP_RULES: readonly Rule<Resolved>[] = [
  ...STEP_RULES,
  {
    code: 'StepInputTypeStray',
    check: ({ inputs, searchSpace, inputTypes }) =>
      strayTypeFinding({ ...inputs, ...searchSpace }, inputTypes),
  },
  ...expressionRules<Resolved>(
    'command',
    ({ command }) => command,
    ({ inputs, outputs, searchSpace }) =>
      portNames({ inputs: { ...inputs, ...searchSpace }, outputs }),
  ),
  {
    code: 'StepInstanceCountOutOfRange',
    check: ({ instanceCount }) => belowFinding('instanceCount', instanceCount, 1),
  },
  ...RESOURCES_RULES,
  {
    code: 'SweepSearchSpaceInvalid',
    check: ({ searchSpace }) => {
      const names = Object.keys(searchSpace);
      return names.length > 0 && names.every((name) => PARAMETER_NAME.test(name))
        ? undefined
        : {
            property: 'searchSpace',
            must: 'name at least one hyperparameter, by letters, digits and "_", starting with a letter or "_"',
            got: names.find((name) => !PARAMETER_NAME.test(name)),
          };
    },
  },
  {
    code: 'SweepParameterTaken',
    check: ({ searchSpace, inputs }) => {
      const taken = Object.keys(searchSpace).find((name) => Object.hasOwn(inputs, name));
      return taken === undefined
        ? undefined
        : { property: `searchSpace.${taken}`, must: 'not be an input as well', got: taken };
    },
  },
  {
    code: 'SweepParameterTypeInvalid',
    check: ({ searchSpace, inputTypes = {} }) => {
      const wrong = Object.entries(inputTypes).find(
        ([name, type]) => Object.hasOwn(searchSpace, name) && !canBe(type, searchSpace[name]?.type),
      );
      return wrong === undefined
        ? undefined
        : {
            property: `inputTypes.${wrong[0]}`,
            must: 'be a type that the values of the hyperparameter have: text always, a number of numbers',
            got: wrong[1],
          };
    },
  },
  {
    code: 'SweepSamplingUnfit',
    check: ({ searchSpace, samplingAlgorithm }) => {
      const sampled = SAMPLED[samplingAlgorithm.kind];
      const unfit = Object.entries(searchSpace).find(
        ([, { kind }]) => sampled !== undefined && !sampled.includes(kind),
      );
      return unfit === undefined
        ? undefined
        : {
            property: `searchSpace.${unfit[0]}`,
            must: `be sampled by ${samplingAlgorithm.kind}: ${String(sampled?.join(', '))}`,
            got: unfit[1].kind,
            fix: 'use SamplingAlgorithm.random()',
          };
    },
  },
  {
    code: 'SweepObjectiveInvalid',
    check: ({ objective: { goal, primaryMetric } }) =>
      Is.oneOf(Object.values(SweepGoal)).accepts(goal) && Is.text.accepts(primaryMetric)
        ? undefined
        : {
            property: 'objective',
            must: 'name a goal of SweepGoal and the metric that the command logs',
            got: Is.text.accepts(primaryMetric) ? goal : primaryMetric,
          },
  },
  {
    code: 'SweepTrialsOutOfRange',
    check: ({ limits: { maxTotalTrials, maxConcurrentTrials } }) => {
      if (isOutside(maxTotalTrials, 1, MOST_TRIALS)) {
        return {
          property: 'limits.maxTotalTrials',
          must: `be from 1 to ${String(MOST_TRIALS)}`,
          got: maxTotalTrials,
        };
      }
      const most = isUnresolved(maxTotalTrials) ? MOST_TRIALS : maxTotalTrials;
      return isOutside(maxConcurrentTrials, 1, most)
        ? {
            property: 'limits.maxConcurrentTrials',
            must: `be from 1 to maxTotalTrials, at most ${String(most)}`,
            got: maxConcurrentTrials,
          }
        : undefined;
    },
  },
  {
    code: 'SweepTimeoutOutOfRange',
    check: ({ limits: { timeout, trialTimeout } }) =>
      belowFinding('limits.timeout', timeout?.toSeconds(), 1) ??
      belowFinding('limits.trialTimeout', trialTimeout?.toSeconds(), 1),
  },
];

/** Whole numbers may come of distributions of numbers as well, such as 5.0 of a step of 1. */
function canBe(type: DataType, own: DataType | undefined): boolean {
  const isNumber = own === DataType.NUMBER || own === DataType.INTEGER;
  return (
    type === DataType.STRING ||
    type === own ||
    (isNumber && (type === DataType.NUMBER || type === DataType.INTEGER))
  );
}
