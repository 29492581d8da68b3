// A changed blob starts a pipeline: the folder is polled by a Logic App. Once in the words of the v1 SDK, for a
// pipeline of that SDK, and once for a published pipeline.
import { App } from 'cdktf';
import {
  BlobReference,
  BlobTriggeredPipeline,
  Datastore,
  DatastoreChangeSchedule,
  Duration,
  MlStack,
  PipelineArgument,
  PublishedPipeline,
  RemovalPolicy,
  ResourceGroup,
  StorageAccount,
  StorageContainer,
  Summary,
  Workspace,
} from 'cdktf-azureml';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';
const workspaceId = `/subscriptions/${subscriptionId}/resourceGroups/rg-scoring/providers/Microsoft.MachineLearningServices/workspaces/mlw-scoring`;

const app = new App();
const stack = new MlStack(app, 'blob-trigger', { subscriptionId, location: 'westeurope' });
const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-blob-trigger' });

// What exists already, by id.
const workspace = Workspace.fromWorkspaceAttributes(stack, 'Workspace', { workspaceId });
const legacy = PublishedPipeline.fromV1PipelineId(stack, 'Legacy', {
  workspace,
  pipelineId: '9a1f3c52-6f0e-4f0b-8a56-2f6f6f0d1c11',
  name: 'legacy-scoring',
});
const scoring = PublishedPipeline.fromBatchEndpointAttributes(stack, 'Scoring', {
  workspace,
  endpointName: 'scoring',
  deploymentName: 'blue',
});

// The data, read by identity: no keys anywhere.
const storageAccount = new StorageAccount(stack, 'Data', {
  name: 'stblobtrigger',
  resourceGroup,
  removalPolicy: RemovalPolicy.DESTROY,
});
const inbox = new StorageContainer(stack, 'Inbox', { name: 'inbox', storageAccount });
const results = new StorageContainer(stack, 'Results', { name: 'results', storageAccount });
const datastore = Datastore.fromDatastoreAttributes(stack, 'Store', {
  workspace,
  name: 'inbox',
  container: inbox,
});

// The reactive schedule of the v1 SDK, in its words.
new DatastoreChangeSchedule(stack, 'OnChange', {
  pipeline: legacy,
  datastore,
  pathOnDatastore: 'legacy',
  pollingInterval: 5,
  dataPathParameterName: 'input_datapath',
  experimentName: 'scoring',
  continueOnStepFailure: true,
  arguments: { input_string: PipelineArgument.literal('from a schedule') },
  resourceGroup,
});

// The same for a published pipeline, which runs as the identity of the Logic App.
const onNewData = new BlobTriggeredPipeline(stack, 'OnNewData', {
  pipeline: scoring,
  container: inbox,
  path: 'incoming',
  pollEvery: Duration.minutes(1),
  assign: { customers: BlobReference.triggeringBlob() },
  resourceGroup,
});
results.grantReadWrite(onNewData);

app.synth();
console.log(Summary.of(app).toText());
