// The quickstart as a program of Pulumi: the same constructs, registered with Pulumi's engine instead of
// written for Terraform.
import { App } from 'cdktf';
import {
  BlobDatastore,
  BlobReference,
  BlobTriggeredPipeline,
  Code,
  CommandStep,
  ComputeCluster,
  CondaFile,
  DataFactory,
  DataFactoryPipeline,
  Duration,
  Environment,
  MlStack,
  Pipeline,
  PipelineArgument,
  PipelineInput,
  PublishedPipeline,
  Recurrence,
  RecurrenceFrequency,
  RemovalPolicy,
  ResourceGroup,
  RunPipelineActivity,
  Schedule,
  ScheduleTrigger,
  StepOutput,
  StorageContainer,
  VmSize,
  WeekDay,
  Workspace,
} from 'cdktf-azureml';
import { PulumiAzureMl } from 'cdktf-azureml/pulumi';
import { join } from 'node:path';

/** The scripts of the steps are those of the quickstart. */
const QUICKSTART = join(__dirname, '..', '01-quickstart');

const app = new App();
const stack = new MlStack(app, 'churn', {
  subscriptionId: process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000',
  location: 'westeurope',
  tags: { team: 'churn' },
});

// The platform. Leave removalPolicy out in production: Pulumi then refuses to destroy it.
const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-churn' });
const workspace = new Workspace(stack, 'Workspace', {
  name: 'mlw-churn',
  resourceGroup,
  publicNetworkAccess: true,
  removalPolicy: RemovalPolicy.DESTROY,
});
const cpu = new ComputeCluster(stack, 'Cpu', {
  name: 'cpu',
  workspace,
  vmSize: VmSize.STANDARD_DS3_V2,
  maxNodes: 4,
});

// The data, read by identity: no keys anywhere.
const { storageAccount } = workspace;
const container = new StorageContainer(stack, 'Landing', { name: 'raw', storageAccount });
const raw = new BlobDatastore(stack, 'Raw', { name: 'raw', workspace, container });
raw.grantRead(cpu);
storageAccount.grantWriteData(cpu);

// The pipeline. Its order follows its data: train waits for prepare.
const environment = new Environment(stack, 'Sklearn', {
  name: 'churn',
  workspace,
  image: 'mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20240304.v1',
  conda: CondaFile.fromFile(join(QUICKSTART, 'conda.yaml')),
});
const pipeline = new Pipeline(stack, 'Churn', {
  workspace,
  defaultCompute: cpu,
  inputs: { raw: PipelineInput.file(), regularization: PipelineInput.number(0.01) },
});
const prepare = pipeline.addStep(
  new CommandStep('prepare', {
    code: Code.fromDirectory(join(QUICKSTART, 'steps/prepare')),
    command: 'python prepare.py --raw ${{inputs.raw}} --clean ${{outputs.clean}}',
    environment,
    inputs: { raw: pipeline.input('raw') },
    outputs: { clean: StepOutput.folder() },
  }),
);
const train = pipeline.addStep(
  new CommandStep('train', {
    code: Code.fromDirectory(join(QUICKSTART, 'steps/train')),
    command:
      'python train.py --data ${{inputs.data}} --regularization ${{inputs.regularization}} --model ${{outputs.model}}',
    environment,
    inputs: {
      data: prepare.output('clean'),
      regularization: pipeline.input('regularization'),
    },
    outputs: { model: StepOutput.folder() },
  }),
);
pipeline.addOutput('model', train.output('model'));
const published = new PublishedPipeline(stack, 'Published', { pipeline });

// What starts it: the clock, a new blob, a Data Factory pipeline.
const history = { raw: PipelineArgument.file(raw, 'history/churn.csv') };
new Schedule(stack, 'Nightly', {
  pipeline: published,
  trigger: Recurrence.daily({ at: '04:30', timeZone: 'Europe/Berlin' }),
  arguments: history,
});
const onNewData = new BlobTriggeredPipeline(stack, 'OnNewData', {
  pipeline: published,
  container,
  path: 'incoming',
  pollEvery: Duration.minutes(5),
  assign: { raw: BlobReference.triggeringBlob() },
});
const factory = new DataFactory(stack, 'Factory', { name: 'adf-churn', resourceGroup });
const orchestrate = new DataFactoryPipeline(stack, 'Orchestrate', { factory });
orchestrate.addActivity(
  new RunPipelineActivity('Train', { pipeline: published, arguments: history }),
);
new ScheduleTrigger(stack, 'Weekly', {
  pipeline: orchestrate,
  recurrence: Recurrence.of({
    frequency: RecurrenceFrequency.WEEK,
    weekDays: [WeekDay.MONDAY],
    hours: [6],
    minutes: [0],
    startTime: '2026-01-05T06:00:00',
    timeZone: 'Europe/Berlin',
  }),
});

// Batch jobs run as whoever calls: the callers need the data that the jobs read and write.
for (const caller of [onNewData.workflow, factory]) storageAccount.grantWriteData(caller);

// Everything above is registered here, each resource after what it refers to.
const { churn } = PulumiAzureMl.register(app);

/** Where runs are posted to. */
export const scoringUri = churn?.['published_scoring_uri'];
/** Pages of the studio. */
export const studioUrls = churn?.['studio_urls'];
