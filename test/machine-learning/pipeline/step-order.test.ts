import { StepOutput } from '../../../lib/machine-learning/pipeline/steps/step-output';
import { ComponentStep } from '../../../lib/machine-learning/pipeline/steps/component-step';
import { PublishedPipeline } from '../../../lib/machine-learning/pipeline/published-pipeline';
import { DataType } from '../../../lib/machine-learning/pipeline/data-type';
import { StepInput } from '../../../lib/machine-learning/pipeline/steps/step-input';
import { codesIn, existingPlatform, problemsIn } from '../../support/stack';
import { pipelineOf, specsOf, stepOf } from '../setup';

const existing = (name: string, outputs = {}) =>
  new ComponentStep(name, { component: 'ready', version: '1', outputs });

describe('a step that comes after another one', () => {
  test('gets an input that is bound to an output which the other has for that alone', () => {
    const platform = existingPlatform();
    const pipeline = pipelineOf(platform, { steps: [] });
    const first = pipeline.addStep(stepOf('first'));
    pipeline.addStep(stepOf('second'), { after: [first, first] });
    new PublishedPipeline(platform.stack, 'Published', { pipeline });
    const { train, train_first, train_second } = specsOf(platform.stack);
    expect(train).toMatchObject({
      jobs: {
        first: { outputs: { finished: { job_output_type: 'uri_folder', mode: 'ReadWriteMount' } } },
        second: {
          inputs: {
            after_first: {
              job_input_type: 'literal',
              value: '$${{parent.jobs.first.outputs.finished}}',
              mode: 'Direct',
            },
          },
        },
      },
    });
    expect(train_first).toMatchObject({ outputs: { finished: { type: 'uri_folder' } } });
    expect(train_second).toMatchObject({ inputs: { after_first: { type: 'uri_folder' } } });
  });

  test('waits for the first output of the other, where it has some', () => {
    const platform = existingPlatform();
    const pipeline = pipelineOf(platform, { steps: [] });
    const first = stepOf('first', { outputs: { model: StepOutput.of(DataType.MLFLOW_MODEL) } });
    pipeline.addStep(stepOf('second'), { after: [first] });
    pipeline.addStep(first);
    new PublishedPipeline(platform.stack, 'Published', { pipeline });
    const { train, train_first, train_second } = specsOf(platform.stack);
    expect(train).toMatchObject({
      jobs: {
        second: { inputs: { after_first: { value: '$${{parent.jobs.first.outputs.model}}' } } },
      },
    });
    expect(train_first).toMatchObject({ outputs: { model: { type: 'mlflow_model' } } });
    expect(train_first).not.toHaveProperty('outputs.finished');
    expect(train_second).toMatchObject({ inputs: { after_first: { type: 'mlflow_model' } } });
  });

  test('fails when its component exists already', () => {
    const pipeline = pipelineOf(existingPlatform(), { steps: [] });
    const first = pipeline.addStep(stepOf('first'));
    expect(codesIn(() => pipeline.addStep(existing('second'), { after: [first] }))).toEqual([
      'StepAfterImpossible',
    ]);
  });

  test.each([
    ['another pipeline has it', [], stepOf('missing')],
    ['its component exists and writes nothing', [existing('ready')], existing('ready')],
  ])('fails when %s', (_, steps, other) => {
    const pipeline = pipelineOf(existingPlatform(), { steps });
    pipeline.addStep(stepOf('second'), { after: [other] });
    expect(
      codesIn(() => {
        pipeline._close('x');
      }),
    ).toEqual(['StepAfterImpossible']);
  });

  test('may wait for what a component that exists writes', () => {
    const pipeline = pipelineOf(existingPlatform(), { steps: [] });
    const ready = pipeline.addStep(existing('ready', { table: StepOutput.of(DataType.MLTABLE) }));
    pipeline.addStep(stepOf('second'), { after: [ready] });
    expect(
      codesIn(() => {
        pipeline._close('x');
      }),
    ).toEqual([]);
  });

  test('fails when an input of its own has the name of the wait', () => {
    const pipeline = pipelineOf(existingPlatform(), { steps: [] });
    const first = pipeline.addStep(stepOf('first'));
    const inputs = { after_first: StepInput.literal('x') };
    pipeline.addStep(stepOf('second', { inputs }), { after: [first] });
    expect(
      codesIn(() => {
        pipeline._close('x');
      }),
    ).toEqual(['StepPortNameReserved']);
  });

  test('fails when they wait for each other, which is told step by step', () => {
    const pipeline = pipelineOf(existingPlatform(), { steps: [] });
    const outputs = { data: StepOutput.folder() };
    const first = stepOf('first', { inputs: { x: StepInput.fromStep('second', 'data') } });
    pipeline.addStep(stepOf('second', { outputs }), { after: [first] });
    pipeline.addStep(first);
    expect(
      problemsIn(() => {
        pipeline._close('x');
      }),
    ).toMatchObject([{ code: 'StepCycle', got: '"second waits for first waits for second"' }]);
  });
});
