import { ComputeCluster } from '../../../lib/machine-learning/compute/compute-cluster';
import {
  renderBatchEndpointBody,
  renderDeploymentBody,
} from '../../../lib/machine-learning/pipeline/private/batch-endpoint-body';
import { Cron } from '../../../lib/machine-learning/schedule/cron';
import { Recurrence } from '../../../lib/machine-learning/schedule/recurrence';
import { existingPlatform } from '../../support/stack';
import { describeSamples, objectAt, samplesOf, type Sample, type SampleObject } from './samples';

const triggerOf = ({ body }: Sample) => objectAt(body.properties, 'trigger');

/** The service spells what the SDK writes in lower case with capitals, and answers so. */
function respelt(trigger: SampleObject): SampleObject {
  const frequency = trigger['frequency'];
  return typeof frequency === 'string'
    ? { ...trigger, frequency: `${frequency.charAt(0).toUpperCase()}${frequency.slice(1)}` }
    : trigger;
}

function declared(trigger: SampleObject): SampleObject {
  const { timeZone, startTime, expression, frequency, interval } = respelt(trigger);
  const span = { timeZone, startTime } as { readonly timeZone: string; readonly startTime: string };
  if (typeof expression === 'string') return Cron.of(expression, span)._renderTrigger();
  const { hours, minutes } = objectAt(trigger, 'schedule');
  return Recurrence.of({ ...span, frequency, interval, hours, minutes } as never)._renderTrigger();
}

describeSamples('schedules of public YAML', () => {
  const samples = samplesOf('schedule').map((sample) => [sample.source, sample] as const);

  test('are some', () => {
    expect(samples.length).toBeGreaterThan(2);
  });

  test.each(samples)('%s has the trigger that the SDK makes of it', (_, sample) => {
    expect(declared(triggerOf(sample))).toEqual(respelt(triggerOf(sample)));
  });
});

describeSamples('batch endpoints of public YAML', () => {
  const endpoints = samplesOf('batch_endpoint').map(
    ({ source, body }) => [source, body.properties] as const,
  );

  test.each(endpoints)(
    '%s is what the SDK makes of it, spelt as the service spells it',
    (_, sent) => {
      const { authMode, ...rest } = objectAt(
        renderBatchEndpointBody(String(sent['description'])),
        'properties',
      );
      const { properties, authMode: theirs, ...others } = sent;
      expect(rest).toEqual(others);
      expect(String(authMode).toLowerCase()).toBe(String(theirs).toLowerCase());
      expect(properties).toEqual({});
    },
  );
});

describeSamples('pipeline deployments of public YAML', () => {
  const deployments = samplesOf('batch_deployment')
    .map(
      ({ source, body }) => [source, objectAt(body.properties, 'deploymentConfiguration')] as const,
    )
    .filter(
      ([, configuration]) => configuration['deploymentConfigurationType'] === 'PipelineComponent',
    );

  test('are there', () => {
    expect(deployments).not.toEqual([]);
  });

  test.each(deployments)('%s is what the SDK makes of it, with settings written out', (_, sent) => {
    const { stack, workspace } = existingPlatform();
    const compute = String(objectAt(sent, 'settings')['default_compute']);
    const body = renderDeploymentBody({
      componentId: String(objectAt(sent, 'componentId')['assetId']),
      continueOnStepFailure: false,
      forceRerun: false,
      defaultCompute: ComputeCluster.fromComputeName(stack, 'Theirs', workspace, compute),
    });
    expect(objectAt(objectAt(body, 'properties'), 'deploymentConfiguration')).toEqual({
      ...sent,
      settings: {
        ...objectAt(sent, 'settings'),
        continue_on_step_failure: 'false',
        force_rerun: 'false',
      },
    });
  });
});
