import { Token } from 'cdktf';
import { Duration } from '../../lib/core/duration';
import {
  BlobEvent,
  BlobEventTrigger,
  DataFactory,
  DataFactoryParameter,
  DataFactoryPipeline,
  DependencyCondition,
  FailActivity,
  RunPipelineActivity,
  ScheduleTrigger,
  WaitActivity,
  WebActivity,
  WebMethod,
} from '../../lib/data-factory';
import {
  BlobReference,
  PipelineArgument,
} from '../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { Recurrence } from '../../lib/machine-learning/schedule/recurrence';
import { WeekDay } from '../../lib/machine-learning/schedule/recurrence-options';
import { Template } from '../../lib/testing';
import { describeTerraform, errorsOf, expectOk, TerraformWorkdir } from '../support/terraform';
import { setUp } from './setup';

/** Every construct and activity of the module, with both kinds of pipelines. */
function everything(): Template {
  const { stack, factory, v1, v1Endpoint, v2, container, datastore, resourceGroup, identity } =
    setUp({ tags: { use: '${churn}' } });
  const pipeline = new DataFactoryPipeline(stack, 'Orchestrate', {
    factory,
    description: 'costs ${money}',
    concurrency: 1,
    folder: 'train',
    annotations: ['ml'],
    parameters: { rate: DataFactoryParameter.float(0.1) },
  });
  const train = pipeline.addActivity(
    new RunPipelineActivity('Train', {
      pipeline: v2,
      experimentName: 'churn',
      arguments: {
        rate: pipeline.parameter('rate'),
        data: BlobReference.triggeringBlob(),
        note: PipelineArgument.literal('${{inputs.x}} %{if} "@{y}"'),
      },
    }),
  );
  const legacy = pipeline.addActivity(
    new RunPipelineActivity('Legacy', {
      pipeline: v1,
      experimentName: 'churn',
      timeout: Duration.hours(1),
      arguments: { data: BlobReference.triggeringBlob(datastore) },
    }),
  );
  legacy.dependsOn(train);
  const tell = new WebActivity('Tell', {
    url: "@concat('https://example.com/',pipeline().RunId)",
    method: WebMethod.POST,
    headers: { 'X-Use': 'churn' },
    body: { factory: Token.asString(factory.factoryId), text: '@{pipeline().RunId}' },
    audience: 'https://management.azure.com/',
  });
  tell.dependsOn(train, DependencyCondition.FAILED);
  pipeline.addActivity(tell);
  pipeline.addActivity(new WaitActivity('Settle', { duration: Duration.minutes(5) }));
  pipeline.addActivity(
    new FailActivity('Give up', {
      message: '@pipeline().RunId',
      dependsOn: [{ activity: 'Tell' }],
    }),
  );
  new BlobEventTrigger(stack, 'OnData', {
    pipeline,
    container,
    path: 'incoming',
    endsWith: '.csv',
    events: [BlobEvent.CREATED, BlobEvent.DELETED],
    description: 'new data',
    annotations: ['ml'],
  });

  const plain = new DataFactoryPipeline(stack, 'Plain', {
    factory,
    activities: [
      new RunPipelineActivity('Run', { pipeline: v1Endpoint, experimentName: 'churn' }),
      new RunPipelineActivity('Start', { pipeline: v2, waitForCompletion: false }),
    ],
  });
  for (const [id, recurrence] of Object.entries({
    Often: Recurrence.everyMinutes(15),
    Daily: Recurrence.daily({ at: '04:30', timeZone: 'Europe/Berlin' }),
    Weekly: Recurrence.weekly({ at: '06:00', on: [WeekDay.MONDAY, WeekDay.FRIDAY] }),
    Monthly: Recurrence.monthly({
      at: '23:59',
      days: [1, 15],
      startTime: '2025-01-01T00:00:00',
      endTime: '2030-01-01T00:00:00',
    }),
  })) {
    new ScheduleTrigger(stack, id, { pipeline: plain, recurrence, enabled: id !== 'Often' });
  }

  const other = new DataFactory(stack, 'Other', { name: 'adf-other', resourceGroup, identity });
  new DataFactoryPipeline(stack, 'OfOther', {
    factory: other,
    activities: [new RunPipelineActivity('Run', { pipeline: v2 })],
  });
  return Template.fromStack(stack);
}

describeTerraform('a data factory with everything in it', () => {
  let workdir: TerraformWorkdir;

  beforeAll(async () => {
    workdir = await TerraformWorkdir.create();
    await workdir.write(everything().toJson());
    expectOk(await workdir.init());
  });

  afterAll(async () => {
    await workdir.dispose();
  });

  test('is valid', async () => {
    expect((await workdir.validate()).diagnostics).toEqual([]);
  });

  test('is applied', async () => {
    expect(errorsOf(await workdir.apply())).toEqual([]);
  });

  test('has nothing to do in a second plan', async () => {
    expect(await workdir.planIsEmpty()).toBe(true);
  });

  test('is destroyed', async () => {
    expect(errorsOf(await workdir.destroy())).toEqual([]);
  });
});
