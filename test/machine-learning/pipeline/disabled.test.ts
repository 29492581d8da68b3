import { factsOf } from '../../../lib/core/facts';
import {
  BlobEventTrigger,
  BlobReference,
  BlobTrigger,
  BlobTriggeredPipeline,
  Cron,
  DataFactory,
  DataFactoryPipeline,
  Duration,
  ManagedApi,
  ManagedIdentityConnection,
  PipelineInput,
  PublishedPipeline,
  ResourceGroup,
  RunPipelineAction,
  RunPipelineActivity,
  Schedule,
  StorageAccount,
  StorageContainer,
  WaitActivity,
  Workflow,
} from '../../../lib';
import { Match, Template } from '../../../lib/testing';
import { existingPlatform, GROUP_ID } from '../../support/stack';
import { onlyEmitted, pipelineOf } from '../setup';

/** A stack with a disabled publication, another one that runs, and what triggers need. */
function setUp() {
  const platform = existingPlatform();
  const { stack } = platform;
  const publish = (id: string, enabled: boolean) => {
    const inputs = { raw: PipelineInput.file({ optional: true }) };
    return new PublishedPipeline(stack, `${id}Published`, {
      pipeline: pipelineOf(platform, { inputs }, id),
      enabled,
    });
  };
  const [off, on] = [publish('Off', false), publish('On', true)];
  const resourceGroup = ResourceGroup.fromResourceGroupAttributes(stack, 'Group', {
    resourceGroupId: GROUP_ID,
  });
  const storageAccount = StorageAccount.fromStorageAccountAttributes(stack, 'Account', {
    storageAccountId: `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stchurn`,
  });
  const container = StorageContainer.fromContainerName(stack, 'Raw', storageAccount, 'raw');
  return { ...platform, off, on, resourceGroup, container };
}

type World = ReturnType<typeof setUp>;

/** A workflow that a blob starts, without actions yet. */
function workflowIn({ stack, resourceGroup, container }: World): Workflow {
  const connection = new ManagedIdentityConnection(stack, 'Connection', {
    managedApi: ManagedApi.AZURE_BLOB,
    resourceGroup,
  });
  const pollEvery = Duration.minutes(5);
  const trigger = new BlobTrigger('Blob', { connection, container, pollEvery });
  return new Workflow(stack, 'Workflow', { resourceGroup, triggers: [trigger] });
}

/** A data factory pipeline with a trigger, without activities yet. */
function factoryPipelineIn({ stack, resourceGroup, container }: World): DataFactoryPipeline {
  const factory = new DataFactory(stack, 'Factory', { name: 'adf-churn', resourceGroup });
  const pipeline = new DataFactoryPipeline(stack, 'Orchestrate', { factory });
  new BlobEventTrigger(stack, 'OnBlob', { pipeline, container });
  return pipeline;
}

const bodyOf = (stack: World['stack'], type: string) =>
  Template.fromStack(stack).resource('azapi_resource', { type })['body'];

describe('while a pipeline is disabled', () => {
  test('its schedules are paused, others are not', () => {
    const { stack, off, on } = setUp();
    const trigger = Cron.of('30 4 * * *');
    new Schedule(stack, 'Nightly', { pipeline: off, trigger });
    expect(onlyEmitted(stack, 'schedules').body.properties['isEnabled']).toBe(false);
    new Schedule(stack, 'Other', { pipeline: on, trigger });
    expect(factsOf(stack, 'trigger').map(({ fact }) => fact.paused)).toEqual([true, false]);
  });

  test('a Logic App that does nothing but run it is paused', () => {
    const { stack, off, container } = setUp();
    new BlobTriggeredPipeline(stack, 'OnNewData', {
      pipeline: off,
      container,
      assign: { raw: BlobReference.triggeringBlob() },
    });
    expect(bodyOf(stack, 'Microsoft.Logic/workflows@2019-05-01')).toMatchObject({
      properties: { state: 'Disabled' },
    });
    expect(factsOf(stack, 'trigger')).toMatchObject([{ fact: { paused: true } }]);
  });

  test('a workflow that runs another one too skips it, and what follows goes on', () => {
    const world = setUp();
    const workflow = workflowIn(world);
    workflow.addAction(new RunPipelineAction('Run_off', { pipeline: world.off }));
    workflow.addAction(new RunPipelineAction('Run_on', { pipeline: world.on }));
    expect(bodyOf(world.stack, 'Microsoft.Logic/workflows@2019-05-01')).toMatchObject({
      properties: {
        state: 'Enabled',
        definition: {
          actions: {
            Run_off: { type: 'Compose', inputs: 'disabled', runAfter: {} },
            Run_on: { type: 'Http', runAfter: { Run_off: ['Succeeded'] } },
          },
        },
      },
    });
  });

  test('a Data Factory trigger that does nothing but run it is paused, whichever came first', () => {
    const world = setUp();
    const pipeline = factoryPipelineIn(world);
    pipeline.addActivity(new RunPipelineActivity('Train', { pipeline: world.off }));
    Template.fromStack(world.stack).hasResource('azurerm_data_factory_trigger_blob_event', {
      activated: false,
    });
    expect(factsOf(world.stack, 'trigger')).toMatchObject([{ fact: { paused: true } }]);
  });

  test.each<[string, (world: World) => RunPipelineActivity | WaitActivity]>([
    ['another pipeline', ({ on }) => new RunPipelineActivity('Other', { pipeline: on })],
    ['something else', () => new WaitActivity('Other', { duration: Duration.minutes(1) })],
  ])('a Data Factory pipeline that does %s too skips it', (_, other) => {
    const world = setUp();
    const pipeline = factoryPipelineIn(world);
    pipeline.addActivity(new RunPipelineActivity('Train', { pipeline: world.off }));
    pipeline.addActivity(other(world));
    Template.fromStack(world.stack).hasResource('azurerm_data_factory_trigger_blob_event', {
      activated: true,
    });
    const skipped = { state: 'Inactive', onInactiveMarkAs: 'Succeeded' };
    const body = bodyOf(world.stack, 'Microsoft.DataFactory/factories/pipelines@2018-06-01');
    const { activities } = (body as { properties: { activities: readonly object[] } }).properties;
    expect(activities.slice(0, 4)).toMatchObject([skipped, skipped, skipped, skipped]);
    expect(activities.slice(4)).not.toContainEqual(expect.objectContaining(skipped));
  });

  test('a Data Factory trigger of a pipeline without activities is left as it is', () => {
    const world = setUp();
    factoryPipelineIn(world);
    Template.fromStack(world.stack).hasResource('azurerm_data_factory_trigger_blob_event', {
      activated: Match.exact(true),
    });
  });
});
