import { TerraformVariable } from 'cdktf';
import { Duration } from '../../lib/core/duration';
import {
  DataFactoryParameter,
  DataFactoryPipeline,
  type DataFactoryPipelineProps,
  DependencyCondition,
  FailActivity,
  RunPipelineActivity,
  WaitActivity,
} from '../../lib/data-factory';
import { Template } from '../../lib/testing';
import {
  activitiesOf,
  codesOf,
  PIPELINE_TYPE,
  pipelineProperties,
  setUp,
  setUpPipeline,
  synthesisErrors,
} from './setup';

const wait = (name: string, ...after: readonly string[]): WaitActivity =>
  new WaitActivity(name, {
    duration: Duration.minutes(1),
    dependsOn: after.map((activity) => ({ activity })),
  });

describe('a data factory pipeline', () => {
  test('is named after its construct and belongs to its factory', () => {
    const { stack, factory } = setUpPipeline();
    Template.fromStack(stack).hasResource('azapi_resource', {
      type: PIPELINE_TYPE,
      name: 'Orchestrate',
      parent_id: factory.factoryId,
      body: { properties: { activities: [], annotations: [] } },
    });
  });

  test('takes everything that can be said, with text as it is', () => {
    const { stack, factory } = setUp();
    new DataFactoryPipeline(stack, 'P', {
      factory,
      name: 'Nightly (v2)',
      description: 'costs ${money}',
      concurrency: 1,
      folder: 'train',
      annotations: ['%{ml}'],
      parameters: { rate: DataFactoryParameter.float(0.1) },
      activities: [wait('Settle')],
    });
    Template.fromStack(stack).hasResource('azapi_resource', {
      type: PIPELINE_TYPE,
      name: 'Nightly (v2)',
      body: {
        properties: {
          description: 'costs $${money}',
          concurrency: 1,
          folder: { name: 'train' },
          annotations: ['%%{ml}'],
          parameters: { rate: { type: 'Float', defaultValue: 0.1 } },
          activities: [{ name: 'Settle' }],
        },
      },
    });
  });

  test('grows after it was made', () => {
    const { stack, pipeline } = setUpPipeline({ activities: [wait('a')] });
    pipeline.addActivity(wait('b'));
    expect(activitiesOf(stack).map(({ name }) => name)).toEqual(['a', 'b']);
  });

  test('lets activities wait for those that come later', () => {
    const { stack, pipeline } = setUpPipeline();
    pipeline.addActivity(wait('late', 'early'));
    pipeline.addActivity(wait('early'));
    expect(activitiesOf(stack)[0]?.dependsOn).toEqual([
      { activity: 'early', dependencyConditions: ['Succeeded'] },
    ]);
  });

  test('lets activities wait for the end of a run', () => {
    const { stack, pipeline, v2 } = setUpPipeline();
    const train = pipeline.addActivity(new RunPipelineActivity('Train', { pipeline: v2 }));
    pipeline.addActivity(wait('next')).dependsOn(train);
    pipeline
      .addActivity(new FailActivity('alarm', { message: 'x' }))
      .dependsOn(train, DependencyCondition.FAILED);
    const [, , , , next, alarm] = activitiesOf(stack);
    expect([next?.dependsOn, alarm?.dependsOn]).toEqual([
      [{ activity: 'Train result', dependencyConditions: ['Succeeded'] }],
      [
        { activity: 'Train', dependencyConditions: ['Completed'] },
        { activity: 'Train result', dependencyConditions: ['Failed', 'Skipped'] },
      ],
    ]);
  });

  test('lets the start of a run wait for others', () => {
    const { stack, pipeline, v2 } = setUpPipeline({ activities: [wait('first')] });
    pipeline.addActivity(
      new RunPipelineActivity('Train', { pipeline: v2, dependsOn: [{ activity: 'first' }] }),
    );
    expect(activitiesOf(stack)[1]).toMatchObject({
      name: 'Train',
      dependsOn: [{ activity: 'first', dependencyConditions: ['Succeeded'] }],
    });
  });

  test('that exists emits nothing', () => {
    const { stack, factory } = setUp();
    const pipeline = DataFactoryPipeline.fromPipelineName(stack, 'P', factory, 'old one');
    expect([pipeline.pipelineName, pipeline.parameters]).toEqual(['old one', undefined]);
    Template.fromStack(stack).hasNoResource('azapi_resource');
  });
});

describe('parameters of a data factory pipeline', () => {
  const parameters = {
    rate: DataFactoryParameter.float(0.1),
    note: DataFactoryParameter.string(),
  };

  test('are passed on to a v2 pipeline with their types', () => {
    const { stack, pipeline, v2 } = setUpPipeline({ parameters });
    pipeline.addActivity(
      new RunPipelineActivity('Train', {
        pipeline: v2,
        arguments: { rate: pipeline.parameter('rate') },
      }),
    );
    expect(activitiesOf(stack)[0]?.typeProperties).toMatchObject({
      body: {
        properties: {
          InputData: {
            rate: { JobInputType: 'Literal', Value: '@pipeline().parameters.rate' },
          },
        },
      },
    });
  });

  test('are passed on to a v1 pipeline as text', () => {
    const { stack, pipeline, v1 } = setUpPipeline({ parameters });
    pipeline.addActivity(
      new RunPipelineActivity('Train', {
        pipeline: v1,
        experimentName: 'a',
        arguments: { rate: pipeline.parameter('rate') },
      }),
    );
    expect(activitiesOf(stack)[0]?.typeProperties['mlPipelineParameters']).toEqual({
      rate: '@{pipeline().parameters.rate}',
    });
  });

  test('fail with the nearest name when they are not declared', () => {
    const { pipeline } = setUpPipeline({ parameters });
    expect(() => pipeline.parameter('rates')).toThrow(/did you mean "rate"\?/);
    expect(codesOf(() => pipeline.parameter('toString'))).toEqual(['DataFactoryParameterUnknown']);
  });

  test('fail in the activities of another pipeline', () => {
    const { stack, factory, pipeline, v1, v2 } = setUpPipeline({ parameters });
    const other = new DataFactoryPipeline(stack, 'Other', { factory });
    const given = { arguments: { rate: pipeline.parameter('rate') } };
    for (const props of [
      { pipeline: v2, ...given },
      { pipeline: v1, experimentName: 'a', ...given },
    ]) {
      expect(codesOf(() => other.addActivity(new RunPipelineActivity('T', props)))).toEqual([
        'DataFactoryParameterElsewhere',
      ]);
    }
  });

  test('fail in a schedule', () => {
    const { pipeline } = setUpPipeline({ parameters });
    expect(pipeline.parameter('rate')._renderJobInput('rate')).toMatchObject({
      code: 'DataFactoryParameterElsewhere',
      must: expect.stringContaining('a schedule'),
    });
  });

  test('keep a default that is declared for the triggering blob', () => {
    const { stack, pipeline } = setUpPipeline({
      parameters: { triggeringBlobName: DataFactoryParameter.string('sample.csv') },
    });
    pipeline.addActivity(
      new FailActivity('a', { message: '@pipeline().parameters.triggeringBlobName' }),
    );
    expect(pipelineProperties(stack).parameters).toEqual({
      triggeringBlobName: { type: 'String', defaultValue: 'sample.csv' },
    });
  });

  test.each<[string, () => unknown]>([
    ['text', () => DataFactoryParameter.string(1 as unknown as string)],
    ['a whole number', () => DataFactoryParameter.int(0.5)],
    ['a number', () => DataFactoryParameter.float(Number.NaN)],
    ['true or false', () => DataFactoryParameter.bool('x' as unknown as boolean)],
  ])('fail with a default that is not %s', (_, make) => {
    expect(codesOf(make)).toEqual(['PropertyTypeInvalid']);
  });
});

describe('the rules of data factory pipelines', () => {
  const token = new TerraformVariable(setUp().stack, 'token', { type: 'any' });

  test.each<[string, Partial<DataFactoryPipelineProps>, readonly string[] | undefined]>([
    ['a name of one character', { name: '_' }, undefined],
    ['a name of 260 characters', { name: 'a'.repeat(260) }, undefined],
    ['a name of 261', { name: 'a'.repeat(261) }, ['DataFactoryPipelineNameInvalid']],
    ['a name with a dash', { name: 'a-b c' }, undefined],
    ['a name with a dash first', { name: '-a' }, ['DataFactoryPipelineNameInvalid']],
    ['a name with a slash', { name: 'a/b' }, ['DataFactoryPipelineNameInvalid']],
    ['a name that only Terraform knows', { name: token.stringValue }, undefined],
    ['concurrency 1', { concurrency: 1 }, undefined],
    ['concurrency 0', { concurrency: 0 }, ['DataFactoryConcurrencyOutOfRange']],
    ['concurrency that only Terraform knows', { concurrency: token.numberValue }, undefined],
    [
      'a parameter with a dash',
      { parameters: { 'a-b': DataFactoryParameter.int() } },
      ['DataFactoryParameterNameInvalid'],
    ],
    [
      'a parameter with a digit first',
      { parameters: { '1a': DataFactoryParameter.int() } },
      ['DataFactoryParameterNameInvalid'],
    ],
    [
      'a parameter with an underscore',
      { parameters: { _a1: DataFactoryParameter.int() } },
      undefined,
    ],
  ])('%s', (_, props, codes) => {
    expect(codesOf(() => setUpPipeline(props))).toEqual(codes);
  });

  test('fail with a name that another pipeline of the factory has', () => {
    const { stack, factory } = setUpPipeline();
    expect(
      codesOf(() => new DataFactoryPipeline(stack, 'P', { factory, name: 'orchestrate' })),
    ).toEqual(['DataFactoryNameTaken']);
  });

  test('fail with the name of an existing pipeline that none can have', () => {
    const { stack, factory } = setUp();
    expect(codesOf(() => DataFactoryPipeline.fromPipelineName(stack, 'P', factory, 'a:b'))).toEqual(
      ['ImportedDataFactoryPipelineNameInvalid'],
    );
  });

  test('fail with two activities of one name', () => {
    const { pipeline } = setUpPipeline({ activities: [wait('a')] });
    expect(codesOf(() => pipeline.addActivity(wait('a')))).toEqual(['ActivityNameTaken']);
  });

  test('fail with the name of an activity that waits for a job', () => {
    const { pipeline, v2 } = setUpPipeline({ activities: [wait('Train pause')] });
    const before = pipeline.factory.node.findAll().length;
    expect(
      codesOf(() => pipeline.addActivity(new RunPipelineActivity('Train', { pipeline: v2 }))),
    ).toEqual(['ActivityNameTaken']);
    expect(pipeline.factory.node.findAll()).toHaveLength(before);
  });

  test('fail at synthesis where activities wait for themselves', () => {
    const { stack } = setUpPipeline({ activities: [wait('a', 'b'), wait('b', 'a')] });
    expect(synthesisErrors(stack)).toMatch(
      /\[churn\/Orchestrate\] activities must not wait for themselves, got "a -> b -> a"; remove one of: "a" waits for "b", "b" waits for "a" \[ActivityDependencyCycle\]/,
    );
  });

  test('fail at synthesis where an activity is not there', () => {
    const { stack } = setUpPipeline({ activities: [wait('Train'), wait('b', 'Tran')] });
    expect(synthesisErrors(stack)).toMatch(/did you mean "Train"\? \[ActivityDependencyUnknown\]/);
  });
});
