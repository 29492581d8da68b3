import { Duration } from '../../../../lib/core/duration';
import { renderPipelineSpec } from '../../../../lib/machine-learning/pipeline/private/component-body';
import { DataType } from '../../../../lib/machine-learning/pipeline/data-type';
import { Distribution } from '../../../../lib/machine-learning/pipeline/steps/distribution';
import { EarlyTermination } from '../../../../lib/machine-learning/pipeline/steps/early-termination';
import { SamplingAlgorithm } from '../../../../lib/machine-learning/pipeline/steps/sampling-algorithm';
import { SearchDistribution } from '../../../../lib/machine-learning/pipeline/steps/search-distribution';
import { StepInput } from '../../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../../lib/machine-learning/pipeline/steps/step-output';
import { SweepGoal } from '../../../../lib/machine-learning/pipeline/steps/sweep-options';
import {
  SweepStep,
  type SweepStepProps,
} from '../../../../lib/machine-learning/pipeline/steps/sweep-step';
import { codesIn, existingPlatform, freshStack, tokensIn } from '../../../support/stack';
import { ENVIRONMENT, ENVIRONMENT_REFERENCE, pipelineOf } from '../../setup';

const OBJECTIVE = { goal: SweepGoal.MINIMIZE, primaryMetric: 'loss' };
const UNIFORM = SearchDistribution.uniform(0.1, 1);

function sweepOf(props: Partial<SweepStepProps> = {}): SweepStep {
  return new SweepStep('tune', {
    command: 'python train.py --rate ${{inputs.rate}}',
    environment: ENVIRONMENT,
    searchSpace: { rate: UNIFORM },
    samplingAlgorithm: SamplingAlgorithm.random(),
    objective: OBJECTIVE,
    limits: { maxTotalTrials: 4 },
    ...props,
  });
}

describe('a sweep step', () => {
  test('has hyperparameters as inputs of the component that its trials run', () => {
    const step = sweepOf({
      command: '${{inputs.data}} ${{inputs.rate}} ${{inputs.kind}} ${{outputs.model}}',
      searchSpace: { rate: UNIFORM, kind: SearchDistribution.choice(['a', 'b']) },
      inputs: { data: StepInput.literal('x') },
      outputs: { model: StepOutput.folder() },
      instanceCount: 2,
    });
    const context = {
      name: 'a_tune',
      inputs: { data: { type: 'string', optional: false } },
      outputs: { model: { type: 'uri_folder' } },
    };
    expect(step._renderSpec(context)).toEqual({
      $schema: 'https://azuremlschemas.azureedge.net/latest/commandComponent.schema.json',
      name: 'a_tune',
      display_name: 'tune',
      type: 'command',
      is_deterministic: true,
      command: '${{inputs.data}} ${{inputs.rate}} ${{inputs.kind}} ${{outputs.model}}',
      environment: ENVIRONMENT_REFERENCE,
      resources: { instance_count: 2 },
      inputs: { data: { type: 'string' }, rate: { type: 'number' }, kind: { type: 'string' } },
      outputs: { model: { type: 'uri_folder' } },
      _source: 'YAML.COMPONENT',
    });
  });

  test('has hyperparameters of the types that it says, else of those of their values', () => {
    const step = sweepOf({
      command: '${{inputs.data}} ${{inputs.depth}} ${{inputs.rate}}',
      inputs: { data: StepInput.literal('7') },
      searchSpace: { depth: SearchDistribution.uniform(1, 9, 1), rate: UNIFORM },
      inputTypes: { depth: DataType.INTEGER, data: DataType.STRING },
    });
    const inputs = { data: { type: 'string', optional: false } };
    expect(step._renderSpec({ name: 'a_tune', inputs, outputs: {} })['inputs']).toEqual({
      data: { type: 'string' },
      depth: { type: 'integer' },
      rate: { type: 'number' },
    });
    expect(Object.keys(step._declaredInputs)).toEqual(['data']);
  });

  test('distributes its trials over machines that it names', () => {
    const step = sweepOf({
      instanceCount: 2,
      resources: { shmSize: '8g' },
      distribution: Distribution.pyTorch(4),
    });
    expect(step._renderSpec({ name: 'a_tune', inputs: {}, outputs: {} })).toMatchObject({
      resources: { instance_count: 2, shm_size: '8g' },
      distribution: { type: 'pytorch', process_count_per_instance: 4 },
    });
    expect(step._renderNode()).not.toHaveProperty('resources');
    expect(step._renderNode()).not.toHaveProperty('distribution');
  });

  test('names its component as the trial of the node', () => {
    const pipeline = pipelineOf(existingPlatform(), { steps: [sweepOf()] });
    expect(renderPipelineSpec(pipeline, new Map([['tune', '/id']]))['jobs']).toEqual({
      tune: {
        name: 'tune',
        type: 'sweep',
        trial: { componentId: '/id' },
        search_space: { rate: { type: 'uniform', min_value: 0.1, max_value: 1 } },
        sampling_algorithm: 'random',
        objective: { goal: 'minimize', primary_metric: 'loss' },
        limits: { max_total_trials: 4 },
        _source: 'YAML.COMPONENT',
      },
    });
  });

  test('with all limits and a policy', () => {
    const step = sweepOf({
      limits: {
        maxTotalTrials: 4,
        maxConcurrentTrials: 2,
        timeout: Duration.hours(2),
        trialTimeout: Duration.minutes(10),
      },
      earlyTermination: EarlyTermination.medianStopping(),
    });
    expect(step._renderNode()).toMatchObject({
      limits: {
        max_total_trials: 4,
        max_concurrent_trials: 2,
        timeout: 7200,
        trial_timeout: 600,
      },
      early_termination: {
        policy_type: 'MedianStopping',
        evaluation_interval: 1,
        delay_evaluation: 0,
      },
    });
  });

  test.each<[string, Partial<SweepStepProps>, readonly string[]]>([
    ['text of numbers', { inputTypes: { rate: DataType.STRING } }, []],
    [
      'a folder of numbers',
      { inputTypes: { rate: DataType.URI_FOLDER } },
      ['SweepParameterTypeInvalid'],
    ],
    ['truth of numbers', { inputTypes: { rate: DataType.BOOLEAN } }, ['SweepParameterTypeInvalid']],
    ['a type of nothing', { inputTypes: { pace: DataType.STRING } }, ['StepInputTypeStray']],
    ['memory without a unit', { resources: { shmSize: '8' } }, ['StepShmSizeInvalid']],
    ['nothing to try', { searchSpace: {}, command: 'a' }, ['SweepSearchSpaceInvalid']],
    [
      'a name of its own',
      { searchSpace: { 'a-b': UNIFORM }, command: 'a' },
      ['SweepSearchSpaceInvalid'],
    ],
    ['an input as well', { inputs: { rate: StepInput.literal(1) } }, ['SweepParameterTaken']],
    ['a grid of numbers', { samplingAlgorithm: SamplingAlgorithm.GRID }, ['SweepSamplingUnfit']],
    ['Bayes', { samplingAlgorithm: SamplingAlgorithm.BAYESIAN }, []],
    [
      'Bayes on normal numbers',
      {
        samplingAlgorithm: SamplingAlgorithm.BAYESIAN,
        searchSpace: { rate: SearchDistribution.normal(0, 1) },
      },
      ['SweepSamplingUnfit'],
    ],
    ['no metric', { objective: { ...OBJECTIVE, primaryMetric: '' } }, ['SweepObjectiveInvalid']],
    ['no trial', { limits: { maxTotalTrials: 0 } }, ['SweepTrialsOutOfRange']],
    ['1000 trials', { limits: { maxTotalTrials: 1000 } }, []],
    ['1001 trials', { limits: { maxTotalTrials: 1001 } }, ['SweepTrialsOutOfRange']],
    ['as many at once', { limits: { maxTotalTrials: 4, maxConcurrentTrials: 4 } }, []],
    [
      'more at once than in all',
      { limits: { maxTotalTrials: 4, maxConcurrentTrials: 5 } },
      ['SweepTrialsOutOfRange'],
    ],
    [
      'no time',
      { limits: { maxTotalTrials: 4, timeout: Duration.seconds(0) } },
      ['SweepTimeoutOutOfRange'],
    ],
    [
      'a number that is not known',
      { limits: { maxTotalTrials: tokensIn(freshStack()).number } },
      [],
    ],
    ['no node', { instanceCount: 0 }, ['StepInstanceCountOutOfRange']],
    ['another input', { command: '${{inputs.rat}}' }, ['StepExpressionUnknown']],
  ])('fails or not with %s', (_, props, codes) => {
    expect(codesIn(() => sweepOf(props))).toEqual(codes);
  });
});

describe('a distribution', () => {
  test.each<[SearchDistribution, object, string]>([
    [SearchDistribution.choice([1, 2]), { type: 'choice', values: [1, 2] }, 'integer'],
    [SearchDistribution.choice([0.5, 2]), { type: 'choice', values: [0.5, 2] }, 'number'],
    [SearchDistribution.choice([true]), { type: 'choice', values: [true] }, 'boolean'],
    [SearchDistribution.choice(['a']), { type: 'choice', values: ['a'] }, 'string'],
    [SearchDistribution.randint(9), { type: 'randint', upper: 9 }, 'integer'],
    [SearchDistribution.uniform(0, 1), { type: 'uniform', min_value: 0, max_value: 1 }, 'number'],
    [
      SearchDistribution.uniform(0, 1, 0.1),
      { type: 'quniform', min_value: 0, max_value: 1, q: 0.1 },
      'number',
    ],
    [
      SearchDistribution.logUniform(-6, -1),
      { type: 'loguniform', min_value: -6, max_value: -1 },
      'number',
    ],
    [
      SearchDistribution.logUniform(-6, -1, 2),
      { type: 'qloguniform', min_value: -6, max_value: -1, q: 2 },
      'number',
    ],
    [SearchDistribution.normal(0, 1), { type: 'normal', mu: 0, sigma: 1 }, 'number'],
    [SearchDistribution.normal(0, 1, 2), { type: 'qnormal', mu: 0, sigma: 1, q: 2 }, 'number'],
    [SearchDistribution.logNormal(0, 1), { type: 'lognormal', mu: 0, sigma: 1 }, 'number'],
    [
      SearchDistribution.logNormal(0, 1, 2),
      { type: 'qlognormal', mu: 0, sigma: 1, q: 2 },
      'number',
    ],
  ])('%#', (distribution, rendered, type) => {
    expect(distribution._render()).toEqual(rendered);
    expect(distribution.type).toBe(type);
  });

  test.each<[string, () => unknown, readonly string[]]>([
    ['no values', () => SearchDistribution.choice([]), ['SearchChoicesInvalid']],
    ['mixed values', () => SearchDistribution.choice(['a', 1]), ['SearchChoicesInvalid']],
    ['no number', () => SearchDistribution.randint(0), ['SearchUpperOutOfRange']],
    ['one number', () => SearchDistribution.randint(1), []],
    ['equal bounds', () => SearchDistribution.uniform(1, 1), ['SearchBoundsInvalid']],
    ['no step', () => SearchDistribution.uniform(0, 1, 0), ['SearchStepInvalid']],
    ['no deviation', () => SearchDistribution.normal(0, 0), ['SearchDeviationInvalid']],
    ['a token', () => SearchDistribution.uniform(tokensIn(freshStack()).number, 1), []],
  ])('fails or not with %s', (_, make, codes) => {
    expect(codesIn(make)).toEqual(codes);
  });
});

describe('a sampling algorithm', () => {
  test.each<[SamplingAlgorithm, unknown]>([
    [SamplingAlgorithm.GRID, 'grid'],
    [SamplingAlgorithm.BAYESIAN, 'bayesian'],
    [SamplingAlgorithm.random(), 'random'],
    [SamplingAlgorithm.random({ seed: 0 }), { type: 'random', seed: 0 }],
    [SamplingAlgorithm.sobol(), { type: 'random', rule: 'sobol' }],
    [SamplingAlgorithm.sobol({ seed: 7 }), { type: 'random', rule: 'sobol', seed: 7 }],
  ])('%#', (algorithm, rendered) => {
    expect(algorithm._render()).toEqual(rendered);
  });

  test('takes no seed below 0', () => {
    expect(codesIn(() => SamplingAlgorithm.random({ seed: -1 }))).toEqual([
      'SamplingSeedOutOfRange',
    ]);
  });
});

describe('an early termination policy', () => {
  test('has what it is given, and what stands for the rest', () => {
    const policies = [
      EarlyTermination.bandit({ slackFactor: 0.2, evaluationInterval: 2, delayEvaluation: 3 }),
      EarlyTermination.bandit({ slackAmount: 0.1 }),
      EarlyTermination.truncationSelection(20),
    ];
    expect(policies.map((policy) => policy._render())).toEqual([
      {
        policy_type: 'Bandit',
        evaluation_interval: 2,
        delay_evaluation: 3,
        slack_factor: 0.2,
        slack_amount: 0,
      },
      {
        policy_type: 'Bandit',
        evaluation_interval: 1,
        delay_evaluation: 0,
        slack_factor: 0,
        slack_amount: 0.1,
      },
      {
        policy_type: 'TruncationSelection',
        evaluation_interval: 1,
        delay_evaluation: 0,
        truncation_percentage: 20,
      },
    ]);
  });

  test.each<[string, () => unknown, readonly string[]]>([
    ['no slack', () => EarlyTermination.bandit({}), ['EarlyTerminationSlackInvalid']],
    [
      'two slacks',
      () => EarlyTermination.bandit({ slackAmount: 1, slackFactor: 1 }),
      ['EarlyTerminationSlackInvalid'],
    ],
    [
      'slack of 0',
      () => EarlyTermination.bandit({ slackAmount: 0 }),
      ['EarlyTerminationSlackInvalid'],
    ],
    ['1 percent', () => EarlyTermination.truncationSelection(1), []],
    ['99 percent', () => EarlyTermination.truncationSelection(99), []],
    [
      '0 percent',
      () => EarlyTermination.truncationSelection(0),
      ['EarlyTerminationPercentageOutOfRange'],
    ],
    [
      '100 percent',
      () => EarlyTermination.truncationSelection(100),
      ['EarlyTerminationPercentageOutOfRange'],
    ],
    [
      'an interval below 0',
      () => EarlyTermination.medianStopping({ evaluationInterval: -1 }),
      ['EarlyTerminationIntervalOutOfRange'],
    ],
  ])('fails or not with %s', (_, make, codes) => {
    expect(codesIn(make)).toEqual(codes);
  });
});
