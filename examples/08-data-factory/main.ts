// A factory that copies, prepares and trains: containers, conditions, a pipeline of the v1 SDK, and
// triggers by the clock and by windows of time.
import { App } from 'cdktf';
import {
  BinaryDataset,
  BlobStorageLinkedService,
  CopyActivity,
  DataAccess,
  DatabricksLinkedService,
  DatabricksNotebookActivity,
  DataFactory,
  DataFactoryExpression,
  DataFactoryParameter,
  DataFactoryPipeline,
  DataFactoryVariable,
  DataLakeLinkedService,
  DependencyCondition,
  Duration,
  ExecutePipelineActivity,
  FailActivity,
  ForEachActivity,
  GetMetadataActivity,
  IfConditionActivity,
  KeyVault,
  KeyVaultLinkedService,
  MetadataField,
  MlStack,
  PublishedPipeline,
  Recurrence,
  RemovalPolicy,
  ResourceGroup,
  RunPipelineActivity,
  ScheduleTrigger,
  SetVariableActivity,
  StorageAccount,
  Summary,
  TumblingWindowTrigger,
  WaitActivity,
  WeekDay,
  WindowUnit,
  Workspace,
} from 'cdktf-azureml';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';
const groupId = `/subscriptions/${subscriptionId}/resourceGroups/rg-ml`;

const app = new App();
const stack = new MlStack(app, 'data-factory', { subscriptionId, location: 'westeurope' });
const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-orchestration' });

// What exists already, by id.
const workspace = Workspace.fromWorkspaceAttributes(stack, 'Workspace', {
  workspaceId: `${groupId}/providers/Microsoft.MachineLearningServices/workspaces/mlw-ml`,
});
const training = PublishedPipeline.fromV1PipelineId(stack, 'Training', {
  workspace,
  pipelineId: '9a1f3c52-6f0e-4f0b-8a56-2f6f6f0d1c11',
  name: 'training',
});
const keyVault = KeyVault.fromKeyVaultId(
  stack,
  'Vault',
  `${groupId}/providers/Microsoft.KeyVault/vaults/kv-ml`,
);
const source = StorageAccount.fromStorageAccountAttributes(stack, 'Source', {
  storageAccountId: `${groupId}/providers/Microsoft.Storage/storageAccounts/stsource`,
});

// The factory, reached by no public network, and what it is connected to.
const target = new StorageAccount(stack, 'Target', {
  name: 'storchestration',
  resourceGroup,
  removalPolicy: RemovalPolicy.DESTROY,
});
const factory = new DataFactory(stack, 'Factory', {
  name: 'adf-orchestration',
  resourceGroup,
  managedVirtualNetwork: true,
});
const from = new DataLakeLinkedService(factory, 'From', { factory, storageAccount: source });
const to = new BlobStorageLinkedService(factory, 'To', {
  factory,
  storageAccount: target,
  access: DataAccess.READ_WRITE,
});
const vault = new KeyVaultLinkedService(factory, 'Secrets', { factory, keyVault });
const databricks = new DatabricksLinkedService(factory, 'Databricks', {
  factory,
  workspaceUrl: 'https://adb-1234567890123456.7.azuredatabricks.net',
  accessToken: { linkedService: vault, secretName: 'databricks-token' },
  jobCluster: { version: '15.4.x-scala2.12', nodeType: 'Standard_DS3_v2', workers: '1:4' },
});
const incoming = new BinaryDataset(factory, 'Incoming', {
  linkedService: from,
  container: 'landing',
  path: 'incoming',
});
const raw = new BinaryDataset(factory, 'Raw', { linkedService: to, container: 'raw' });

// One pipeline prepares, another trains.
const prepare = new DataFactoryPipeline(factory, 'Prepare', {
  factory,
  folder: 'training',
  parameters: { windowStart: DataFactoryParameter.string('') },
  variables: { state: DataFactoryVariable.string('new') },
});
const copy = prepare.addActivity(
  new CopyActivity('Copy', { from: incoming, to: raw, retry: 2, timeout: Duration.hours(1) }),
);
const list = prepare.addActivity(
  new GetMetadataActivity('List', {
    dataset: raw,
    fields: [MetadataField.EXISTS, MetadataField.CHILD_ITEMS],
    dependsOn: [{ activity: copy.name }],
  }),
);
const clean = prepare.addActivity(
  new ForEachActivity('Clean each', {
    items: DataFactoryExpression.activityOutput(list.name, ['childItems']).toText(),
    batchCount: 5,
    activities: [
      new DatabricksNotebookActivity('Clean', {
        linkedService: databricks,
        notebookPath: '/Shared/clean',
        baseParameters: { file: '@item().name' },
      }),
    ],
    dependsOn: [{ activity: list.name }],
  }),
);
prepare.addActivity(
  new IfConditionActivity('Anything there', {
    expression: DataFactoryExpression.activityOutput(list.name, ['exists']).toText(),
    whenTrue: [new SetVariableActivity('Ready', { variable: 'state', value: 'ready' })],
    whenFalse: [new WaitActivity('Settle', { duration: Duration.minutes(1) })],
    dependsOn: [{ activity: clean.name }],
  }),
);

const train = new DataFactoryPipeline(factory, 'Train', { factory, concurrency: 1 });
const prepared = train.addActivity(new ExecutePipelineActivity('Prepare', { pipeline: prepare }));
const run = train.addActivity(
  new RunPipelineActivity('Train', {
    pipeline: training,
    experimentName: 'churn',
    dependsOn: [{ activity: prepared.name }],
  }),
);
const failed = new FailActivity('Tell', { message: 'the training failed' });
failed.dependsOn(run, DependencyCondition.FAILED);
train.addActivity(failed);

// In one line, for the common case.
factory.runPipeline('TrainOnly', { pipeline: training, experimentName: 'churn' });

new ScheduleTrigger(factory, 'Weekdays', {
  pipeline: train,
  recurrence: Recurrence.weekly({
    at: '06:30',
    on: [WeekDay.MONDAY, WeekDay.TUESDAY, WeekDay.WEDNESDAY, WeekDay.THURSDAY, WeekDay.FRIDAY],
    timeZone: 'Europe/Berlin',
  }),
});
new TumblingWindowTrigger(factory, 'EachDay', {
  pipeline: prepare,
  unit: WindowUnit.HOUR,
  interval: 24,
  startTime: '2026-01-01T00:00:00',
  maxConcurrency: 1,
  retry: 2,
  dependencies: [{ earlierBy: Duration.days(1), size: Duration.days(1) }],
  parameters: { windowStart: '@trigger().outputs.windowStartTime' },
});

app.synth();
console.log(Summary.of(app).toText());
