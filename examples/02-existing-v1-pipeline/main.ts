// Nothing of Azure ML is created here: a pipeline that was published with the v1 SDK exists, and is
// started by a Logic App when a blob arrives, and as a step of a Data Factory pipeline.
import { App } from 'cdktf';
import {
  BlobDatastore,
  BlobReference,
  BlobTriggeredPipeline,
  DataFactory,
  DataFactoryPipeline,
  Duration,
  MlStack,
  PipelineArgument,
  PublishedPipeline,
  ResourceGroup,
  RunPipelineActivity,
  StorageAccount,
  StorageContainer,
  StorageNetworkAccess,
  Summary,
  Workspace,
} from 'cdktf-azureml';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';
const groupId = `/subscriptions/${subscriptionId}/resourceGroups/rg-legacy`;

const app = new App();
const stack = new MlStack(app, 'legacy-triggers', { subscriptionId, location: 'northeurope' });

// What exists already, by id.
const workspace = Workspace.fromWorkspaceAttributes(stack, 'Workspace', {
  workspaceId: `${groupId}/providers/Microsoft.MachineLearningServices/workspaces/mlw-legacy`,
});
const pipeline = PublishedPipeline.fromV1PipelineId(stack, 'Scoring', {
  workspace,
  pipelineId: '9a1f3c52-6f0e-4f0b-8a56-2f6f6f0d1c11',
  name: 'nightly scoring',
});
const storageAccount = StorageAccount.fromStorageAccountAttributes(stack, 'Data', {
  storageAccountId: `${groupId}/providers/Microsoft.Storage/storageAccounts/stlegacydata`,
  networkAccess: StorageNetworkAccess.ALL_NETWORKS,
});
const container = StorageContainer.fromContainerName(stack, 'Inbox', storageAccount, 'inbox');
const datastore = BlobDatastore.fromDatastoreName(stack, 'Store', workspace, 'inbox');

// A blob in the container runs the pipeline: system-assigned identity, no key, no secret.
new BlobTriggeredPipeline(stack, 'OnNewBlob', {
  pipeline,
  container,
  pollEvery: Duration.minutes(5),
  experimentName: 'MyRestPipeline',
  assign: {
    input_datapath: BlobReference.triggeringBlob(datastore),
    input_string: PipelineArgument.literal('sample_string3'),
  },
});

// The same pipeline as a step of a Data Factory pipeline.
const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-legacy-triggers' });
const factory = new DataFactory(stack, 'Factory', { name: 'adf-legacy-triggers', resourceGroup });
const orchestrate = new DataFactoryPipeline(stack, 'Orchestrate', { factory });
orchestrate.addActivity(
  new RunPipelineActivity('Score', {
    pipeline,
    experimentName: 'MyRestPipeline',
    arguments: { input_string: PipelineArgument.literal('from Data Factory') },
  }),
);

app.synth();
console.log(Summary.of(app).toText());
