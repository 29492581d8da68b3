import { Lazy, TerraformVariable } from 'cdktf';
import { AzureCloud } from '../../lib/core/cloud';
import { Duration } from '../../lib/core/duration';
import {
  BlobTrigger,
  type BlobTriggerProps,
  ManagedApi,
  ManagedIdentityConnection,
  RunPipelineAction,
  Workflow,
  WorkflowIdentity,
} from '../../lib/logic-apps';
import { renderBlobTrigger } from '../../lib/logic-apps/private/blob-trigger-body';
import { BlobReference } from '../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { StorageAccount } from '../../lib/storage/storage-account';
import { StorageContainer } from '../../lib/storage/storage-container';
import { StorageNetworkAccess } from '../../lib/storage/storage-options';
import { codesOf, GROUP_ID, setUp, workflowProperties } from './setup';
import { textOfTemplate } from './workflow-language';

function triggerIn(world: ReturnType<typeof setUp>, props: Partial<BlobTriggerProps> = {}) {
  const connection = new ManagedIdentityConnection(world.stack, 'Blobs', {
    managedApi: ManagedApi.AZURE_BLOB,
    resourceGroup: world.resourceGroup,
  });
  return new BlobTrigger('Blob', { container: world.container, connection, ...props });
}

function emitted(world: ReturnType<typeof setUp>, props: Partial<BlobTriggerProps> = {}) {
  const { stack, resourceGroup, v2 } = world;
  new Workflow(stack, 'Flow', {
    resourceGroup,
    triggers: [triggerIn(world, props)],
    actions: [new RunPipelineAction('Run', { pipeline: v2 })],
  });
  return workflowProperties(stack).definition.triggers['Blob'];
}

const CONNECTION = "@parameters('$connections')['azureblob']['connectionId']";

describe('the definition of a blob trigger', () => {
  const minimal = {
    connectionReference: CONNECTION,
    storageAccountName: 'stchurn',
    folderId: 'JTJmaW5jb21pbmclMmZkYWlseQ==',
    displayPath: '/incoming/daily',
    pollEvery: Duration.minutes(5),
    maxFileCount: 10,
  };

  test('polls a folder and runs once for each blob', () => {
    expect(renderBlobTrigger(minimal)).toEqual({
      type: 'ApiConnection',
      recurrence: { frequency: 'Minute', interval: 5 },
      splitOn: '@triggerBody()',
      metadata: { 'JTJmaW5jb21pbmclMmZkYWlseQ==': '/incoming/daily' },
      inputs: {
        host: { connection: { name: CONNECTION } },
        method: 'get',
        path: "/v2/datasets/@{encodeURIComponent(encodeURIComponent('stchurn'))}/triggers/batch/onupdatedfile",
        queries: {
          checkBothCreatedAndModifiedDateTime: false,
          folderId: 'JTJmaW5jb21pbmclMmZkYWlseQ==',
          maxFileCount: 10,
        },
      },
    });
  });

  test('has no metadata where the designer could not show it', () => {
    expect(renderBlobTrigger({ ...minimal, displayPath: undefined })).not.toHaveProperty(
      'metadata',
    );
  });
});

describe('a blob trigger', () => {
  test('watches the root of the container every five minutes, ten blobs at a time', () => {
    expect(emitted(setUp())).toMatchObject({
      recurrence: { frequency: 'Minute', interval: 5 },
      metadata: { JTJmcmF3: '/raw' },
      inputs: { queries: { folderId: 'JTJmcmF3', maxFileCount: 10 } },
    });
  });

  test('takes folder, interval and number of blobs', () => {
    const props = { path: '/incoming/', pollEvery: Duration.hours(1), maxFileCount: 1 };
    expect(emitted(setUp(), props)).toMatchObject({
      recurrence: { frequency: 'Hour', interval: 1 },
      metadata: { 'JTJmcmF3JTJmaW5jb21pbmc=': '/raw/incoming' },
      inputs: { queries: { folderId: 'JTJmcmF3JTJmaW5jb21pbmc=', maxFileCount: 1 } },
    });
  });

  test('lets Terraform encode a folder that is only known at apply', () => {
    const world = setUp();
    const path = new TerraformVariable(world.stack, 'path', { type: 'string' }).stringValue;
    const count = new TerraformVariable(world.stack, 'count', { type: 'number' }).numberValue;
    expect(emitted(world, { path, maxFileCount: count })).toEqual(
      expect.objectContaining({
        inputs: expect.objectContaining({
          queries: {
            checkBothCreatedAndModifiedDateTime: false,
            folderId: '${base64encode(replace(join("/", ["", "raw", var.path]), "/", "%2f"))}',
            maxFileCount: '${var.count}',
          },
        }),
      }),
    );
  });

  test('names an account that is made in the same stack', () => {
    const world = setUp();
    const storageAccount = new StorageAccount(world.stack, 'Fresh', {
      name: 'stfresh',
      resourceGroup: world.resourceGroup,
    });
    const container = new StorageContainer(world.stack, 'Inbox', { name: 'inbox', storageAccount });
    expect(emitted(world, { container })).toMatchObject({
      inputs: {
        path: expect.stringMatching(
          /^\/v2\/datasets\/@\{encodeURIComponent\(encodeURIComponent\('\$\{azurerm_storage_account\.\w+\.name\}'\)\)\}\//,
        ),
      },
    });
  });
});

describe('the blob that a trigger fired for', () => {
  test('has the URL that Microsoft documents, with its path encoded', () => {
    expect(triggerIn(setUp()).triggeringBlob.uri).toBe(
      "@{concat('https://stchurn.blob.core.windows.net', replace(encodeURIComponent(triggerBody()?['Path']), '%2F', '/'))}",
    );
  });

  test.each([
    ['/raw/a.csv', 'https://stchurn.blob.core.windows.net/raw/a.csv'],
    ['/raw/in/new data#1.csv', 'https://stchurn.blob.core.windows.net/raw/in/new%20data%231.csv'],
  ])('%s is at %s', (path, uri) => {
    expect(textOfTemplate(triggerIn(setUp()).triggeringBlob.uri, { Path: path })).toBe(uri);
  });

  test('is on the host of its cloud', () => {
    const { uri } = triggerIn(setUp({ cloud: AzureCloud.CHINA })).triggeringBlob;
    expect(textOfTemplate(uri, { Path: '/raw/a' })).toBe(
      'https://stchurn.blob.core.chinacloudapi.cn/raw/a',
    );
  });

  test('is known by its name in the root of a container, as in the guide', () => {
    expect(triggerIn(setUp()).triggeringBlob.relativePath).toBe("@{triggerBody()?['Name']}");
  });

  test.each(['a.csv', 'in/daily/a.csv'])('is known by its path in a folder: %s', (relative) => {
    const { relativePath } = triggerIn(setUp(), { path: 'in/daily' }).triggeringBlob;
    expect(relativePath).toBe("@{substring(triggerBody()?['Path'], add(length('raw'), 2))}");
    expect(textOfTemplate(relativePath, { Path: `/raw/${relative}` })).toBe(relative);
  });
});

describe('what a blob trigger refuses', () => {
  test.each<[Partial<BlobTriggerProps>, readonly string[] | undefined]>([
    [{ path: '' }, undefined],
    [{ path: '/' }, undefined],
    [{ path: 'a' }, undefined],
    [{ path: '/a/b/' }, undefined],
    [{ path: 'année 2026/x=1' }, undefined],
    [{ path: '100%' }, undefined],
    [{ path: '%zz' }, undefined],
    [{ path: '..a/b..' }, undefined],
    [{ path: Lazy.stringValue({ produce: () => '//' }) }, undefined],
    [{ path: '//' }, ['BlobTriggerPathInvalid']],
    [{ path: '//a' }, ['BlobTriggerPathInvalid']],
    [{ path: 'a//b' }, ['BlobTriggerPathInvalid']],
    [{ path: 'a//' }, ['BlobTriggerPathInvalid']],
    [{ path: 'a/../b' }, ['BlobTriggerPathInvalid']],
    [{ path: './a' }, ['BlobTriggerPathInvalid']],
    [{ path: 'https://st.blob.core.windows.net/raw' }, ['BlobTriggerPathInvalid']],
    [{ path: 'a%20b' }, ['BlobTriggerPathUnsupported']],
    [{ path: 'a%2Fb' }, ['BlobTriggerPathUnsupported']],
    [{ path: 'a+b' }, ['BlobTriggerPathUnsupported']],
    [{ path: 'incoming/*.csv' }, ['BlobTriggerPathUnsupported']],
    [{ pollEvery: Duration.seconds(0) }, ['PollIntervalOutOfRange']],
    [{ pollEvery: Duration.seconds(1) }, undefined],
    [{ pollEvery: Duration.days(500) }, undefined],
    [{ pollEvery: Duration.seconds(500 * 86_400 + 1) }, ['PollIntervalOutOfRange']],
    [{ maxFileCount: 0 }, ['MaxFileCountOutOfRange']],
    [{ maxFileCount: 1 }, undefined],
    [{ maxFileCount: 100 }, undefined],
    [{ maxFileCount: 101 }, ['MaxFileCountOutOfRange']],
    [{ maxFileCount: 1.5 }, ['PropertyTypeInvalid']],
    [{ maxFileCount: Lazy.numberValue({ produce: () => 0 }) }, undefined],
  ])('%j: %j', (props, codes) => {
    expect(codesOf(() => triggerIn(setUp(), props))).toEqual(codes);
  });

  test('is a connection to another API', () => {
    const world = setUp();
    const connection = new ManagedIdentityConnection(world.stack, 'Events', {
      managedApi: ManagedApi.AZURE_EVENT_GRID,
      resourceGroup: world.resourceGroup,
    });
    expect(codesOf(() => triggerIn(world, { connection }))).toEqual([
      'BlobTriggerConnectionInvalid',
    ]);
  });

  test.each([
    [undefined, undefined],
    [StorageNetworkAccess.ALL_NETWORKS, undefined],
    [StorageNetworkAccess.TRUSTED_SERVICES, undefined],
    [StorageNetworkAccess.SELECTED_NETWORKS, ['BlobTriggerStorageUnreachable']],
  ])('depends on who passes the firewall: %s', (networkAccess, codes) => {
    const account = networkAccess === undefined ? {} : { networkAccess };
    expect(codesOf(() => triggerIn(setUp(account)))).toEqual(codes);
  });

  test.each([
    [StorageNetworkAccess.ALL_NETWORKS, undefined],
    [StorageNetworkAccess.TRUSTED_SERVICES, ['BlobTriggerIdentityBehindFirewall']],
  ])(
    'is a firewall, where the workflow has a user-assigned identity: %s',
    (networkAccess, codes) => {
      const world = setUp({ networkAccess });
      const { stack, resourceGroup, identity } = world;
      const trigger = triggerIn(world);
      expect(
        codesOf(
          () =>
            new Workflow(stack, 'Flow', {
              resourceGroup,
              identity: WorkflowIdentity.userAssigned(identity),
              triggers: [trigger],
            }),
        ),
      ).toEqual(codes);
    },
  );

  test('is told with the way out', () => {
    expect(() => triggerIn(setUp(), { path: 'a%20b' })).toThrow(
      'path must hold no "+", no "*" and no percent sequence, got "a%20b"; name one folder as it is, without encoding and patterns; every blob directly in it counts [BlobTriggerPathUnsupported]',
    );
  });
});

describe('several blob triggers', () => {
  test('of folders of one container say the same of their blob', () => {
    const world = setUp();
    const { stack, resourceGroup, container, v1, datastore } = world;
    const connection = new ManagedIdentityConnection(stack, 'Blobs', {
      managedApi: ManagedApi.AZURE_BLOB,
      resourceGroup,
    });
    const run = new RunPipelineAction('Run', {
      pipeline: v1,
      experimentName: 'churn',
      arguments: { input: BlobReference.triggeringBlob(datastore) },
    });
    const workflow = new Workflow(stack, 'Flow', {
      resourceGroup,
      triggers: ['a', 'b'].map((path) => new BlobTrigger(path, { connection, container, path })),
      actions: [run],
    });
    expect(Object.keys(workflowProperties(stack).definition.triggers)).toEqual(['a', 'b']);
    expect(
      codesOf(() => {
        workflow.addTrigger(new BlobTrigger('root', { connection, container }));
      }),
    ).toEqual(['TriggeringBlobUnknown']);
  });
});

test('an account of another group is named by its own name', () => {
  const world = setUp({
    storageAccountId: `${GROUP_ID}-data/providers/Microsoft.Storage/storageAccounts/stdata`,
  });
  expect(emitted(world)).toMatchObject({
    inputs: { path: expect.stringContaining("encodeURIComponent('stdata')") },
  });
});
