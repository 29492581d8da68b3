import { DataFactory, DataFactoryPipeline, RunPipelineActivity } from '../../lib/data-factory';
import { BlobCreatedTrigger } from '../../lib/event-grid';
import { BlobTriggeredPipeline } from '../../lib/logic-apps';
import { Datastore } from '../../lib/machine-learning/datastore/datastore';
import { PublishedPipeline } from '../../lib/machine-learning/pipeline/published-pipeline';
import { DatastoreChangeSchedule } from '../../lib/machine-learning/schedule/datastore-change-schedule';
import { Recurrence } from '../../lib/machine-learning/schedule/recurrence';
import { Schedule } from '../../lib/machine-learning/schedule/schedule';
import { setUp, WORKSPACE_ID } from '../logic-apps/setup';
import { roleAssignments } from '../support/role-assignments';

type Platform = ReturnType<typeof setUp>;

const trigger = Recurrence.everyHours(1);
const experimentName = 'x';

const INVOKE_V1 = 'Azure ML v1 pipeline invoker on workspaces/mlw-churn';
const INVOKE_V2 = 'Azure ML v2 pipeline invoker on workspaces/mlw-churn';
const READ = 'Storage Blob Data Reader on containers/raw';
const EVENTS = [
  'Storage Blob Data Contributor on dead',
  'Storage Blob Data Contributor on marks',
  'Storage Queue Data Message Processor on events',
  'Storage Queue Data Message Sender on events',
];

function watched({ stack, workspace, container }: Platform) {
  return Datastore.fromDatastoreAttributes(stack, 'Watched', { workspace, name: 'raw', container });
}

function component({ stack, workspace }: Platform) {
  return PublishedPipeline.fromBatchEndpointAttributes(stack, 'Component', {
    workspace,
    endpointName: 'churn',
    componentId: `${WORKSPACE_ID}/components/train/versions/1`,
  });
}

function orchestrated({ stack, resourceGroup }: Platform): DataFactoryPipeline {
  const factory = new DataFactory(stack, 'Factory', { name: 'adf-churn', resourceGroup });
  return new DataFactoryPipeline(stack, 'Orchestrate', { factory });
}

describe('what each trigger is allowed to do', () => {
  test.each<[string, (platform: Platform) => unknown, readonly string[]]>([
    [
      'a schedule of Azure ML',
      (p) => new Schedule(p.stack, 'T', { pipeline: component(p), trigger }),
      [],
    ],
    [
      'a schedule of a v2 endpoint',
      (p) => new Schedule(p.stack, 'T', { pipeline: p.v2, trigger }),
      [INVOKE_V2],
    ],
    [
      'a schedule of a v1 pipeline',
      (p) => new Schedule(p.stack, 'T', { pipeline: p.v1, trigger, experimentName }),
      [INVOKE_V1],
    ],
    [
      'a schedule on changes, v1',
      (p) =>
        new DatastoreChangeSchedule(p.stack, 'T', {
          pipeline: p.v1,
          datastore: watched(p),
          experimentName,
        }),
      [INVOKE_V1, READ],
    ],
    [
      'a schedule on changes, v2',
      (p) => new DatastoreChangeSchedule(p.stack, 'T', { pipeline: p.v2, datastore: watched(p) }),
      [INVOKE_V2, READ],
    ],
    [
      'a polled folder, v1',
      ({ stack, v1, container }) =>
        new BlobTriggeredPipeline(stack, 'T', { pipeline: v1, container, experimentName }),
      [INVOKE_V1, READ],
    ],
    [
      'a polled folder, v2',
      ({ stack, v2, container }) =>
        new BlobTriggeredPipeline(stack, 'T', { pipeline: v2, container }),
      [INVOKE_V2, READ],
    ],
    [
      'events of a container, v1',
      ({ stack, v1, container }) =>
        new BlobCreatedTrigger(stack, 'T', { pipeline: v1, container, experimentName }),
      [INVOKE_V1, ...EVENTS],
    ],
    [
      'events of a container, v2',
      ({ stack, v2, container }) => new BlobCreatedTrigger(stack, 'T', { pipeline: v2, container }),
      [INVOKE_V2, READ, ...EVENTS],
    ],
    [
      'an activity of Data Factory, v1',
      (p) => {
        const activity = new RunPipelineActivity('Run', { pipeline: p.v1, experimentName });
        orchestrated(p).addActivity(activity);
      },
      [INVOKE_V1],
    ],
    [
      'an activity of Data Factory, v2',
      (p) => {
        orchestrated(p).addActivity(new RunPipelineActivity('Run', { pipeline: p.v2 }));
      },
      [INVOKE_V2, 'Azure ML job canceller mlw-churn on workspaces/mlw-churn'],
    ],
    [
      'an activity of Data Factory, v2, that lets a job go on when its time is up',
      (p) => {
        const props = { pipeline: p.v2, cancelOnTimeout: false };
        orchestrated(p).addActivity(new RunPipelineActivity('Run', props));
      },
      [INVOKE_V2],
    ],
  ])('%s', (_, declare, expected) => {
    const platform = setUp();
    declare(platform);
    expect(roleAssignments(platform.stack)).toEqual([...expected].sort());
  });
});
