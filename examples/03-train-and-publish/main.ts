// What a Python script with the v1 SDK did, declared: upload data, snapshot a folder of scripts, run four
// steps on two computes, one of the steps a pipeline of its own, and publish it all behind one URL.
import { App } from 'cdktf';
import {
  BlobDatastore,
  Code,
  CommandStep,
  ComputeCluster,
  CondaFile,
  DataAsset,
  DataAssetType,
  DataType,
  DatastoreUpload,
  Duration,
  Environment,
  MlStack,
  Pipeline,
  PipelineInput,
  PipelineStep,
  PublishedPipeline,
  PythonScriptStep,
  RemovalPolicy,
  ResourceGroup,
  StepInput,
  StepOutput,
  StorageContainer,
  Summary,
  UploadSource,
  VmSize,
  Workspace,
} from 'cdktf-azureml';
import { join } from 'node:path';

const app = new App();
const stack = new MlStack(app, 'train', {
  subscriptionId: process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000',
  location: 'westeurope',
  tags: { team: 'churn' },
});

const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-train' });
const workspace = new Workspace(stack, 'Workspace', {
  name: 'mlw-train',
  resourceGroup,
  publicNetworkAccess: true,
  removalPolicy: RemovalPolicy.DESTROY,
});

// Two computes: most steps run on the first, training on the second.
const cpu = new ComputeCluster(stack, 'Cpu', {
  name: 'cpu',
  workspace,
  vmSize: VmSize.STANDARD_DS3_V2,
  maxNodes: 4,
});
const memory = new ComputeCluster(stack, 'Memory', {
  name: 'memory',
  workspace,
  vmSize: VmSize.of('Standard_E8s_v3'),
  maxNodes: 2,
});

// Data: local files under a path of a datastore (v1: upload_files), and an asset that names them.
const { storageAccount } = workspace;
const container = new StorageContainer(stack, 'Landing', { name: 'raw', storageAccount });
const raw = new BlobDatastore(stack, 'Raw', { name: 'raw', workspace, container });
new DatastoreUpload(stack, 'Reference', {
  datastore: raw,
  source: UploadSource.fromDirectory(join(__dirname, 'data')),
  targetPath: 'reference',
});
const reference = new DataAsset(stack, 'Plans', {
  name: 'plans',
  workspace,
  dataType: DataAssetType.URI_FILE,
  data: raw.path('reference/plans.csv'),
});
for (const compute of [cpu, memory]) storageAccount.grantWriteData(compute);

// One snapshot for all steps; .amlignore keeps notebooks and caches out of it.
const code = Code.fromDirectory(join(__dirname, 'src'));
const environment = new Environment(stack, 'Sklearn', {
  name: 'train',
  workspace,
  image: 'mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20240304.v1',
  conda: CondaFile.fromFile(join(__dirname, 'conda.yaml')),
});

// A pipeline that others use as a step.
const features = new Pipeline(stack, 'Features', {
  workspace,
  defaultCompute: cpu,
  inputs: { clean: PipelineInput.folder() },
});
const joined = features.addStep(
  new PythonScriptStep('join', {
    scriptName: 'join.py',
    sourceDirectory: code,
    environment,
    inputs: { plans: StepInput.data(reference), clean: features.input('clean') },
    arguments: [
      '--clean',
      '${{inputs.clean}}',
      '--plans',
      '${{inputs.plans}}',
      '--out',
      '${{outputs.features}}',
    ],
    outputs: { features: StepOutput.folder() },
  }),
);
features.addOutput('features', joined.output('features'));

// Four steps; the order follows the data, but evaluate also waits for the report of prepare.
const pipeline = new Pipeline(stack, 'Train', {
  workspace,
  displayName: 'Train churn',
  defaultCompute: cpu,
  inputs: {
    raw: PipelineInput.folder(),
    rate: PipelineInput.number(0.01, { min: 0, max: 1 }),
    algorithm: PipelineInput.string('logistic', { choices: ['logistic', 'forest'] }),
    seed: PipelineInput.of({ type: DataType.INTEGER, optional: true }),
  },
});
const prepare = pipeline.addStep(
  new PythonScriptStep('prepare', {
    scriptName: 'prepare.py',
    sourceDirectory: code,
    environment,
    inputs: { raw: pipeline.input('raw') },
    arguments: ['--raw', '${{inputs.raw}}', '--clean', '${{outputs.clean}}'],
    outputs: { clean: StepOutput.folder() },
  }),
);
const engineer = pipeline.addStep(
  new PipelineStep('engineer', { pipeline: features, inputs: { clean: prepare.output('clean') } }),
);
const train = pipeline.addStep(
  new CommandStep('train', {
    code,
    command:
      'python training/train.py --data ${{inputs.data}} --rate ${{inputs.rate}} --algorithm ${{inputs.algorithm}} $[[--seed ${{inputs.seed}}]] --model ${{outputs.model}}',
    environment,
    compute: memory,
    inputs: {
      data: engineer.output('features'),
      rate: pipeline.input('rate'),
      algorithm: pipeline.input('algorithm'),
      seed: pipeline.input('seed'),
    },
    outputs: { model: StepOutput.folder() },
    timeout: Duration.hours(2),
  }),
);
pipeline.addStep(
  new CommandStep('evaluate', {
    code,
    command: 'python evaluate.py --model ${{inputs.model}} --data ${{inputs.data}}',
    environment,
    inputs: { model: train.output('model'), data: prepare.output('clean') },
    reuse: false,
  }),
  { after: [engineer] },
);
pipeline.addOutput('model', train.output('model'));

new PublishedPipeline(stack, 'Published', { pipeline });

app.synth();
console.log(Summary.of(app).toText());
