import { Cron } from '../../../lib/machine-learning/schedule/cron';
import {
  BlobReference,
  PipelineArgument,
} from '../../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { Recurrence } from '../../../lib/machine-learning/schedule/recurrence';
import {
  RecurrenceFrequency,
  WeekDay,
} from '../../../lib/machine-learning/schedule/recurrence-options';
import { Schedule, type ScheduleProps } from '../../../lib/machine-learning/schedule/schedule';
import type { IScheduleTrigger } from '../../../lib/machine-learning/schedule/schedule-trigger';
import { WorkflowIdentity } from '../../../lib/logic-apps/workflow-identity';
import { Template } from '../../../lib/testing';
import {
  codesOf,
  GROUP_ID,
  PIPELINE_ID,
  setUp,
  WORKSPACE_ID,
  workflowProperties,
} from '../../logic-apps/setup';
import { tokensIn } from '../../support/stack';

const QUARTERLY = Recurrence.everyMinutes(15);

/** A schedule of a pipeline that was published with the v1 SDK. */
function scheduled(props: Partial<ScheduleProps> = {}) {
  const platform = setUp();
  const schedule = new Schedule(platform.stack, 'Regular', {
    pipeline: platform.v1,
    trigger: QUARTERLY,
    experimentName: 'MyExperiment',
    ...props,
  });
  return { ...platform, schedule };
}

function recurrenceOf(trigger: IScheduleTrigger) {
  const { definition } = workflowProperties(scheduled({ trigger }).stack);
  return definition.triggers['Recurrence'];
}

describe('the schedule of a pipeline that only has a URL', () => {
  test('is a Logic App that posts the request of the guide every 15 minutes', () => {
    const { stack, v1, datastore } = setUp();
    new Schedule(stack, 'Regular', {
      pipeline: v1,
      trigger: QUARTERLY,
      experimentName: 'MyExperiment',
      continueOnStepFailure: true,
      arguments: {
        rate: PipelineArgument.literal(20),
        input: PipelineArgument.folder(datastore, 'sample/2'),
      },
    });
    const { state, definition } = workflowProperties(stack);
    expect(state).toBe('Enabled');
    expect(definition.triggers).toEqual({
      Recurrence: {
        type: 'Recurrence',
        recurrence: { frequency: 'Minute', interval: 15, timeZone: 'UTC' },
      },
    });
    expect(definition.actions).toEqual({
      Run_pipeline: expect.objectContaining({
        type: 'Http',
        inputs: {
          method: 'POST',
          uri: `https://westeurope.api.azureml.ms/pipelines/v1.0${WORKSPACE_ID}/PipelineRuns/PipelineSubmit/${PIPELINE_ID}`,
          headers: { 'Content-Type': 'application/json' },
          body: {
            ExperimentName: 'MyExperiment',
            RunSource: 'SDK',
            ParameterAssignments: { rate: '20' },
            DataPathAssignments: {
              input: { DataStoreName: 'raw_store', RelativePath: 'sample/2' },
            },
            ContinueOnStepFailure: true,
          },
          authentication: {
            type: 'ManagedServiceIdentity',
            audience: 'https://management.azure.com/',
          },
          retryPolicy: { type: 'none' },
        },
      }),
    });
  });

  test('stands in the resource group of the workspace, and makes one role assignment: to invoke', () => {
    const { stack, schedule } = scheduled();
    const template = Template.fromStack(stack);
    template.hasResource('azapi_resource', { parent_id: GROUP_ID });
    template.resourceCountIs('azurerm_role_assignment', 1);
    template.hasResource('azurerm_role_assignment', { scope: WORKSPACE_ID });
    expect(schedule.scheduleName).toBe(schedule.workflow?.workflowName);
    template.resourceCountIs('azapi_resource_action', 0);
  });

  test('makes none for an identity whose roles somebody else assigns', () => {
    const { stack, v1, identity } = setUp();
    new Schedule(stack, 'Regular', {
      pipeline: v1,
      trigger: QUARTERLY,
      experimentName: 'x',
      identity: WorkflowIdentity.userAssignedWithRoles(identity, []),
    });
    Template.fromStack(stack).resourceCountIs('azurerm_role_assignment', 0);
  });

  test('runs an endpoint that was imported without its component', () => {
    const { stack, v2 } = setUp();
    const schedule = new Schedule(stack, 'Regular', { pipeline: v2, trigger: QUARTERLY });
    expect(schedule.workflow).toBeDefined();
    expect(workflowProperties(stack).definition.actions).toMatchObject({
      Run_pipeline: { inputs: { headers: { 'azureml-model-deployment': 'current' } } },
    });
  });

  test('is disabled as it says', () => {
    const { stack, schedule } = scheduled({ enabled: false });
    expect(workflowProperties(stack).state).toBe('Disabled');
    expect(schedule.nextRuns(3)).toEqual([]);
  });

  test.each<[string, IScheduleTrigger, object]>([
    [
      'a cron expression of all days',
      Cron.of('*/30 4 * * *', { timeZone: 'Europe/Berlin' }),
      {
        frequency: 'Day',
        interval: 1,
        timeZone: 'W. Europe Standard Time',
        schedule: { hours: [4], minutes: [0, 30] },
      },
    ],
    [
      'a cron expression of some days',
      Cron.of('30 4,16 * * 0,1-2'),
      {
        frequency: 'Week',
        interval: 1,
        timeZone: 'UTC',
        schedule: { hours: [4, 16], minutes: [30], weekDays: ['Sunday', 'Monday', 'Tuesday'] },
      },
    ],
    [
      'hours alone',
      Recurrence.of({ frequency: RecurrenceFrequency.DAY, hours: [6] }),
      { frequency: 'Day', interval: 1, timeZone: 'UTC', schedule: { hours: [6], minutes: [0] } },
    ],
    [
      'hours alone, with a start',
      Recurrence.of({
        frequency: RecurrenceFrequency.DAY,
        hours: [6],
        startTime: '2026-01-05T00:45:00',
      }),
      {
        frequency: 'Day',
        interval: 1,
        timeZone: 'UTC',
        startTime: '2026-01-05T00:45:00',
        schedule: { hours: [6], minutes: [45] },
      },
    ],
    [
      'week days',
      Recurrence.weekly({ at: '04:30', on: [WeekDay.MONDAY] }),
      {
        frequency: 'Week',
        interval: 1,
        timeZone: 'UTC',
        schedule: { hours: [4], minutes: [30], weekDays: ['Monday'] },
      },
    ],
  ])('keeps %s', (_, trigger, recurrence) => {
    expect(recurrenceOf(trigger)).toEqual({ type: 'Recurrence', recurrence });
  });

  test('that is kept by cron starts runs at the times of the lists', () => {
    const from = new Date('2026-11-20T00:00:00Z');
    const cron = Cron.of('30 4,16 * * 0,1-2', { timeZone: 'Europe/Berlin' });
    const { schedule } = scheduled({ trigger: cron });
    expect(schedule.nextRuns(3, from)).toEqual([
      new Date('2026-11-22T03:30:00Z'),
      new Date('2026-11-22T15:30:00Z'),
      new Date('2026-11-23T03:30:00Z'),
    ]);
  });

  test.each<[string, Partial<ScheduleProps>, readonly string[] | undefined]>([
    [
      '16 months',
      { trigger: Recurrence.of({ frequency: RecurrenceFrequency.MONTH, interval: 16 }) },
      undefined,
    ],
    [
      '17 months',
      { trigger: Recurrence.of({ frequency: RecurrenceFrequency.MONTH, interval: 17 }) },
      ['WorkflowRecurrenceIntervalOutOfRange'],
    ],
    [
      'days of the month',
      { trigger: Recurrence.monthly({ at: '04:30', days: [1] }) },
      ['WorkflowMonthDaysUnsupported'],
    ],
    ['no experiment', { experimentName: undefined }, ['ExperimentNameMissing']],
    ['a description', { description: 'x' }, ['SchedulePropNotForPipeline']],
    ['a name that is too long', { name: 'a'.repeat(81) }, ['WorkflowNameInvalid']],
    ['the longest name', { name: 'a'.repeat(80) }, undefined],
    [
      'the blob that started the run',
      { arguments: { input: BlobReference.triggeringBlob() } },
      ['TriggeringBlobUnknown'],
    ],
  ])('is refused or not with %s', (_, props, codes) => {
    expect(codesOf(() => scheduled(props))).toEqual(codes);
  });

  test('is refused with a cron expression that only Terraform will know', () => {
    const { stack, v1 } = setUp();
    const { text } = tokensIn(stack);
    const props = { pipeline: v1, trigger: Cron.of(text), experimentName: 'x' };
    expect(codesOf(() => new Schedule(stack, 'Regular', props))).toEqual([
      'ScheduleCronNotForLogicApp',
    ]);
  });
});
