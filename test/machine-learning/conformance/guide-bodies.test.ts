import { BlobTriggeredPipeline } from '../../../lib/logic-apps';
import { Datastore } from '../../../lib/machine-learning/datastore/datastore';
import {
  BlobReference,
  PipelineArgument,
} from '../../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { DatastoreChangeSchedule } from '../../../lib/machine-learning/schedule/datastore-change-schedule';
import { Recurrence } from '../../../lib/machine-learning/schedule/recurrence';
import { RecurrenceFrequency } from '../../../lib/machine-learning/schedule/recurrence-options';
import { Schedule } from '../../../lib/machine-learning/schedule/schedule';
import { PIPELINE_ID, setUp, workflowProperties, WORKSPACE_ID } from '../../logic-apps/setup';

const URI = `https://westeurope.api.azureml.ms/pipelines/v1.0${WORKSPACE_ID}/PipelineRuns/PipelineSubmit/${PIPELINE_ID}`;

interface HttpAction {
  readonly inputs: { readonly body: unknown; readonly uri: string; readonly method: string };
}

/** A platform with the datastore of the guide over the container that is watched. */
function guide() {
  const platform = setUp();
  const { stack, workspace, container } = platform;
  const name = 'workspaceblobstore';
  const store = Datastore.fromDatastoreAttributes(stack, 'Blobs', { workspace, name, container });
  return { ...platform, store };
}

function actionIn({ stack }: Pick<ReturnType<typeof setUp>, 'stack'>): HttpAction {
  const [action] = Object.values(workflowProperties(stack).definition.actions);
  return action as HttpAction;
}

/** https://learn.microsoft.com/azure/machine-learning/how-to-trigger-published-pipeline?view=azureml-api-1 */
describe('what the guide of the v1 SDK has its reader send', () => {
  test('is the body of the HTTP action: the root of the container is watched, so the name is the path', () => {
    const platform = guide();
    new BlobTriggeredPipeline(platform.stack, 'OnBlob', {
      pipeline: platform.v1,
      container: platform.container,
      experimentName: 'MyRestPipeline',
      assign: {
        input_datapath: BlobReference.triggeringBlob(platform.store),
        input_string: PipelineArgument.literal('sample_string3'),
      },
    });
    expect(actionIn(platform).inputs).toMatchObject({ method: 'POST', uri: URI });
    expect(actionIn(platform).inputs.body).toEqual({
      DataPathAssignments: {
        input_datapath: {
          DataStoreName: 'workspaceblobstore',
          RelativePath: "@{triggerBody()?['Name']}",
        },
      },
      ExperimentName: 'MyRestPipeline',
      ParameterAssignments: { input_string: 'sample_string3' },
      RunSource: 'SDK',
    });
  });

  test('is the schedule every 15 minutes', () => {
    const platform = guide();
    new Schedule(platform.stack, 'MySchedule', {
      pipeline: platform.v1,
      trigger: Recurrence.of({ frequency: RecurrenceFrequency.MINUTE, interval: 15 }),
      experimentName: 'MyExperiment',
    });
    expect(workflowProperties(platform.stack).definition.triggers).toMatchObject({
      Recurrence: { type: 'Recurrence', recurrence: { frequency: 'Minute', interval: 15 } },
    });
    expect(actionIn(platform).inputs.body).toEqual({
      ExperimentName: 'MyExperiment',
      RunSource: 'SDK',
    });
  });

  test('is the reactive schedule with data_path_parameter_name, of a folder', () => {
    const platform = guide();
    new DatastoreChangeSchedule(platform.stack, 'MyReactiveSchedule', {
      pipeline: platform.v1,
      datastore: platform.store,
      pathOnDatastore: 'file/subfolder',
      dataPathParameterName: 'input_data',
      experimentName: 'MyExperiment',
    });
    expect(workflowProperties(platform.stack).definition.triggers).toMatchObject({
      'When_a_blob_is_added_or_modified_(properties_only)_(V2)': {
        recurrence: { frequency: 'Minute', interval: 5 },
        inputs: {
          queries: { folderId: Buffer.from('%2fraw%2ffile%2fsubfolder').toString('base64') },
        },
      },
    });
    expect(actionIn(platform).inputs.body).toEqual({
      DataPathAssignments: {
        input_data: {
          DataStoreName: 'workspaceblobstore',
          RelativePath: "@{substring(triggerBody()?['Path'], add(length('raw'), 2))}",
        },
      },
      ExperimentName: 'MyExperiment',
      RunSource: 'SDK',
    });
  });
});
