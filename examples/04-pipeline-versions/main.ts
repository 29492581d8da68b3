// One URL, three versions of a pipeline behind it. The default has moved forward to the third; rolling
// back is one line: name another label as defaultVersion, and the plan updates one resource.
import { App } from 'cdktf';
import {
  Code,
  CommandStep,
  ComputeCluster,
  Datastore,
  Environment,
  MlStack,
  Pipeline,
  PipelineArgument,
  PipelineEndpoint,
  PipelineInput,
  Recurrence,
  RemovalPolicy,
  ResourceGroup,
  Schedule,
  StepOutput,
  Summary,
  VmSize,
  Workspace,
} from 'cdktf-azureml';
import { join } from 'node:path';

const app = new App();
const stack = new MlStack(app, 'versions', {
  subscriptionId: process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000',
  location: 'westeurope',
});

const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-versions' });
const workspace = new Workspace(stack, 'Workspace', {
  name: 'mlw-versions',
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
workspace.storageAccount.grantWriteData(cpu);
const environment = Environment.curated('sklearn-1.5', '33');

/** The pipeline as it was at a time: the same name and code, other arguments. */
function scoringWith(id: string, threshold: number): Pipeline {
  const pipeline = new Pipeline(stack, id, {
    name: 'scoring',
    workspace,
    defaultCompute: cpu,
    inputs: { customers: PipelineInput.folder(), threshold: PipelineInput.number(threshold) },
  });
  const score = pipeline.addStep(
    new CommandStep('score', {
      code: Code.fromDirectory(join(__dirname, 'steps')),
      command:
        'python score.py --customers ${{inputs.customers}} --threshold ${{inputs.threshold}} --scores ${{outputs.scores}}',
      environment,
      inputs: { customers: pipeline.input('customers'), threshold: pipeline.input('threshold') },
      outputs: { scores: StepOutput.folder() },
    }),
  );
  pipeline.addOutput('scores', score.output('scores'));
  return pipeline;
}

const endpoint = new PipelineEndpoint(stack, 'Scoring', {
  workspace,
  defaultVersion: '2026-11',
});
const september = endpoint.addVersion('2026-09', { pipeline: scoringWith('September', 0.5) });
endpoint.addVersion('2026-10', { pipeline: scoringWith('October', 0.6) });
endpoint.addVersion('2026-11', { pipeline: scoringWith('November', 0.7) });

// The default version runs every night. The first one still runs once a month, to compare.
const customers = PipelineArgument.folder(
  Datastore.workspaceBlobStore(workspace),
  'customers/current',
);
new Schedule(stack, 'Nightly', {
  pipeline: endpoint,
  trigger: Recurrence.daily({ at: '04:30', timeZone: 'Europe/Berlin' }),
  arguments: { customers },
});
new Schedule(stack, 'Comparison', {
  pipeline: september,
  trigger: Recurrence.monthly({ at: '05:30', days: [1], timeZone: 'Europe/Berlin' }),
  arguments: { customers },
});

app.synth();
console.log(Summary.of(app).toText());
