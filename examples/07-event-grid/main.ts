// A new blob starts a pipeline without anybody listing folders: Event Grid puts an event into a queue, and a
// Logic App takes it from there.
import { App } from 'cdktf';
import {
  BlobCreatedTrigger,
  BlobDatastore,
  BlobReference,
  MlStack,
  PublishedPipeline,
  RemovalPolicy,
  ResourceGroup,
  StorageAccount,
  StorageContainer,
  StorageNetworkAccess,
  Summary,
  Workspace,
} from 'cdktf-azureml';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';
const workspaceId = `/subscriptions/${subscriptionId}/resourceGroups/rg-scoring/providers/Microsoft.MachineLearningServices/workspaces/mlw-scoring`;

const app = new App();
const stack = new MlStack(app, 'event-grid', { subscriptionId, location: 'westeurope' });
const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-event-grid' });

// What exists already, by id.
const workspace = Workspace.fromWorkspaceAttributes(stack, 'Workspace', { workspaceId });
const scoring = PublishedPipeline.fromBatchEndpointAttributes(stack, 'Scoring', {
  workspace,
  endpointName: 'scoring',
});
const legacy = PublishedPipeline.fromV1PipelineId(stack, 'Legacy', {
  workspace,
  pipelineId: '9a1f3c52-6f0e-4f0b-8a56-2f6f6f0d1c11',
  name: 'legacy-scoring',
});
const store = BlobDatastore.fromDatastoreName(stack, 'Store', workspace, 'inbox');

// The data, behind a firewall, and the events, in an account that holds nothing else.
const data = new StorageAccount(stack, 'Data', {
  name: 'steventdata',
  resourceGroup,
  networkAccess: StorageNetworkAccess.TRUSTED_SERVICES,
  removalPolicy: RemovalPolicy.DESTROY,
});
const inbox = new StorageContainer(stack, 'Inbox', { name: 'inbox', storageAccount: data });
const eventStore = new StorageAccount(stack, 'Events', {
  name: 'steventstore',
  resourceGroup,
  removalPolicy: RemovalPolicy.DESTROY,
});

// Each new CSV file below incoming/, in whatever subfolder, runs the published pipeline.
new BlobCreatedTrigger(stack, 'OnCsv', {
  pipeline: scoring,
  container: inbox,
  path: 'incoming',
  suffix: '.csv',
  assign: { customers: BlobReference.triggeringBlob() },
  eventStore,
  resourceGroup,
});

// A second trigger shares the topic of the account.
new BlobCreatedTrigger(stack, 'OnLegacyFile', {
  pipeline: legacy,
  container: inbox,
  path: 'legacy',
  experimentName: 'scoring',
  assign: { input_datapath: BlobReference.triggeringBlob(store) },
  eventStore,
  resourceGroup,
});

app.synth();
console.log(Summary.of(app).toText());
