import { PipelineInput } from '../../../lib/machine-learning/pipeline/pipeline-input';
import { graphWarnings } from '../../../lib/machine-learning/pipeline/private/graph-warnings';
import { renderPipelineSpec } from '../../../lib/machine-learning/pipeline/private/component-body';
import { StepInput } from '../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../lib/machine-learning/pipeline/steps/step-output';
import { codesIn, existingPlatform, WORKSPACE_ID } from '../../support/stack';
import { pipelineOf, stepOf } from '../setup';

describe('a pipeline warns', () => {
  test('of inputs that nobody uses', () => {
    const pipeline = pipelineOf(existingPlatform(), {
      inputs: { raw: PipelineInput.folder() },
      steps: [stepOf('only', { inputs: { rate: StepInput.literal(1) } })],
    });
    expect(graphWarnings(pipeline)).toEqual([
      'input raw is not used by any step',
      'step only never names its input rate as ${{inputs.rate}}',
    ]);
  });

  test.each<[string, number]>([
    ['x $[[--seed ${{inputs.seed}}]]', 0],
    ['x --seed ${{inputs.seed}}', 1],
  ])('of an optional input that is not left out: %s', (command, warnings) => {
    const pipeline = pipelineOf(existingPlatform(), {
      inputs: { seed: PipelineInput.integer(undefined, { optional: true }) },
      steps: [],
    });
    pipeline.addStep(stepOf('only', { command, inputs: { seed: pipeline.input('seed') } }));
    expect(graphWarnings(pipeline)).toHaveLength(warnings);
  });
});

test('the specification holds ranges and choices as text, and serverless compute by its id', () => {
  const pipeline = pipelineOf(existingPlatform(), {
    inputs: {
      rate: PipelineInput.number(0.5, { min: 0, max: 1 }),
      mode: PipelineInput.string('fast', { choices: ['fast', 'exact'] }),
    },
    steps: [stepOf('only', { serverless: true, resources: { instanceType: 'Standard_DS3_v2' } })],
  });
  expect(renderPipelineSpec(pipeline, new Map())).toMatchObject({
    inputs: {
      rate: { type: 'number', default: '0.5', min: '0', max: '1' },
      mode: { type: 'string', default: 'fast', enum: ['fast', 'exact'] },
    },
    jobs: { only: { computeId: `${WORKSPACE_ID}/computes/serverless` } },
  });
});

test.each<[string, () => unknown, readonly string[]]>([
  ['a default at the bound', () => PipelineInput.number(1, { max: 1 }), []],
  ['a default outside', () => PipelineInput.number(1.1, { max: 1 }), ['PipelineInputRangeInvalid']],
  ['one value', () => PipelineInput.integer(1, { min: 1, max: 1 }), []],
  [
    'crossed bounds',
    () => PipelineInput.integer(undefined, { min: 2, max: 1 }),
    ['PipelineInputRangeInvalid'],
  ],
  [
    'a range of text',
    () => PipelineInput.of({ type: 'string' as never, min: 1 }),
    ['PipelineInputRangeInvalid'],
  ],
  ['a default among the choices', () => PipelineInput.string('a', { choices: ['a'] }), []],
  [
    'a default that is no choice',
    () => PipelineInput.string('b', { choices: ['a'] }),
    ['PipelineInputChoicesInvalid'],
  ],
  [
    'no choice',
    () => PipelineInput.string(undefined, { choices: [] }),
    ['PipelineInputChoicesInvalid'],
  ],
  [
    'a choice twice',
    () => PipelineInput.string(undefined, { choices: ['a', 'a'] }),
    ['PipelineInputChoicesInvalid'],
  ],
  [
    'choices of numbers',
    () => PipelineInput.of({ type: 'number' as never, choices: ['1'] }),
    ['PipelineInputChoicesInvalid'],
  ],
])('an input with %s fails or not', (_, make, codes) => {
  expect(codesIn(make)).toEqual(codes);
});

test('an output of the pipeline cannot be one whose step says where it is written', () => {
  const platform = existingPlatform();
  const pipeline = pipelineOf(platform, { steps: [] });
  const placed = StepOutput.folder({ datastore: platform.datastore, path: 'out' });
  const step = pipeline.addStep(stepOf('only', { outputs: { model: placed } }));
  pipeline.addOutput('model', step.output('model'));
  expect(
    codesIn(() => {
      pipeline._close('x');
    }),
  ).toEqual(['StepOutputPlacedTwice']);
});

test('a graph of 4,000 steps is checked without a stack overflow', () => {
  const outputs = { data: StepOutput.folder() };
  const steps = Array.from({ length: 4_000 }, (_, index) =>
    stepOf(`s${String(index)}`, {
      inputs: index === 0 ? {} : { data: StepInput.fromStep(`s${String(index - 1)}`, 'data') },
      outputs,
    }),
  );
  expect(
    codesIn(() => {
      pipelineOf(existingPlatform(), { steps })._close('x');
    }),
  ).toEqual([]);
});
