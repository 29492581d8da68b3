import { PipelineArgument } from '../../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { PublishedPipeline } from '../../../lib/machine-learning/pipeline/published-pipeline';
import { Cron } from '../../../lib/machine-learning/schedule/cron';
import { jobInputsOf } from '../../../lib/machine-learning/schedule/private/job-inputs';
import { renderScheduleBody } from '../../../lib/machine-learning/schedule/private/schedule-body';
import { Recurrence } from '../../../lib/machine-learning/schedule/recurrence';
import { existingPlatform, WORKSPACE_ID } from '../../support/stack';

const COMPONENT_ID = `${WORKSPACE_ID}/components/train/versions/1`;

function endpointIn({ stack, workspace }: ReturnType<typeof existingPlatform>) {
  return PublishedPipeline.fromBatchEndpointAttributes(stack, 'Endpoint', {
    workspace,
    endpointName: 'churn-train',
    componentId: COMPONENT_ID,
  });
}

describe('the body of a schedule', () => {
  test('runs the component, filed under the name of the pipeline', () => {
    expect(
      renderScheduleBody({
        pipeline: endpointIn(existingPlatform()),
        trigger: Cron.of('30 4 * * *'),
        displayName: 'nightly',
        enabled: true,
        inputs: {},
      }),
    ).toEqual({
      properties: {
        displayName: 'nightly',
        isEnabled: true,
        trigger: { triggerType: 'Cron', expression: '30 4 * * *', timeZone: 'UTC' },
        action: {
          actionType: 'CreateJob',
          jobDefinition: {
            jobType: 'Pipeline',
            componentId: COMPONENT_ID,
            displayName: 'nightly',
            experimentName: 'churn-train',
            jobs: {},
            settings: { _source: 'REMOTE.WORKSPACE.COMPONENT' },
          },
        },
      },
    });
  });

  test('holds inputs, experiment, description and the settings of the publication', () => {
    const platform = existingPlatform();
    const { compute, datastore } = platform;
    const body = renderScheduleBody({
      pipeline: Object.assign(endpointIn(platform), {
        runSettings: {
          defaultCompute: compute,
          defaultDatastore: datastore,
          continueOnStepFailure: false,
          forceRerun: true,
        },
      }),
      trigger: Recurrence.daily({ at: '04:30' }),
      displayName: 'nightly',
      enabled: false,
      description: 'every night',
      experimentName: 'churn',
      inputs: jobInputsOf({
        rate: PipelineArgument.literal(0.01),
        on: PipelineArgument.literal(true),
        when: PipelineArgument.literal('${{creation_context.trigger_time}}'),
        raw: PipelineArgument.folder(datastore, 'in/'),
        one: PipelineArgument.file(datastore, 'in/x.csv'),
        other: PipelineArgument.uriFolder('https://stbefore.blob.core.windows.net/raw/in'),
        table: PipelineArgument.uriFile('azureml:table:1'),
      }).inputs,
    });
    const raw = 'azureml://datastores/raw/paths';
    expect(body).toEqual({
      properties: {
        displayName: 'nightly',
        description: 'every night',
        isEnabled: false,
        trigger: {
          triggerType: 'Recurrence',
          frequency: 'Day',
          interval: 1,
          timeZone: 'UTC',
          schedule: { hours: [4], minutes: [30] },
        },
        action: {
          actionType: 'CreateJob',
          jobDefinition: {
            jobType: 'Pipeline',
            componentId: COMPONENT_ID,
            displayName: 'nightly',
            experimentName: 'churn',
            inputs: {
              rate: { jobInputType: 'literal', value: '0.01' },
              on: { jobInputType: 'literal', value: 'True' },
              when: { jobInputType: 'literal', value: '${{creation_context.trigger_time}}' },
              raw: { jobInputType: 'uri_folder', mode: 'ReadOnlyMount', uri: `${raw}/in/` },
              one: { jobInputType: 'uri_file', mode: 'ReadOnlyMount', uri: `${raw}/in/x.csv` },
              other: {
                jobInputType: 'uri_folder',
                mode: 'ReadOnlyMount',
                uri: 'https://stbefore.blob.core.windows.net/raw/in',
              },
              table: { jobInputType: 'uri_file', mode: 'ReadOnlyMount', uri: 'azureml:table:1' },
            },
            jobs: {},
            settings: {
              default_compute: `${WORKSPACE_ID}/computes/cpu`,
              default_datastore: `${WORKSPACE_ID}/datastores/raw`,
              continue_on_step_failure: false,
              force_rerun: true,
              _source: 'REMOTE.WORKSPACE.COMPONENT',
            },
          },
        },
      },
    });
  });
});
