import { KeyVault } from '../../lib/key-vault/key-vault';
import {
  AzureMlExecutePipelineActivity,
  AzureMlLinkedService,
  BinaryDataset,
  BlobStorageLinkedService,
  CopyActivity,
  CustomEventTrigger,
  DataAccess,
  DatabricksJarActivity,
  DatabricksLinkedService,
  DatabricksNotebookActivity,
  DatabricksPythonActivity,
  DataFactory,
  DataFactoryGit,
  DataFactoryPipeline,
  DataFactoryVariable,
  DataLakeLinkedService,
  Dataset,
  DeleteActivity,
  ExecutePipelineActivity,
  ForEachActivity,
  GetMetadataActivity,
  IfConditionActivity,
  KeyVaultLinkedService,
  LinkedService,
  LookupActivity,
  MetadataField,
  RawActivity,
  ScheduleTrigger,
  SetVariableActivity,
  SwitchActivity,
  TumblingWindowTrigger,
  UntilActivity,
  WaitActivity,
  WindowUnit,
} from '../../lib/data-factory';
import { Duration } from '../../lib/core/duration';
import { Recurrence } from '../../lib/machine-learning/schedule/recurrence';
import { GROUP_ID, GUID, PIPELINE_ID, setUp } from './setup';

const wait = (name: string) => new WaitActivity(name, { duration: Duration.seconds(1) });

/** Linked services, datasets, activities and triggers of every kind, without descriptions. */
export function orchestration({ at = '04:30', enabled = true } = {}) {
  const set = setUp();
  const { stack, factory, storageAccount, workspace, resourceGroup, identity } = set;
  const keyVault = KeyVault.fromKeyVaultId(
    stack,
    'Vault',
    `${GROUP_ID}/providers/Microsoft.KeyVault/vaults/kv-churn`,
  );
  const blobs = new BlobStorageLinkedService(stack, 'Blobs', {
    factory,
    storageAccount,
    access: DataAccess.READ_WRITE,
  });
  const lake = new DataLakeLinkedService(stack, 'Lake', { factory, storageAccount });
  const vault = new KeyVaultLinkedService(stack, 'Secrets', { factory, keyVault });
  const secret = { linkedService: vault, secretName: 'token' };
  const databricks = new DatabricksLinkedService(stack, 'Bricks', {
    factory,
    workspaceUrl: 'https://adb-1.2.azuredatabricks.net',
    workspaceId: `${GROUP_ID}/providers/Microsoft.Databricks/workspaces/dbw`,
    existingClusterId: '0101-abc',
  });
  new DatabricksLinkedService(stack, 'BricksByToken', {
    factory,
    workspaceUrl: 'https://adb-1.2.azuredatabricks.net',
    accessToken: secret,
    jobCluster: { version: '15.4.x-scala2.12', nodeType: 'Standard_DS3_v2', workers: '2' },
  });
  const ml = new AzureMlLinkedService(stack, 'Ml', {
    factory,
    workspace,
    servicePrincipal: { clientId: GUID, tenantId: GUID, key: { ...secret, secretVersion: '1' } },
  });
  const http = new LinkedService(stack, 'Http', {
    factory,
    type: 'HttpServer',
    typeProperties: { url: 'https://example.com', authenticationType: 'Anonymous' },
    integrationRuntime: 'AutoResolveIntegrationRuntime',
  });
  const from = new BinaryDataset(stack, 'From', {
    linkedService: lake,
    container: 'in',
    path: 'a',
  });
  const to = new BinaryDataset(stack, 'To', { linkedService: blobs, container: 'out', file: 'f' });
  const rows = new Dataset(stack, 'Rows', {
    linkedService: http,
    type: 'Json',
    typeProperties: { location: { type: 'HttpServerLocation', relativeUrl: 'x' } },
    folder: 'web',
  });
  const child = new DataFactoryPipeline(stack, 'Child', {
    factory,
    variables: { state: DataFactoryVariable.string('new'), all: DataFactoryVariable.array() },
    activities: [
      new CopyActivity('Copy', { from, to, retry: 2, secureInput: true }),
      new DeleteActivity('Delete', { dataset: to }),
      new GetMetadataActivity('Ask', { dataset: from, fields: [MetadataField.EXISTS] }),
      new LookupActivity('Look', { dataset: rows, source: { type: 'JsonSource' } }),
      new SetVariableActivity('Set', { variable: 'state', value: '@pipeline().RunId' }),
      new DatabricksNotebookActivity('Notebook', {
        linkedService: databricks,
        notebookPath: '/a',
        baseParameters: { x: '@item()' },
      }),
      new DatabricksPythonActivity('Python', {
        linkedService: databricks,
        pythonFile: 'dbfs:/a.py',
        parameters: ['--x'],
        libraries: [{ pypi: { package: 'lightgbm' } }],
      }),
      new DatabricksJarActivity('Jar', { linkedService: databricks, mainClassName: 'a.B' }),
      new AzureMlExecutePipelineActivity('Legacy', {
        linkedService: ml,
        mlPipelineEndpointId: PIPELINE_ID,
        version: '2',
        experimentName: '@pipeline().Pipeline',
        mlParentRunId: 'run',
        mlPipelineParameters: { rate: 1 },
        dataPathAssignments: { data: { DataStoreName: 'raw', RelativePath: 'a' } },
        continueOnStepFailure: false,
      }),
      new RawActivity('Filter', {
        type: 'Filter',
        typeProperties: {
          items: { value: '@x', type: 'Expression' },
          condition: { value: '@y', type: 'Expression' },
        },
      }),
    ],
  });
  const parent = new DataFactoryPipeline(stack, 'Parent', {
    factory,
    activities: [
      new ExecutePipelineActivity('Run', { pipeline: child }),
      new ForEachActivity('Each', {
        items: '@createArray(1)',
        batchCount: 2,
        activities: [
          wait('Inner'),
          new IfConditionActivity('If', { expression: '@true', whenTrue: [wait('Yes')] }),
        ],
      }),
      new UntilActivity('Until', {
        expression: '@true',
        activities: [
          new SwitchActivity('Which', {
            on: '@a',
            cases: [{ value: 'x', activities: [wait('X')] }],
            otherwise: [wait('Else')],
          }),
        ],
      }),
    ],
  });
  new ScheduleTrigger(stack, 'Daily', {
    pipeline: parent,
    enabled,
    recurrence: Recurrence.daily({ at, timeZone: 'Europe/Berlin' }),
  });
  const windows = { pipeline: parent, unit: WindowUnit.HOUR, interval: 1 };
  const first = new TumblingWindowTrigger(stack, 'Hourly', {
    ...windows,
    startTime: '2026-01-01T00:00:00',
    retry: 2,
    delay: Duration.minutes(5),
    dependencies: [{ earlierBy: Duration.hours(1), size: Duration.hours(1) }],
  });
  new TumblingWindowTrigger(stack, 'Then', {
    ...windows,
    startTime: '2026-01-01T00:00:00',
    endTime: '2027-01-01T00:00:00',
    dependencies: [{ trigger: first }],
  });
  new CustomEventTrigger(stack, 'OnEvent', {
    pipeline: parent,
    topicId: `${GROUP_ID}/providers/Microsoft.EventGrid/topics/churn`,
    events: ['ready'],
    subjectBeginsWith: 'churn/',
  });
  new DataFactory(stack, 'Encrypted', {
    name: 'adf-encrypted',
    resourceGroup,
    identity,
    managedVirtualNetwork: true,
    customerManagedKey: { keyId: 'https://kv-churn.vault.azure.net/keys/adf/1', keyVault },
    git: DataFactoryGit.gitHub({ account: 'churn', repository: 'adf' }),
  });
  return { ...set, keyVault, blobs, lake, vault, databricks, from, to, rows, child, parent };
}
