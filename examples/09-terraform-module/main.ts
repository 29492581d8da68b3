// A team's platform as a module of Terraform: declared here, called from HCL once for each team, as root/main.tf does.
import { App, Fn, TerraformOutput, TerraformVariable } from 'cdktf';
import {
  applySettings,
  BlobDatastore,
  Code,
  CommandStep,
  ComputeCluster,
  Environment,
  KeyVault,
  MlStack,
  Pipeline,
  PipelineArgument,
  PipelineInput,
  PublishedPipeline,
  Recurrence,
  RemovalPolicy,
  ResourceGroup,
  Schedule,
  StorageAccount,
  StorageContainer,
  Summary,
  VmSize,
  Workspace,
} from 'cdktf-azureml';
import { join } from 'node:path';

const app = new App();
const stack = new MlStack(app, 'team', {
  subscriptionId: process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000',
});

// What callers choose. Defaults let the stack be planned by itself, too.
const team = new TerraformVariable(stack, 'team', {
  type: 'string',
  description: 'Name of the team, part of every name; 3 to 10 lower-case letters and digits',
  default: 'churn',
  nullable: false,
  validation: [
    {
      condition: '${can(regex("^[a-z][a-z0-9]{2,9}$", var.team))}',
      errorMessage: 'The name of a team is 3 to 10 lower-case letters and digits.',
    },
  ],
});
const location = new TerraformVariable(stack, 'location', {
  type: 'string',
  description: 'Region of everything',
  default: 'westeurope',
  nullable: false,
});
const vmSize = new TerraformVariable(stack, 'vm_size', {
  type: 'string',
  description: 'Size of the nodes that steps run on',
  default: 'Standard_DS3_v2',
  nullable: false,
});
const maxNodes = new TerraformVariable(stack, 'max_nodes', {
  type: 'number',
  description: 'Most nodes at a time',
  default: 4,
  nullable: false,
});

// No subscription here: where an id needs one, it is that of the resources, wherever the caller's provider works.
applySettings(stack, { tags: { team: team.stringValue } });

// Names hold the input, so that two calls do not ask Azure for the same name.
const name = team.stringValue;
const resourceGroup = new ResourceGroup(stack, 'Group', {
  name: `rg-ml-${name}`,
  location: location.stringValue,
});
const storageAccount = new StorageAccount(stack, 'Storage', {
  name: `stml${name}`,
  resourceGroup,
  removalPolicy: RemovalPolicy.DESTROY,
});
const keyVault = new KeyVault(stack, 'Vault', {
  name: `kv-ml-${name}`,
  resourceGroup,
  removalPolicy: RemovalPolicy.DESTROY,
});
const workspace = new Workspace(stack, 'Workspace', {
  name: `mlw-${name}`,
  resourceGroup,
  storageAccount,
  keyVault,
  publicNetworkAccess: true,
  removalPolicy: RemovalPolicy.DESTROY,
});
const cpu = new ComputeCluster(stack, 'Cpu', {
  name: 'cpu',
  workspace,
  // Azure answers in capitals, and a size that differs from its answer replaces the cluster.
  vmSize: VmSize.of(Fn.upper(vmSize.stringValue)),
  maxNodes: maxNodes.numberValue,
});
const container = new StorageContainer(stack, 'Landing', { name: 'raw', storageAccount });
const raw = new BlobDatastore(stack, 'Raw', { name: 'raw', workspace, container });
storageAccount.grantWriteData(cpu);

// The pipeline is the same for every team: its version is the hash of what stands here.
const pipeline = new Pipeline(stack, 'Train', {
  workspace,
  defaultCompute: cpu,
  inputs: { raw: PipelineInput.folder() },
});
pipeline.addStep(
  new CommandStep('train', {
    code: Code.fromDirectory(join(__dirname, 'train')),
    command: 'python train.py --raw ${{inputs.raw}}',
    environment: Environment.curated('sklearn-1.5', '33'),
    inputs: { raw: pipeline.input('raw') },
  }),
);
const published = new PublishedPipeline(stack, 'Published', {
  pipeline,
  endpointName: `train-${name}`,
});
new Schedule(stack, 'Nightly', {
  pipeline: published,
  trigger: Recurrence.daily({ at: '04:30', timeZone: 'Europe/Berlin' }),
  arguments: { raw: PipelineArgument.folder(raw, 'history') },
});

new TerraformOutput(stack, 'workspace_id', {
  description: 'ARM id of the workspace',
  value: workspace.workspaceId,
});

app.synth();
console.log(Summary.of(app).toText());
