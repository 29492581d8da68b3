import type { Construct } from 'constructs';
import { BlobDatastore } from '../../../lib/machine-learning/datastore/blob-datastore';
import {
  BlobReference,
  PipelineArgument,
} from '../../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { PipelineEndpoint } from '../../../lib/machine-learning/pipeline/pipeline-endpoint';
import { PublishedPipeline } from '../../../lib/machine-learning/pipeline/published-pipeline';
import { Cron } from '../../../lib/machine-learning/schedule/cron';
import { Recurrence } from '../../../lib/machine-learning/schedule/recurrence';
import {
  RecurrenceFrequency,
  WeekDay,
} from '../../../lib/machine-learning/schedule/recurrence-options';
import { Schedule } from '../../../lib/machine-learning/schedule/schedule';
import type { IScheduleTrigger } from '../../../lib/machine-learning/schedule/schedule-trigger';
import { fuzzArguments, fuzzProps } from '../../support/fuzz';
import { existingWorkspace, WORKSPACE_ID } from '../../support/stack';

const SPAN = {
  timeZone: 'Europe/Berlin',
  startTime: '2026-01-05T00:00:00',
  endTime: '2027-01-05T00:00:00',
};

const endpointIn = (scope: Construct) =>
  PublishedPipeline.fromBatchEndpointAttributes(scope, 'Endpoint', {
    workspace: existingWorkspace(scope),
    endpointName: 'churn-train',
    componentId: `${WORKSPACE_ID}/components/train/versions/1`,
  });

const datastoreIn = (scope: Construct) =>
  BlobDatastore.fromDatastoreName(scope, 'Datastore', existingWorkspace(scope, 'Data'), 'raw');

const scheduled = (
  scope: Construct,
  world: Construct,
  trigger: IScheduleTrigger,
  argument?: PipelineArgument,
) =>
  new Schedule(scope, 'It', {
    pipeline: endpointIn(world),
    trigger,
    ...(argument === undefined ? {} : { arguments: { x: argument } }),
  });

fuzzProps(
  'a schedule',
  (scope) => ({
    pipeline: endpointIn(scope),
    trigger: Cron.of('30 4 * * *'),
    name: 'nightly',
    arguments: { rate: PipelineArgument.literal(0.01) },
    experimentName: 'churn',
    enabled: true,
    description: 'every night',
  }),
  (scope, props) => new Schedule(scope, 'It', props),
);

fuzzArguments(
  'the endpoint that a schedule names itself after',
  (scope) => ({
    workspace: existingWorkspace(scope),
    endpointName: 'churn-train',
    componentId: `${WORKSPACE_ID}/components/train/versions/1`,
  }),
  (scope, attributes, world) =>
    new Schedule(scope, 'It', {
      pipeline: PublishedPipeline.fromBatchEndpointAttributes(world, 'Endpoint', attributes),
      trigger: Cron.of('30 4 * * *'),
    }),
);

fuzzArguments(
  'an existing schedule',
  () => ({ scheduleId: `${WORKSPACE_ID}/schedules/nightly` }),
  (scope, { scheduleId }) => Schedule.fromScheduleId(scope, 'It', scheduleId),
);

fuzzProps(
  'a recurrence',
  () => ({
    frequency: RecurrenceFrequency.WEEK,
    interval: 2,
    hours: [4],
    minutes: [30],
    weekDays: [WeekDay.MONDAY],
    ...SPAN,
  }),
  (scope, props, world) => scheduled(scope, world, Recurrence.of(props)),
);

fuzzProps(
  'a monthly recurrence in the words of the service',
  () => ({
    frequency: RecurrenceFrequency.MONTH,
    interval: 2,
    hours: [4],
    minutes: [30],
    monthDays: [1],
  }),
  (scope, props, world) => scheduled(scope, world, Recurrence.of(props)),
);

fuzzProps(
  'a daily recurrence',
  () => ({ at: '04:30', ...SPAN }),
  (scope, options, world) => scheduled(scope, world, Recurrence.daily(options)),
);

fuzzProps(
  'a weekly recurrence',
  () => ({ at: '04:30', on: [WeekDay.MONDAY], ...SPAN }),
  (scope, options, world) => scheduled(scope, world, Recurrence.weekly(options)),
);

fuzzProps(
  'a monthly recurrence',
  () => ({ at: '04:30', days: [1], ...SPAN }),
  (scope, options, world) => scheduled(scope, world, Recurrence.monthly(options)),
);

fuzzArguments(
  'a recurrence of minutes and hours',
  () => ({ interval: 5, options: SPAN }),
  (scope, { interval, options }, world) => {
    scheduled(scope, world, Recurrence.everyMinutes(interval, options));
    return Recurrence.everyHours(interval, options);
  },
);

fuzzProps(
  'the options of a recurrence',
  () => SPAN,
  (scope, options, world) => scheduled(scope, world, Recurrence.everyMinutes(5, options)),
);

fuzzArguments(
  'a cron expression',
  () => ({ expression: '30 4 * * 1', options: SPAN }),
  (scope, { expression, options }, world) => scheduled(scope, world, Cron.of(expression, options)),
);

fuzzProps(
  'the options of a cron expression',
  () => SPAN,
  (scope, options, world) => scheduled(scope, world, Cron.of('30 4 * * 1', options)),
);

fuzzArguments(
  'a literal argument',
  () => ({ value: 'x' }),
  (scope, { value }, world) =>
    scheduled(scope, world, Cron.of('0 4 * * *'), PipelineArgument.literal(value)),
);

fuzzArguments(
  'the location of a file',
  () => ({ uri: 'https://stbefore.blob.core.windows.net/raw/x.csv' }),
  (scope, { uri }, world) => {
    scheduled(scope, world, Cron.of('0 4 * * *'), PipelineArgument.uriFile(uri));
    return PipelineArgument.uriFolder(uri);
  },
);

fuzzArguments(
  'a path on a datastore',
  (scope) => ({ datastore: datastoreIn(scope), path: 'in' }),
  (scope, { datastore, path }, world) => {
    scheduled(scope, world, Cron.of('0 4 * * *'), PipelineArgument.folder(datastore, path));
    return PipelineArgument.file(datastore, path);
  },
);

fuzzArguments(
  'the blob that started a run of a v1 pipeline',
  (scope) => ({ datastore: datastoreIn(scope) }),
  (_scope, { datastore }, world) =>
    PipelineEndpoint.fromV1EndpointId(world, 'Endpoint', {
      workspace: existingWorkspace(world),
      pipelineEndpointId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
    }).renderInvocation(
      { experimentName: 'x', arguments: { x: BlobReference.triggeringBlob(datastore) } },
      {
        hostName: 'a test',
        triggeringBlob: { uri: 'https://x/y/z', relativePath: 'z' },
        escapeLiteral: (text) => text,
      },
    ),
);
