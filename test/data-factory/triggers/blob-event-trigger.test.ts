import { TerraformVariable } from 'cdktf';
import { AzureCloud } from '../../../lib/core/cloud';
import { factsOf } from '../../../lib/core/facts';
import {
  BlobEvent,
  BlobEventTrigger,
  type BlobEventTriggerProps,
  DataFactoryParameter,
  DataFactoryPipeline,
  FailActivity,
  RunPipelineActivity,
} from '../../../lib/data-factory';
import { renderBlobEventWatch } from '../../../lib/data-factory/triggers/private/blob-event-trigger-body';
import { BlobReference } from '../../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import type { StorageAccountAttributes } from '../../../lib/storage/storage-account';
import { StorageNetworkAccess } from '../../../lib/storage/storage-options';
import { Match, Template } from '../../../lib/testing';
import { codesOf, setUp, setUpPipeline, synthesisErrors } from '../setup';

const TYPE = 'azurerm_data_factory_trigger_blob_event';

function withTrigger(props: Partial<BlobEventTriggerProps> = {}) {
  const set = setUpPipeline();
  const { stack, pipeline, container } = set;
  const trigger = new BlobEventTrigger(stack, 'OnData', { pipeline, container, ...props });
  return { ...set, trigger };
}

describe('what a blob event trigger watches', () => {
  const { container } = setUp();

  test('is the whole container', () => {
    expect(
      renderBlobEventWatch({ container, events: [BlobEvent.CREATED], ignoreEmptyBlobs: true }),
    ).toEqual({
      blobPathBeginsWith: '/raw/blobs/',
      events: ['Microsoft.Storage.BlobCreated'],
      ignoreEmptyBlobs: true,
    });
  });

  test('is a folder, and names of one end', () => {
    expect(
      renderBlobEventWatch({
        container,
        path: 'in/daily',
        endsWith: '.csv',
        events: [BlobEvent.CREATED, BlobEvent.DELETED],
        ignoreEmptyBlobs: false,
      }),
    ).toEqual({
      blobPathBeginsWith: '/raw/blobs/in/daily/',
      blobPathEndsWith: '.csv',
      events: ['Microsoft.Storage.BlobCreated', 'Microsoft.Storage.BlobDeleted'],
      ignoreEmptyBlobs: false,
    });
  });
});

describe('a blob event trigger', () => {
  test('fires on new blobs that are not empty unless told otherwise', () => {
    const { stack, factory, pipeline, storageAccount } = withTrigger();
    Template.fromStack(stack).hasResource(
      TYPE,
      Match.exact({
        name: 'OnData',
        data_factory_id: factory.factoryId,
        storage_account_id: storageAccount.storageAccountId,
        blob_path_begins_with: '/raw/blobs/',
        events: ['Microsoft.Storage.BlobCreated'],
        ignore_empty_blobs: true,
        activated: true,
        pipeline: [{ name: pipeline.pipelineName, parameters: {} }],
      }),
    );
  });

  test('takes everything that can be said, with text as it is', () => {
    const { stack, factory, container } = setUp();
    const pipeline = new DataFactoryPipeline(stack, 'P', {
      factory,
      parameters: { note: DataFactoryParameter.string() },
    });
    new BlobEventTrigger(stack, 'OnData', {
      pipeline,
      container,
      name: 'on data',
      path: 'in/${x}',
      endsWith: '.csv',
      events: [BlobEvent.DELETED],
      ignoreEmptyBlobs: false,
      enabled: false,
      description: 'waits for ${money}',
      annotations: ['%{ml}'],
      parameters: { note: '${now}' },
    });
    Template.fromStack(stack).hasResource(TYPE, {
      name: 'on data',
      blob_path_begins_with: '/raw/blobs/in/$${x}/',
      blob_path_ends_with: '.csv',
      events: ['Microsoft.Storage.BlobDeleted'],
      ignore_empty_blobs: false,
      activated: false,
      description: 'waits for $${money}',
      annotations: ['%%{ml}'],
      pipeline: [{ parameters: { note: '$${now}' } }],
    });
  });

  test('fills the parameters of the triggering blob, also when they come later', () => {
    const { stack, pipeline, v2 } = withTrigger();
    pipeline.addActivity(
      new RunPipelineActivity('Train', {
        pipeline: v2,
        arguments: { data: BlobReference.triggeringBlob() },
      }),
    );
    Template.fromStack(stack).hasResource(TYPE, {
      pipeline: [
        {
          parameters: Match.exact({
            triggeringBlobEndpoint: 'https://stchurn.blob.core.windows.net',
            triggeringBlobFolder: '@triggerBody().folderPath',
            triggeringBlobName: '@triggerBody().fileName',
          }),
        },
      ],
    });
  });

  test('leaves a parameter of the blob that is given as it is given', () => {
    const { stack, factory, container } = setUp();
    const pipeline = new DataFactoryPipeline(stack, 'P', { factory });
    pipeline.addActivity(
      new FailActivity('a', { message: '@pipeline().parameters.triggeringBlobName' }),
    );
    const parameters = { triggeringBlobName: '@toLower(triggerBody().fileName)' };
    new BlobEventTrigger(stack, 'OnData', { pipeline, container, parameters });
    Template.fromStack(stack).hasResource(TYPE, {
      pipeline: [{ parameters: Match.exact(parameters) }],
    });
  });

  test('starts an existing pipeline with the parameters given', () => {
    const { stack, factory, container } = setUp();
    const pipeline = DataFactoryPipeline.fromPipelineName(stack, 'P', factory, 'old');
    const parameters = { file: '@triggerBody().fileName' };
    new BlobEventTrigger(stack, 'OnData', { pipeline, container, parameters });
    Template.fromStack(stack).hasResource(TYPE, { pipeline: [{ name: 'old', parameters }] });
  });

  test('is activated after the rights are granted, in whatever order they come', () => {
    const { stack, pipeline, container, v1, v2 } = setUpPipeline();
    pipeline.addActivity(new RunPipelineActivity('A', { pipeline: v2 }));
    new BlobEventTrigger(stack, 'OnData', { pipeline, container });
    pipeline.addActivity(new RunPipelineActivity('B', { pipeline: v1, experimentName: 'x' }));
    const template = Template.fromStack(stack);
    const assignments = Object.keys(template.resources('azurerm_role_assignment'));
    expect(assignments).toHaveLength(3);
    expect(template.resource(TYPE)['depends_on']).toEqual(
      expect.arrayContaining(assignments.map((name) => `azurerm_role_assignment.${name}`)),
    );
  });

  test('is told of for each pipeline that it starts', () => {
    const { stack, pipeline, container, v1, v2 } = setUpPipeline();
    pipeline.addActivity(new RunPipelineActivity('A', { pipeline: v2 }));
    pipeline.addActivity(new RunPipelineActivity('A2', { pipeline: v2 }));
    const trigger = new BlobEventTrigger(stack, 'OnData', {
      pipeline,
      container,
      path: 'in',
      endsWith: '.csv',
      events: [BlobEvent.CREATED, BlobEvent.DELETED],
    });
    pipeline.addActivity(new RunPipelineActivity('B', { pipeline: v1, experimentName: 'x' }));
    const when = 'a blob whose name ends in .csv is created or deleted in raw/in';
    const told = { when, through: 'Data Factory', paused: false };
    expect(factsOf(stack, 'trigger')).toEqual([
      { scope: trigger, fact: { ...told, pipeline: 'churn-train' } },
      { scope: trigger, fact: { ...told, pipeline: 'legacy' } },
    ]);
  });

  test('is told of as paused when it does not fire', () => {
    const { stack, pipeline, v2 } = withTrigger({ enabled: false });
    pipeline.addActivity(new RunPipelineActivity('A', { pipeline: v2 }));
    expect(factsOf(stack, 'trigger')).toMatchObject([{ fact: { paused: true } }]);
  });
});

describe('the rules of blob event triggers', () => {
  const token = new TerraformVariable(setUp().stack, 'token', { type: 'any' });

  test.each<[string, Partial<BlobEventTriggerProps>, readonly string[] | undefined]>([
    ['a folder', { path: 'in' }, undefined],
    ['folders', { path: 'in/2024 q1/x' }, undefined],
    ['a folder that only Terraform knows', { path: token.stringValue }, undefined],
    ['a folder with a slash first', { path: '/in' }, ['BlobEventPathInvalid']],
    ['a folder with a slash last', { path: 'in/' }, ['BlobEventPathInvalid']],
    ['a folder with an empty segment', { path: 'in//x' }, ['BlobEventPathInvalid']],
    ['a folder with a backslash', { path: 'in\\x' }, ['BlobEventPathInvalid']],
    ['a folder with a wildcard', { path: 'in/*' }, ['BlobEventPathInvalid']],
    ['an end', { endsWith: 'x/data.csv' }, undefined],
    ['an end with a wildcard', { endsWith: '*.csv' }, ['BlobEventEndInvalid']],
    ['no event', { events: [] }, ['BlobEventsMissing']],
    ['a name that none can have', { name: 'a:b' }, ['DataFactoryTriggerNameInvalid']],
  ])('%s', (_, props, codes) => {
    expect(codesOf(() => withTrigger(props))).toEqual(codes);
  });

  test.each<[Partial<StorageAccountAttributes>, readonly string[] | undefined]>([
    [{}, undefined],
    [{ networkAccess: StorageNetworkAccess.ALL_NETWORKS }, undefined],
    [{ networkAccess: StorageNetworkAccess.TRUSTED_SERVICES }, undefined],
    [{ networkAccess: StorageNetworkAccess.SELECTED_NETWORKS }, ['BlobEventStorageUnreachable']],
    [{ cloud: AzureCloud.PUBLIC }, undefined],
    [{ cloud: AzureCloud.US_GOVERNMENT }, ['BlobEventOtherCloud']],
  ])('of storage with %j', (account, codes) => {
    const { stack, factory, container } = setUp({}, account);
    const pipeline = new DataFactoryPipeline(stack, 'P', { factory });
    expect(codesOf(() => new BlobEventTrigger(stack, 'T', { pipeline, container }))).toEqual(codes);
  });

  test('fail with a name that another trigger of the factory has', () => {
    const { stack, pipeline, container } = withTrigger();
    expect(
      codesOf(() => new BlobEventTrigger(stack, 'T', { pipeline, container, name: 'ondata' })),
    ).toEqual(['DataFactoryNameTaken']);
  });

  test('fail at synthesis with a parameter that the pipeline does not have', () => {
    const { stack, factory, container } = setUp();
    const pipeline = new DataFactoryPipeline(stack, 'P', {
      factory,
      parameters: { rate: DataFactoryParameter.float(0.1) },
    });
    new BlobEventTrigger(stack, 'T', { pipeline, container, parameters: { rates: '1' } });
    expect(synthesisErrors(stack)).toMatch(
      /parameters\.rates must be a parameter of the pipeline, got "rates"; did you mean "rate"\? \[TriggerParameterUnknown\]/,
    );
  });

  test('fail at synthesis without a parameter that every run must give', () => {
    const { stack, factory, container } = setUp();
    const pipeline = new DataFactoryPipeline(stack, 'P', {
      factory,
      parameters: { rate: DataFactoryParameter.float() },
    });
    new BlobEventTrigger(stack, 'T', { pipeline, container });
    expect(synthesisErrors(stack)).toMatch(/\[TriggerParameterMissing\]/);
  });
});
