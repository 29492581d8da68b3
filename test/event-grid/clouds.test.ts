import { Testing } from 'cdktf';
import { AzureCloud } from '../../lib/core/cloud';
import { BlobCreatedTrigger } from '../../lib/event-grid';
import { BlobTriggeredPipeline } from '../../lib/logic-apps';
import { BlobReference } from '../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { Recurrence } from '../../lib/machine-learning/schedule/recurrence';
import { Schedule } from '../../lib/machine-learning/schedule/schedule';
import { setUp } from '../logic-apps/setup';

/** Everything that starts pipelines of both generations from Logic Apps, in a cloud. */
function triggersIn(cloud: AzureCloud): string {
  const { stack, v1, v2, container, datastore } = setUp({}, { cloud });
  const experimentName = 'x';
  new Schedule(stack, 'Clock1', {
    pipeline: v1,
    trigger: Recurrence.everyHours(1),
    experimentName,
  });
  new Schedule(stack, 'Clock2', { pipeline: v2, trigger: Recurrence.everyHours(1) });
  const blob = { input: BlobReference.triggeringBlob(datastore) };
  new BlobTriggeredPipeline(stack, 'Poll1', {
    pipeline: v1,
    container,
    experimentName,
    assign: blob,
  });
  new BlobTriggeredPipeline(stack, 'Poll2', { pipeline: v2, container, assign: blob });
  new BlobCreatedTrigger(stack, 'Push1', { pipeline: v1, container, experimentName, assign: blob });
  new BlobCreatedTrigger(stack, 'Push2', { pipeline: v2, container, assign: blob });
  return Testing.synth(stack);
}

const PUBLIC_HOST =
  /(?<!schema\.)management\.azure\.com|core\.windows\.net|azureml\.ms|\bml\.azure\.com/;

describe('triggers', () => {
  test('name the hosts and audiences of the public cloud there', () => {
    expect(triggersIn(AzureCloud.PUBLIC)).toMatch(PUBLIC_HOST);
  });

  test.each([
    [
      AzureCloud.US_GOVERNMENT,
      'westeurope.api.ml.azure.us',
      'https://management.usgovcloudapi.net/',
    ],
    [AzureCloud.CHINA, 'westeurope.api.ml.azure.cn', 'https://management.chinacloudapi.cn/'],
  ])('name those of $name, and none of the public cloud', (cloud, host, v1Audience) => {
    const json = triggersIn(cloud);
    expect(json).not.toMatch(PUBLIC_HOST);
    for (const text of [
      `https://${host}/pipelines/v1.0`,
      `"audience": "${v1Audience}"`,
      `"audience": "${cloud.machineLearningAudience}"`,
      `.blob.${cloud.storageSuffix}/marks-`,
      `.${cloud.inferenceHostSuffix('westeurope')}/jobs`,
    ]) {
      expect(json).toContain(text);
    }
  });
});
