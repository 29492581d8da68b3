import type { Pipeline } from '../../../lib/machine-learning/pipeline/pipeline';
import { PipelineInput } from '../../../lib/machine-learning/pipeline/pipeline-input';
import { PublishedPipeline } from '../../../lib/machine-learning/pipeline/published-pipeline';
import { Workspace } from '../../../lib/machine-learning/workspace';
import { StepInput } from '../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../lib/machine-learning/pipeline/steps/step-output';
import { Template } from '../../../lib/testing';
import { codesIn, existingPlatform, problemsIn, tokensIn, WORKSPACE_ID } from '../../support/stack';
import { pipelineOf, specsOf, stepOf } from '../setup';

const RAW = { inputs: { raw: PipelineInput.folder(), rate: PipelineInput.number(0.01) } };
const OUT = { outputs: { out: StepOutput.folder() } };

describe('a pipeline', () => {
  test('emits nothing by itself', () => {
    const platform = existingPlatform();
    pipelineOf(platform);
    expect(Template.fromStack(platform.stack).toJson()['resource']).toBeUndefined();
  });

  test.each([
    ['TrainChurn', 'train_churn'],
    ['train-churn.v2', 'train_churn_v2'],
    ['ETLJob2Run', 'etljob2_run'],
  ])('with the id %s is called %s', (id, name) => {
    const pipeline = pipelineOf(existingPlatform(), {}, id);
    expect([pipeline.pipelineName, pipeline.displayName]).toEqual([name, name]);
  });

  test('is shown by its own name where it has one', () => {
    const { displayName } = pipelineOf(existingPlatform(), { name: 'churn', displayName: 'Churn' });
    expect(displayName).toBe('Churn');
  });

  test('holds steps in the order in which they were added, in a list of its own', () => {
    const steps = [stepOf('b'), stepOf('a')];
    const pipeline = pipelineOf(existingPlatform(), { steps });
    pipeline.addStep(stepOf('c'));
    expect(pipeline.steps.map(({ name }) => name)).toEqual(['b', 'a', 'c']);
    expect(steps).toHaveLength(2);
  });
});

describe('the name of a pipeline', () => {
  test.each<[string, readonly string[]]>([
    ['a', []],
    ['a_1', []],
    ['a'.repeat(200), []],
    ['a'.repeat(201), ['PipelineNameInvalid']],
    ['Churn', ['PipelineNameInvalid']],
    ['1a', ['PipelineNameInvalid']],
    ['_a', ['PipelineNameInvalid']],
    ['a-b', ['PipelineNameInvalid']],
  ])('fails or not: %s', (name, codes) => {
    expect(codesIn(() => pipelineOf(existingPlatform(), { name }))).toEqual(codes);
  });

  test('fails when it is not known', () => {
    const platform = existingPlatform();
    const name = tokensIn(platform.stack).text;
    expect(codesIn(() => pipelineOf(platform, { name }))).toEqual(['PipelineNameInvalid']);
  });

  test('fails when it is made of an id that starts with a digit', () => {
    expect(codesIn(() => pipelineOf(existingPlatform(), {}, '2Train'))).toEqual([
      'PipelineNameInvalid',
    ]);
  });

  test('fails when another publication of the workspace has it', () => {
    const platform = existingPlatform();
    const [first, second] = ['One', 'Two'].map((id) => pipelineOf(platform, { name: 'train' }, id));
    expect(codesIn(() => first?._close('churn/A'))).toEqual([]);
    expect(problemsIn(() => second?._close('churn/B'))).toMatchObject([
      {
        code: 'PipelineNameTaken',
        property: 'name',
        must: 'differ from that of pipeline train of churn/A',
      },
    ]);
  });

  test('may be that of a pipeline of another workspace', () => {
    const platform = existingPlatform();
    const { stack } = platform;
    pipelineOf(platform, { name: 'train' }, 'One');
    const workspace = Workspace.fromWorkspaceAttributes(stack, 'Other', {
      workspaceId: `${WORKSPACE_ID}2`,
    });
    expect(codesIn(() => pipelineOf({ ...platform, workspace }, { name: 'train' }, 'Two'))).toEqual(
      [],
    );
  });
});

describe('the inputs of a pipeline', () => {
  test.each<[string, readonly string[]]>([
    ['raw', []],
    ['_Raw1', []],
    ['a'.repeat(256), ['PipelineInputNameInvalid']],
    ['raw-data', ['PipelineInputNameInvalid']],
    ['1raw', ['PipelineInputNameInvalid']],
  ])('have names that fail or not: %s', (name, codes) => {
    const inputs = { [name]: PipelineInput.folder() };
    expect(codesIn(() => pipelineOf(existingPlatform(), { inputs }))).toEqual(codes);
  });

  test('are taken by name', () => {
    const pipeline = pipelineOf(existingPlatform(), RAW);
    expect(pipeline.input('raw')._renderNodeInput()).toEqual({
      job_input_type: 'literal',
      value: '${{parent.inputs.raw}}',
    });
  });

  test.each([
    ['raws', 'did you mean raw'],
    ['toString', undefined],
  ])('fail when there is none called %s', (name, fix) => {
    const pipeline = pipelineOf(existingPlatform(), RAW);
    const [problem] = problemsIn(() => pipeline.input(name));
    expect(problem).toMatchObject({
      code: 'PipelineInputUnknown',
      must: 'be an input of the pipeline: raw, rate',
      got: `"${name}"`,
    });
    expect(problem?.fix).toBe(fix);
  });

  test('give their type, and that they may be left out, to the components they are bound to', () => {
    const platform = existingPlatform();
    const pipeline = pipelineOf(platform, {
      inputs: { raw: PipelineInput.file({ optional: true }), rate: PipelineInput.number(0.01) },
      steps: [],
    });
    pipeline.addStep(
      stepOf('train', {
        inputs: {
          data: pipeline.input('raw'),
          rate: pipeline.input('rate'),
          epochs: StepInput.literal(1),
        },
      }),
    );
    new PublishedPipeline(platform.stack, 'Published', { pipeline });
    expect(specsOf(platform.stack)['train_train']).toMatchObject({
      inputs: {
        data: { type: 'uri_file', optional: true },
        rate: { type: 'number' },
        epochs: { type: 'integer' },
      },
    });
  });
});

describe('the steps of a pipeline', () => {
  test('fail when two have the same name, in the props and later', () => {
    const twice = { steps: [stepOf('a'), stepOf('a')] };
    expect(codesIn(() => pipelineOf(existingPlatform(), twice))).toEqual(['StepNameTaken']);
    const pipeline = pipelineOf(existingPlatform(), { steps: [stepOf('a')] });
    expect(codesIn(() => pipeline.addStep(stepOf('a')))).toEqual(['StepNameTaken']);
    expect(pipeline.steps).toHaveLength(1);
  });
});

function problemsOfOutput(pipeline: Pipeline, name: string, from: StepInput) {
  return problemsIn(() => {
    pipeline.addOutput(name, from);
  });
}

function codesOfOutput(pipeline: Pipeline, name: string, from: StepInput) {
  return problemsOfOutput(pipeline, name, from).map(({ code }) => code);
}

describe('an output of a pipeline', () => {
  test.each<[string, readonly string[]]>([
    ['model', []],
    ['_Model1', []],
    ['a-b', ['PipelineOutputInvalid']],
    ['1a', ['PipelineOutputInvalid']],
    ['', ['PipelineOutputInvalid']],
  ])('has a name that fails or not: %s', (name, codes) => {
    const step = stepOf('a', OUT);
    const pipeline = pipelineOf(existingPlatform(), { steps: [step] });
    expect(codesOfOutput(pipeline, name, step.output('out'))).toEqual(codes);
  });

  test('fails when there is one of that name, or that is written by the same output', () => {
    const step = stepOf('a', { outputs: { out: StepOutput.folder(), log: StepOutput.file() } });
    const pipeline = pipelineOf(existingPlatform(), { steps: [step] });
    pipeline.addOutput('model', step.output('out'));
    expect(problemsOfOutput(pipeline, 'model', step.output('log'))).toMatchObject([
      { code: 'PipelineOutputInvalid', property: 'name' },
    ]);
    expect(problemsOfOutput(pipeline, 'same', step.output('out'))).toMatchObject([
      { code: 'PipelineOutputInvalid', property: 'from', must: expect.stringContaining('model') },
    ]);
  });

  test('fails when it is not written by a step', () => {
    const pipeline = pipelineOf(existingPlatform(), RAW);
    expect(codesOfOutput(pipeline, 'x', pipeline.input('raw'))).toEqual(['PipelineOutputInvalid']);
  });
});

describe('a pipeline that is published', () => {
  function published() {
    const platform = existingPlatform();
    const pipeline = pipelineOf(platform, { steps: [stepOf('a', OUT)] });
    new PublishedPipeline(platform.stack, 'First', { pipeline });
    return { ...platform, pipeline };
  }

  test('takes no step, no output and no second publication, and names the first', () => {
    const { stack, pipeline } = published();
    const from = StepInput.fromStep('a', 'out');
    const late = [
      () => pipeline.addStep(stepOf('b')),
      () => {
        pipeline.addOutput('model', from);
      },
      () => new PublishedPipeline(stack, 'Second', { pipeline }),
    ];
    for (const attempt of late) {
      expect(problemsIn(attempt)).toMatchObject([
        { code: 'PipelineAlreadyPublished', must: expect.stringContaining('churn/First') },
      ]);
    }
    expect(stack.node.findChild('Second').node.children).toEqual([]);
  });
});
