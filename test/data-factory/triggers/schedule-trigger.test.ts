import { type TerraformStack, TerraformVariable } from 'cdktf';
import { factsOf } from '../../../lib/core/facts';
import {
  DataFactoryParameter,
  DataFactoryPipeline,
  ExecutePipelineActivity,
  ForEachActivity,
  RunPipelineActivity,
  ScheduleTrigger,
  type ScheduleTriggerProps,
} from '../../../lib/data-factory';
import { renderTriggerRecurrence } from '../../../lib/data-factory/triggers/private/schedule-trigger-body';
import { BlobReference } from '../../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { Recurrence } from '../../../lib/machine-learning/schedule/recurrence';
import {
  RecurrenceFrequency,
  WeekDay,
} from '../../../lib/machine-learning/schedule/recurrence-options';
import { Template } from '../../../lib/testing';
import { codesOf, PIPELINE_TYPE, setUp, setUpPipeline, synthesisErrors } from '../setup';

const TYPE = 'Microsoft.DataFactory/factories/triggers@2018-06-01';
const DAILY = Recurrence.daily({ at: '04:30', timeZone: 'Europe/Berlin' });

describe('when a schedule trigger fires', () => {
  const { DAY, WEEK, MONTH } = RecurrenceFrequency;
  const start = { frequency: '', interval: 1, timeZone: 'UTC', startTime: '2024-01-01T00:00:00Z' };

  test.each<[string, Recurrence, object]>([
    ['every minute', Recurrence.everyMinutes(1), { ...start, frequency: 'Minute' }],
    [
      'every six hours from a moment',
      Recurrence.everyHours(6, {
        startTime: '2025-03-04T05:06:07',
        endTime: '2026-01-01 00:00:00',
      }),
      {
        ...start,
        frequency: 'Hour',
        interval: 6,
        startTime: '2025-03-04T05:06:07Z',
        endTime: '2026-01-01T00:00:00Z',
      },
    ],
    [
      'every day at a time',
      DAILY,
      {
        ...start,
        frequency: 'Day',
        timeZone: 'W. Europe Standard Time',
        startTime: '2024-01-01T00:00:00',
        schedule: { hours: [4], minutes: [30] },
      },
    ],
    [
      'every day, no time said',
      Recurrence.of({ frequency: DAY }),
      { ...start, frequency: 'Day', schedule: { hours: [0], minutes: [0] } },
    ],
    [
      'every day at the time it starts',
      Recurrence.of({ frequency: DAY, startTime: '2025-03-04T05:06:07' }),
      {
        ...start,
        frequency: 'Day',
        startTime: '2025-03-04T05:06:07Z',
        schedule: { hours: [5], minutes: [6] },
      },
    ],
    [
      'at some hours, in the minute it starts',
      Recurrence.of({ frequency: DAY, hours: [1, 13], startTime: '2025-03-04T05:06:07' }),
      {
        ...start,
        frequency: 'Day',
        startTime: '2025-03-04T05:06:07Z',
        schedule: { hours: [1, 13], minutes: [6] },
      },
    ],
    [
      'every second week on days',
      Recurrence.of({
        frequency: WEEK,
        interval: 2,
        hours: [6],
        minutes: [0, 30],
        weekDays: [WeekDay.FRIDAY, WeekDay.SUNDAY],
      }),
      {
        ...start,
        frequency: 'Week',
        interval: 2,
        schedule: { hours: [6], minutes: [0, 30], weekDays: ['Friday', 'Sunday'] },
      },
    ],
    [
      'every week on the day it starts',
      Recurrence.of({ frequency: WEEK, startTime: '2025-03-04T05:00:00' }),
      {
        ...start,
        frequency: 'Week',
        startTime: '2025-03-04T05:00:00Z',
        schedule: { hours: [5], minutes: [0], weekDays: ['Tuesday'] },
      },
    ],
    [
      'every week, no day said',
      Recurrence.of({ frequency: WEEK }),
      {
        ...start,
        frequency: 'Week',
        schedule: { hours: [0], minutes: [0], weekDays: ['Monday'] },
      },
    ],
    [
      'every month on days',
      Recurrence.monthly({ at: '23:59', days: [1, 31] }),
      {
        ...start,
        frequency: 'Month',
        schedule: { hours: [23], minutes: [59], monthDays: [1, 31] },
      },
    ],
    [
      'every month on the day it starts',
      Recurrence.of({ frequency: MONTH, startTime: '2025-03-04T05:00:00' }),
      {
        ...start,
        frequency: 'Month',
        startTime: '2025-03-04T05:00:00Z',
        schedule: { hours: [5], minutes: [0], monthDays: [4] },
      },
    ],
  ])('is %s', (_, recurrence, rendered) => {
    expect(renderTriggerRecurrence(recurrence)).toEqual(rendered);
  });

  test('leaves what follows from a start that only Terraform knows to the service', () => {
    const { stack, pipeline } = setUpPipeline();
    const moment = new TerraformVariable(stack, 'moment', { type: 'string' }).stringValue;
    const recurrence = Recurrence.of({ frequency: DAY, hours: [1], startTime: moment });
    new ScheduleTrigger(stack, 'T', { pipeline, recurrence });
    expect(recurrenceOf(stack)).toMatchObject({
      startTime: '${var.moment}Z',
      schedule: { hours: [1] },
    });
  });

  test('leaves the hours of such a start to the service too', () => {
    const { stack, pipeline } = setUpPipeline();
    const moment = new TerraformVariable(stack, 'moment', { type: 'string' }).stringValue;
    const recurrence = Recurrence.of({ frequency: DAY, minutes: [15], startTime: moment });
    new ScheduleTrigger(stack, 'T', { pipeline, recurrence });
    expect(recurrenceOf(stack)).toMatchObject({ schedule: { minutes: [15] } });
  });
});

function triggerOf(stack: TerraformStack) {
  return Template.fromStack(stack).resource('azapi_resource', { type: TYPE });
}

function recurrenceOf(stack: TerraformStack): unknown {
  const { properties } = triggerOf(stack)['body'] as {
    readonly properties: { readonly typeProperties: { readonly recurrence: unknown } };
  };
  return properties.typeProperties.recurrence;
}

/** What the request that switches the trigger at apply does. */
function stateOf(stack: TerraformStack): unknown {
  const actions = Object.values(Template.fromStack(stack).resources('azapi_resource_action'));
  return actions.find((action) => action['when'] === undefined);
}

function withTrigger(props: Partial<ScheduleTriggerProps> = {}) {
  const set = setUpPipeline();
  const { stack, pipeline } = set;
  const trigger = new ScheduleTrigger(stack, 'Nightly', { pipeline, recurrence: DAILY, ...props });
  return { ...set, trigger };
}

describe('a schedule trigger', () => {
  test('starts its pipeline by the clock', () => {
    const { stack, factory, pipeline } = withTrigger();
    Template.fromStack(stack).hasResource('azapi_resource', {
      type: TYPE,
      name: 'Nightly',
      parent_id: factory.factoryId,
      body: {
        properties: {
          type: 'ScheduleTrigger',
          annotations: [],
          pipelines: [
            {
              pipelineReference: {
                referenceName: pipeline.pipelineName,
                type: 'PipelineReference',
              },
              parameters: {},
            },
          ],
          typeProperties: {
            recurrence: {
              frequency: 'Day',
              interval: 1,
              timeZone: 'W. Europe Standard Time',
              startTime: '2024-01-01T00:00:00',
              schedule: { hours: [4], minutes: [30] },
            },
          },
        },
      },
      replace_triggers_refs: ['properties'],
    });
  });

  test('is started once it is made, and stopped before it goes', () => {
    const { stack } = withTrigger();
    const template = Template.fromStack(stack);
    const [address] = Object.keys(template.resources('azapi_resource', { type: TYPE }));
    const resource_id = `\${azapi_resource.${String(address)}.id}`;
    template.hasResource('azapi_resource_action', { action: 'start', resource_id });
    template.hasResource('azapi_resource_action', { action: 'stop', when: 'destroy', resource_id });
  });

  test('is started where a variable says so', () => {
    const { stack, pipeline } = setUpPipeline();
    const { value } = new TerraformVariable(stack, 'on', { type: 'bool' });
    const enabled = value as boolean;
    new ScheduleTrigger(stack, 'T', { pipeline, recurrence: DAILY, enabled });
    expect(stateOf(stack)).toMatchObject({ action: '${var.on ? "start" : "stop"}' });
  });

  test('takes everything that can be said, with text as it is', () => {
    const { stack, factory } = setUp();
    const pipeline = new DataFactoryPipeline(stack, 'P', {
      factory,
      parameters: { note: DataFactoryParameter.string() },
    });
    new ScheduleTrigger(stack, 'Nightly', {
      pipeline,
      recurrence: Recurrence.weekly({
        at: '06:00',
        on: [WeekDay.MONDAY],
        startTime: '2025-01-01T00:00:00',
        endTime: '2026-01-01T00:00:00',
      }),
      name: 'every monday',
      enabled: false,
      description: 'costs ${money}',
      annotations: ['%{ml}'],
      parameters: { note: '@{trigger().startTime} ${x}' },
    });
    expect(triggerOf(stack)).toMatchObject({
      name: 'every monday',
      body: {
        properties: {
          description: 'costs $${money}',
          annotations: ['%%{ml}'],
          pipelines: [{ parameters: { note: '@{trigger().startTime} $${x}' } }],
        },
      },
    });
    expect(recurrenceOf(stack)).toMatchObject({
      startTime: '2025-01-01T00:00:00Z',
      endTime: '2026-01-01T00:00:00Z',
      schedule: { weekDays: ['Monday'] },
    });
    expect(stateOf(stack)).toMatchObject({ action: 'stop' });
  });

  test('is made after its pipeline', () => {
    const { stack } = withTrigger();
    const template = Template.fromStack(stack);
    const [address] = Object.keys(template.resources('azapi_resource', { type: PIPELINE_TYPE }));
    const name = `\${azapi_resource.${String(address)}.name}`;
    expect(JSON.stringify(triggerOf(stack))).toContain(JSON.stringify(name));
  });

  test('is told of for the pipeline that it starts', () => {
    const { stack, pipeline, trigger, v2 } = withTrigger();
    pipeline.addActivity(new RunPipelineActivity('A', { pipeline: v2 }));
    expect(factsOf(stack, 'trigger')).toEqual([
      {
        scope: trigger,
        fact: {
          when: 'every day at 04:30, Europe/Berlin',
          through: 'Data Factory',
          pipeline: 'churn-train',
          paused: false,
        },
      },
    ]);
  });

  test('is activated after the right to run is granted', () => {
    const { stack, pipeline, v2 } = withTrigger();
    pipeline.addActivity(new RunPipelineActivity('A', { pipeline: v2 }));
    expect(stateOf(stack)).toMatchObject({
      depends_on: [
        expect.stringMatching(/^azurerm_role_assignment\./),
        expect.stringMatching(/^azurerm_role_assignment\./),
      ],
    });
  });

  test('is activated after rights of a pipeline that its own runs, whichever came first', () => {
    const { stack, factory, pipeline, v1, v2 } = withTrigger();
    const child = new DataFactoryPipeline(stack, 'Child', { factory });
    const between = new DataFactoryPipeline(stack, 'Between', { factory });
    child.addActivity(new RunPipelineActivity('A', { pipeline: v2, cancelOnTimeout: false }));
    between.addActivity(new ExecutePipelineActivity('Run', { pipeline: child }));
    pipeline.addActivity(
      new ForEachActivity('Each', {
        items: '@createArray(1)',
        activities: [new ExecutePipelineActivity('Run', { pipeline: between })],
      }),
    );
    child.addActivity(new ExecutePipelineActivity('Again', { pipeline: between }));
    child.addActivity(new RunPipelineActivity('B', { pipeline: v1, experimentName: 'x' }));
    const assignments = Object.keys(
      Template.fromStack(stack).resources('azurerm_role_assignment'),
    ).map((name) => `azurerm_role_assignment.${name}`);
    expect(assignments).toHaveLength(2);
    expect(stateOf(stack)).toMatchObject({ depends_on: expect.arrayContaining(assignments) });
    expect(factsOf(stack, 'trigger')).toMatchObject([
      { fact: { pipeline: 'churn-train' } },
      { fact: { pipeline: 'legacy' } },
    ]);
  });

  test('fails with a name that none can have, and one that is taken', () => {
    expect(codesOf(() => withTrigger({ name: 'a?' }))).toEqual(['DataFactoryTriggerNameInvalid']);
    const { stack, pipeline } = withTrigger();
    expect(
      codesOf(
        () => new ScheduleTrigger(stack, 'T', { pipeline, recurrence: DAILY, name: 'NIGHTLY' }),
      ),
    ).toEqual(['DataFactoryNameTaken']);
  });

  test('fails at synthesis where the pipeline asks for the blob that started it', () => {
    const { stack, pipeline, v2 } = withTrigger();
    pipeline.addActivity(
      new RunPipelineActivity('A', {
        pipeline: v2,
        arguments: { data: BlobReference.triggeringBlob() },
      }),
    );
    expect(synthesisErrors(stack)).toMatch(
      /triggeringBlobName must be given, .*; start the pipeline by a BlobEventTrigger \[TriggerParameterMissing\]/,
    );
  });

  test('fails at synthesis with a parameter that the pipeline does not have', () => {
    const { stack } = withTrigger({ parameters: { x: '1' } });
    expect(synthesisErrors(stack)).toMatch(/\[TriggerParameterUnknown\]/);
  });
});
