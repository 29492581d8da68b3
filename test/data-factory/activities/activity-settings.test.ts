import { Token } from 'cdktf';
import { Duration } from '../../../lib/core/duration';
import { factsOf } from '../../../lib/core/facts';
import {
  type Activity,
  type ActivityProps,
  BlobEventTrigger,
  DataFactoryDocument,
  DataFactoryPipeline,
  ExecutePipelineActivity,
  IfConditionActivity,
  InactiveMark,
  RunPipelineActivity,
  WaitActivity,
} from '../../../lib/data-factory';
import type { IInvokablePipeline } from '../../../lib/machine-learning/pipeline/invokable-pipeline';
import { Template } from '../../../lib/testing';
import { checkedBodies, describeArmTypes } from '../../support/arm-types';
import { activitiesOf, codesOf, emitted, setUpPipeline } from '../setup';

type World = ReturnType<typeof setUpPipeline>;

const wait = (props: ActivityProps): Activity =>
  new WaitActivity('Wait', { duration: Duration.minutes(1), ...props });

const properties = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${String(index)}`, 'x']));

describe('what monitoring shows of an activity', () => {
  test('is a list of names and values, in the order given', () => {
    const userProperties = { Source: '@{item().table}', Team: 'churn ${x}' };
    expect(emitted(() => wait({ userProperties }))).toMatchObject([
      {
        name: 'Wait',
        userProperties: [
          { name: 'Source', value: '@{item().table}' },
          { name: 'Team', value: 'churn $${x}' },
        ],
      },
    ]);
  });

  test('stands on the first of the activities that one becomes', () => {
    const activities = emitted(
      ({ v2 }) => new RunPipelineActivity('Train', { pipeline: v2, userProperties: { Team: 'a' } }),
    );
    const shown = activities.map((activity) => ({ userProperties: [], ...activity }));
    expect(shown.map(({ userProperties }) => userProperties.length)).toEqual([1, 0, 0, 0]);
  });

  test.each<[number, readonly string[] | undefined]>([
    [0, undefined],
    [5, undefined],
    [6, ['ActivityUserPropertiesOutOfRange']],
  ])('has %i properties: %j', (count, codes) => {
    expect(codesOf(() => wait({ userProperties: properties(count) }))).toEqual(codes);
  });

  test('has names, and values that may be tokens', () => {
    const token = Token.asString({ resolve: () => 'x' });
    expect(codesOf(() => wait({ userProperties: { Source: token } }))).toBeUndefined();
    expect(codesOf(() => wait({ userProperties: { '': 'x' } }))).toEqual([
      'ActivityUserPropertiesOutOfRange',
    ]);
  });
});

describe('an activity that is not run', () => {
  test.each<[ActivityProps, object]>([
    [{ enabled: false }, { state: 'Inactive', onInactiveMarkAs: 'Succeeded' }],
    [
      { enabled: false, onInactiveMarkAs: InactiveMark.FAILED },
      { state: 'Inactive', onInactiveMarkAs: 'Failed' },
    ],
    [
      { enabled: false, onInactiveMarkAs: InactiveMark.SKIPPED },
      { state: 'Inactive', onInactiveMarkAs: 'Skipped' },
    ],
  ])('given %j is %j', (props, expected) => {
    expect(emitted(() => wait(props))).toMatchObject([expected]);
  });

  test.each<ActivityProps>([{}, { enabled: true }, { onInactiveMarkAs: InactiveMark.FAILED }])(
    'is not one with %j',
    (props) => {
      const [activity] = emitted(() => wait(props));
      expect(activity).not.toHaveProperty('state');
      expect(activity).not.toHaveProperty('onInactiveMarkAs');
    },
  );

  test('may be one since its pipeline is disabled, and counts as what was said', () => {
    const activities = emitted(({ v2 }) => {
      const pipeline = Object.create(v2, { enabled: { value: false } }) as IInvokablePipeline;
      return new RunPipelineActivity('Train', {
        pipeline,
        onInactiveMarkAs: InactiveMark.SKIPPED,
      });
    });
    expect(activities).toHaveLength(4);
    for (const activity of activities) {
      expect(activity).toMatchObject({ state: 'Inactive', onInactiveMarkAs: 'Skipped' });
    }
  });

  test.each<[string, boolean, string | undefined]>([
    ['alone', false, 'Inactive'],
    ['beside one that is', true, undefined],
  ])('%s in another one decides on that one', (_, enabled, state) => {
    const [outer] = emitted(
      () =>
        new IfConditionActivity('If', {
          expression: '@true',
          whenTrue: [wait({ enabled: false })],
          whenFalse: [new WaitActivity('Other', { duration: Duration.minutes(1), enabled })],
        }),
    );
    expect((outer as { readonly state?: string }).state).toBe(state);
  });

  test('is decided on at synthesis', () => {
    const enabled = Token.asAny({ resolve: () => true }) as never as boolean;
    expect(codesOf(() => wait({ enabled }))).toEqual(['PropertyTypeInvalid']);
  });
});

describe('the triggers of a pipeline', () => {
  const run = (world: World, props: ActivityProps): Activity =>
    new RunPipelineActivity('Train', { pipeline: world.v2, ...props });

  /** What is told of a trigger, and whether Terraform activates it. */
  function triggered({ stack, pipeline, container }: World): readonly unknown[] {
    new BlobEventTrigger(stack, 'Trigger', { pipeline, container, path: 'in' });
    const [told] = factsOf(stack, 'trigger');
    const trigger = Template.fromStack(stack).resource(
      'azurerm_data_factory_trigger_blob_event',
      {},
    );
    return [told?.fact.paused, trigger['activated']];
  }

  test('fire where an activity is run', () => {
    const world = setUpPipeline();
    world.pipeline.addActivity(run(world, {}));
    expect(triggered(world)).toEqual([false, true]);
  });

  test('are stopped where none is', () => {
    const world = setUpPipeline();
    world.pipeline.addActivity(run(world, { enabled: false }));
    expect(triggered(world)).toEqual([true, false]);
  });

  test('are stopped where the document of an activity says that it is not run', () => {
    const world = setUpPipeline();
    const document = DataFactoryDocument.parse({
      name: 'Old',
      properties: {
        activities: [
          {
            name: 'Wait',
            type: 'Wait',
            state: 'Inactive',
            typeProperties: { waitTimeInSeconds: 1 },
          },
        ],
      },
    });
    for (const activity of document.activities) world.pipeline.addActivity(activity.toActivity());
    const { stack, pipeline, container } = world;
    new BlobEventTrigger(stack, 'Trigger', { pipeline, container, path: 'in' });
    expect(activitiesOf(stack)).toEqual([
      {
        name: 'Wait',
        type: 'Wait',
        state: 'Inactive',
        dependsOn: [],
        userProperties: [],
        typeProperties: { waitTimeInSeconds: 1 },
      },
    ]);
    Template.fromStack(stack).hasResource('azurerm_data_factory_trigger_blob_event', {
      activated: false,
    });
  });

  test('fire for other activities, and then start no machine learning pipeline', () => {
    const world = setUpPipeline({ activities: [wait({})] });
    world.pipeline.addActivity(run(world, { enabled: false }));
    expect(triggered(world)).toEqual([true, true]);
  });

  test('start a machine learning pipeline that only one of two activities runs', () => {
    const world = setUpPipeline();
    world.pipeline.addActivity(run(world, { enabled: false }));
    world.pipeline.addActivity(new RunPipelineActivity('Again', { pipeline: world.v2 }));
    expect(triggered(world)).toEqual([false, true]);
  });

  test.each<[boolean, boolean, boolean]>([
    [true, true, false],
    [true, false, true],
    [false, true, true],
  ])('through another pipeline, started %s and run there %s: paused %s', (starts, runs, paused) => {
    const world = setUpPipeline({ activities: [wait({})] });
    const { stack, factory, pipeline } = world;
    const other = new DataFactoryPipeline(stack, 'Other', { factory });
    pipeline.addActivity(
      new ExecutePipelineActivity('Start', { pipeline: other, enabled: starts }),
    );
    other.addActivity(run(world, { enabled: runs }));
    expect(triggered(world)).toEqual([paused, true]);
  });

  test('keep the right to run what is not run for now', () => {
    const roles = (enabled: boolean): unknown => {
      const world = setUpPipeline();
      world.pipeline.addActivity(run(world, { enabled }));
      return Template.fromStack(world.stack).resources('azurerm_role_assignment');
    };
    expect(roles(true)).not.toEqual({});
    expect(roles(false)).toEqual(roles(true));
  });
});

describeArmTypes('what all activities take', () => {
  test('is as Microsoft types it', () => {
    const world = setUpPipeline({
      activities: [
        wait({
          enabled: false,
          onInactiveMarkAs: InactiveMark.SKIPPED,
          userProperties: { Team: 'churn' },
        }),
      ],
    });
    expect(activitiesOf(world.stack)).toHaveLength(1);
    const { sound, said } = checkedBodies(Template.fromStack(world.stack).toJson());
    expect({ sound, said: sound ? '' : said }).toEqual({ sound: true, said: '' });
  });
});
