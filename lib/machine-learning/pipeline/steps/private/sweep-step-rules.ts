import { Is, isOutside, isUnresolved, type Rule, type Shape } from '../../../../core/validation';
import { SweepGoal } from '../sweep-options';
import type { SweepStepProps } from '../sweep-step';
import { belowFinding } from './below-finding';
import { expressionRules, portNames } from './expression-rules';
import { INPUT_TYPE_RULES, INPUT_TYPES } from './input-types';
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
  reuse: Is.optional(Is.boolean),
  displayName: Is.optional(Is.text),
  description: Is.optional(Is.string),
};

export const SWEEP_STEP_RULES: readonly Rule<Resolved>[] = [
  ...STEP_RULES,
  ...INPUT_TYPE_RULES,
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
