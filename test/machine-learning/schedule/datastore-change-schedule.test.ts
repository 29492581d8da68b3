import { Datastore } from '../../../lib/machine-learning/datastore/datastore';
import { PipelineArgument } from '../../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import {
  DatastoreChangeSchedule,
  type DatastoreChangeScheduleProps,
} from '../../../lib/machine-learning/schedule/datastore-change-schedule';
import { ScheduleStatus } from '../../../lib/machine-learning/schedule/schedule-status';
import { Template } from '../../../lib/testing';
import {
  codesOf,
  PIPELINE_ID,
  setUp,
  WORKSPACE_ID,
  workflowProperties,
} from '../../logic-apps/setup';
import { roleAssignments } from '../../support/role-assignments';

/** A v1 pipeline that a change of a datastore starts. */
function scheduled(props: Partial<DatastoreChangeScheduleProps> = {}) {
  const platform = setUp();
  const { stack, workspace, container, v1 } = platform;
  const datastore = Datastore.fromDatastoreAttributes(stack, 'Watched', {
    workspace,
    name: 'workspaceblobstore',
    container,
  });
  const schedule = new DatastoreChangeSchedule(stack, 'OnChange', {
    pipeline: v1,
    datastore,
    experimentName: 'MyExperiment',
    ...props,
  });
  return { ...platform, schedule };
}

describe('a schedule on changes of a datastore', () => {
  test('is the reactive schedule of the guide: the changed blob in data_path_parameter_name', () => {
    const { stack } = scheduled({
      pollingInterval: 10,
      dataPathParameterName: 'input_data',
      continueOnStepFailure: true,
      arguments: { rate: PipelineArgument.literal(20) },
    });
    const { state, definition } = workflowProperties(stack);
    expect(state).toBe('Enabled');
    expect(Object.values(definition.triggers)).toMatchObject([
      { type: 'ApiConnection', recurrence: { frequency: 'Minute', interval: 10 } },
    ]);
    expect(definition.actions).toMatchObject({
      Run_pipeline: {
        inputs: {
          method: 'POST',
          uri: `https://westeurope.api.azureml.ms/pipelines/v1.0${WORKSPACE_ID}/PipelineRuns/PipelineSubmit/${PIPELINE_ID}`,
          body: {
            ExperimentName: 'MyExperiment',
            RunSource: 'SDK',
            ParameterAssignments: { rate: '20' },
            DataPathAssignments: {
              input_data: {
                DataStoreName: 'workspaceblobstore',
                RelativePath: "@{triggerBody()?['Name']}",
              },
            },
            ContinueOnStepFailure: true,
          },
        },
      },
    });
  });

  test('looks every 5 minutes, and passes no blob where no parameter is named', () => {
    const { definition } = workflowProperties(scheduled().stack);
    expect(Object.values(definition.triggers)).toMatchObject([
      { recurrence: { frequency: 'Minute', interval: 5 } },
    ]);
    expect(definition.actions).toMatchObject({
      Run_pipeline: { inputs: { body: { ExperimentName: 'MyExperiment', RunSource: 'SDK' } } },
    });
  });

  test('gives the path from the container where a folder is watched, which is not the name of the blob', () => {
    const { stack } = scheduled({
      pathOnDatastore: 'incoming/daily',
      dataPathParameterName: 'input_data',
    });
    expect(workflowProperties(stack).definition.actions).toMatchObject({
      Run_pipeline: {
        inputs: {
          body: {
            DataPathAssignments: {
              input_data: {
                RelativePath: "@{substring(triggerBody()?['Path'], add(length('raw'), 2))}",
              },
            },
          },
        },
      },
    });
  });

  test('is off as v1 says it', () => {
    const { stack } = scheduled({ status: ScheduleStatus.DISABLED });
    expect(workflowProperties(stack).state).toBe('Disabled');
  });

  test('makes two role assignments: to read the container, and to invoke the pipeline', () => {
    const { stack, schedule } = scheduled();
    expect(roleAssignments(stack)).toEqual([
      'Azure ML v1 pipeline invoker on workspaces/mlw-churn',
      'Storage Blob Data Reader on containers/raw',
    ]);
    expect(schedule.grantPrincipal.principalName).toContain('Logic App');
    Template.fromStack(stack).resourceCountIs('azapi_resource', 2);
  });

  test.each<[string, Partial<DatastoreChangeScheduleProps>, readonly string[] | undefined]>([
    ['1 minute', { pollingInterval: 1 }, undefined],
    ['500 days', { pollingInterval: 720_000 }, undefined],
    ['no minutes', { pollingInterval: 0 }, ['DatastorePollingIntervalOutOfRange']],
    ['more than 500 days', { pollingInterval: 720_001 }, ['DatastorePollingIntervalOutOfRange']],
    ['half a minute', { pollingInterval: 0.5 }, ['PropertyTypeInvalid']],
    ['a pattern', { pathOnDatastore: '*.csv' }, ['BlobTriggerPathUnsupported']],
    [
      'two values of one parameter',
      { dataPathParameterName: 'x', arguments: { x: PipelineArgument.literal(1) } },
      ['DatastoreParameterTwice'],
    ],
    ['no experiment', { experimentName: undefined }, ['ExperimentNameMissing']],
  ])('is refused or not with %s', (_, props, codes) => {
    expect(codesOf(() => scheduled(props))).toEqual(codes);
  });

  test('is refused on a datastore whose container is not known', () => {
    const { stack, v1, datastore } = setUp();
    const props = { pipeline: v1, datastore, experimentName: 'x' };
    expect(codesOf(() => new DatastoreChangeSchedule(stack, 'S', props))).toEqual([
      'DatastoreContainerUnknown',
    ]);
  });
});
