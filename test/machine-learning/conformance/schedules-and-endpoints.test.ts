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
  const { frequency } = trigger;
  if (typeof frequency !== 'string') return trigger;
  const schedule = objectAt(trigger, 'schedule');
  const { weekDays } = schedule;
  return {
    ...trigger,
    frequency: capital(frequency),
    schedule: {
      ...schedule,
      ...(Array.isArray(weekDays) ? { weekDays: weekDays.map((day) => capital(String(day))) } : {}),
    },
  };
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

function declared(trigger: SampleObject): SampleObject {
  const all = respelt(trigger);
  const { timeZone, startTime, endTime, expression, frequency, interval } = all;
  const span = { timeZone, startTime, endTime } as Readonly<Record<string, string>>;
  if (typeof expression === 'string') return Cron.of(expression, span)._renderTrigger();
  const { hours, minutes, weekDays, monthDays } = objectAt(all, 'schedule');
  return Recurrence.of({
    ...span,
    frequency,
    interval,
    hours: timesOf(hours),
    minutes: timesOf(minutes),
    weekDays,
    monthDays,
  } as never)._renderTrigger();
}

/** The SDK sends empty lists where nothing is said. */
function timesOf(list: unknown): unknown {
  return Array.isArray(list) && list.length === 0 ? undefined : list;
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
