import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Annotations, App, Aspects, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import {
  BlobDatastore,
  Code,
  CommandStep,
  ComputeCluster,
  Environment,
  MlStack,
  Pipeline,
  PipelineArgument,
  PublishedPipeline,
  Recurrence,
  ResourceGroup,
  RoleAssignmentMode,
  Schedule,
  StorageAccount,
  StorageContainer,
  Summary,
  UserAssignedIdentity,
  ValidationError,
  VmSize,
  Workspace,
} from '../../lib';

const PLACE = {
  subscriptionId: '00000000-0000-0000-0000-000000000001',
  location: 'westeurope',
};

function platform(roleAssignments?: RoleAssignmentMode): { app: App; stack: MlStack } {
  const app = new App({ outdir: 'out' });
  const stack = new MlStack(app, 'churn', { ...PLACE, roleAssignments });
  return { app, stack };
}

function declareData(stack: MlStack): StorageContainer {
  const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-churn' });
  const storageAccount = new StorageAccount(stack, 'Data', { name: 'stchurn', resourceGroup });
  const raw = new StorageContainer(stack, 'Raw', { name: 'raw', storageAccount });
  new StorageContainer(stack, 'Clean', { name: 'clean', storageAccount });
  const reader = new UserAssignedIdentity(stack, 'Reader', { name: 'id-reader', resourceGroup });
  raw.grantRead(reader);
  return raw;
}

describe('a summary', () => {
  test('counts resources by service and kind, and names who may do what', () => {
    const { app, stack } = platform();
    declareData(stack);
    expect(Summary.of(app).toText(false)).toBe(
      [
        'churn  out/stacks/churn/cdk.tf.json',
        '',
        '  Declares 6 resources',
        '    Access       1 user-assigned identity, 1 role assignment',
        '    Storage      1 storage account, 2 containers',
        '    Foundations  1 resource group',
        '',
        '  Who may do what',
        '    identity id-reader  Storage Blob Data Reader  on container raw',
        '',
        '  Next',
        '    terraform -chdir=out/stacks/churn init',
        '    terraform -chdir=out/stacks/churn plan',
      ].join('\n'),
    );
  });

  test('says which roles somebody else must assign', () => {
    const { app, stack } = platform(RoleAssignmentMode.REPORT);
    declareData(stack);
    const text = Summary.of(app).toText(false);
    expect(text).toContain('on container raw (to be assigned by somebody else)');
    expect(text).not.toContain('role assignment');
  });

  test('names what starts a pipeline', () => {
    const { app, stack } = platform();
    const workspace = Workspace.fromWorkspaceAttributes(stack, 'Workspace', {
      workspaceId:
        '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/mlw',
    });
    const pipeline = PublishedPipeline.fromBatchEndpointAttributes(stack, 'Published', {
      workspace,
      endpointName: 'churn-train',
      componentId: `${workspace.workspaceId}/components/churn/versions/1`,
    });
    const datastore = BlobDatastore.fromDatastoreName(stack, 'Store', workspace, 'raw');
    new Schedule(stack, 'Nightly', {
      pipeline,
      trigger: Recurrence.daily({ at: '04:30', timeZone: 'Europe/Berlin' }),
      arguments: { raw: PipelineArgument.file(datastore, 'all.csv') },
    });
    new Schedule(stack, 'Paused', {
      pipeline,
      enabled: false,
      trigger: Recurrence.everyMinutes(15),
    });
    const text = Summary.of(app).toText(false);
    expect(text).toContain(
      '    churn-train  every day at 04:30, Europe/Berlin  by Azure ML schedule',
    );
    expect(text).toContain(
      '    churn-train  every 15 minutes                   by Azure ML schedule (paused)',
    );
    expect(text).toContain('Machine Learning  2 schedules');
  });

  test('prints how pipelines are called, and their pages in the studio', () => {
    const { app, stack } = platform();
    const workspace = Workspace.fromWorkspaceAttributes(stack, 'Workspace', {
      workspaceId:
        '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/mlw',
    });
    PublishedPipeline.fromV1PipelineId(stack, 'Legacy', {
      workspace,
      pipelineId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
      name: "it's old",
    });
    const step = new CommandStep('run', {
      command: 'true',
      environment: Environment.curated('sklearn-1.5', '1'),
      compute: ComputeCluster.fromComputeName(stack, 'Cpu', workspace, 'cpu'),
    });
    const pipeline = new Pipeline(stack, 'Churn', { workspace, steps: [step] });
    new PublishedPipeline(stack, 'Published', { pipeline, endpointName: 'churn-train' });
    const text = Summary.of(app).toText(false);
    expect(text).toContain(
      [
        "    it's old  v1 pipeline",
        `      az rest --method post --url https://westeurope.api.azureml.ms/pipelines/v1.0${workspace.workspaceId}/PipelineRuns/PipelineSubmit/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0 --resource https://management.azure.com/ --headers Content-Type=application/json --body '{"ExperimentName":"it'\\''s old","RunSource":"SDK"}'`,
        '    churn     batch endpoint churn-train',
        `      az rest --method post --url https://churn-train.westeurope.inference.ml.azure.com/jobs --resource https://ml.azure.com --headers Content-Type=application/json --body '{"properties":{}}'`,
      ].join('\n'),
    );
    expect(text).toContain(
      `    batch endpoint churn-train  https://ml.azure.com/endpoints/batch/churn-train/detail?wsid=${workspace.workspaceId}`,
    );
  });

  test('prints no command for what is disabled', () => {
    const { app, stack } = platform();
    const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-churn' });
    const workspace = new Workspace(stack, 'Workspace', {
      name: 'mlw-churn',
      resourceGroup,
      publicNetworkAccess: true,
    });
    const step = new CommandStep('run', {
      command: 'true',
      environment: Environment.curated('sklearn-1.5', '1'),
      compute: ComputeCluster.fromComputeName(stack, 'Cpu', workspace, 'cpu'),
    });
    const pipeline = new Pipeline(stack, 'Churn', { workspace, steps: [step] });
    new PublishedPipeline(stack, 'Published', {
      pipeline,
      endpointName: 'churn-train',
      enabled: false,
    });
    const text = Summary.of(app).toText(false);
    expect(text).toContain('    churn  batch endpoint churn-train (disabled)');
    expect(text).not.toContain('az rest');
    expect(text).toContain(
      '    workspace mlw-churn         https://ml.azure.com/?wsid=/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-churn/providers/Microsoft.MachineLearningServices/workspaces/mlw-churn',
    );
  });

  test('counts each uploaded file, and leaves out what only says something of a resource', () => {
    const { app, stack } = platform();
    const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-churn' });
    const workspace = new Workspace(stack, 'Workspace', {
      name: 'mlw-churn',
      resourceGroup,
      publicNetworkAccess: true,
    });
    const defaultCompute = new ComputeCluster(stack, 'Cpu', {
      name: 'cpu',
      workspace,
      vmSize: VmSize.STANDARD_DS3_V2,
      maxNodes: 1,
    });
    const directory = mkdtempSync(join(tmpdir(), 'code-'));
    for (const name of ['a.py', 'b.py', 'c.py']) writeFileSync(join(directory, name), name);
    const step = new CommandStep('run', {
      command: 'python a.py',
      environment: Environment.curated('sklearn-1.5', '1'),
      code: Code.fromDirectory(directory),
    });
    const pipeline = new Pipeline(stack, 'Churn', { workspace, defaultCompute, steps: [step] });
    new PublishedPipeline(stack, 'Published', { pipeline });
    const text = Summary.of(app).toText(false);
    expect(text).toContain('Storage           1 storage account, 1 container, 3 uploaded files');
    expect(text).toContain('1 batch endpoint, 1 batch deployment');
    expect(text).not.toContain('azapi');
    expect(text).not.toContain('Other');
  });

  test('tells where an existing workspace was taken to be, once for each', () => {
    const { app, stack } = platform();
    const workspaceId =
      '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/mlw';
    Workspace.fromWorkspaceAttributes(stack, 'One', { workspaceId });
    Workspace.fromWorkspaceAttributes(stack, 'Again', { workspaceId });
    Workspace.fromWorkspaceAttributes(stack, 'Told', {
      workspaceId: `${workspaceId}-told`,
      location: 'northeurope',
    });
    Workspace.fromWorkspaceAttributes(stack, 'Later', {
      workspaceId: new TerraformVariable(stack, 'Id', {}).stringValue,
    });
    expect(Summary.of(app).toText(false)).toContain(
      [
        '  Assumed',
        '    workspace mlw                  is taken to be in westeurope, as the stack is; give its location if it is not',
        '    workspace (known after apply)  is taken to be in westeurope, as the stack is; give its location if it is not',
        '',
      ].join('\n'),
    );
  });

  test('ends its stacks with the warnings of all, in the order of the tree, each once', () => {
    const { app, stack } = platform();
    const second = new MlStack(app, 'second', PLACE);
    const summary = Summary.of(app);
    Annotations.of(second).addWarning('of the second');
    Annotations.of(new Construct(stack, 'Inner')).addWarning('first line\nand another');
    Annotations.of(stack).addWarning('of the stack');
    Annotations.of(stack).addWarning('of the stack');
    Annotations.of(stack).addInfo('of no interest');
    Annotations.of(app).addWarning('of all');
    expect(summary.toText(false)).toContain(
      [
        '  Warnings',
        '    app: of all',
        '    churn: of the stack',
        '    churn/Inner: first line',
        '      and another',
        '    second: of the second',
        '',
        '  Next',
      ].join('\n'),
    );
    expect(summary.toText(true)).toContain('\u001b[33mchurn/Inner\u001b[39m: first line');
  });

  test('has warnings of synthesis after it, and no heading without any', () => {
    const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'out-')) });
    const stack = new MlStack(app, 'churn', PLACE);
    Aspects.of(stack).add({
      visit: (node) => {
        if (node === stack) Annotations.of(node).addWarning('seen late');
      },
    });
    const summary = Summary.of(app);
    expect(summary.toText(false)).not.toContain('Warnings');
    app.synth();
    expect(summary.toText(false)).toContain('  Warnings\n    churn: seen late');
  });

  test('has colours only when asked', () => {
    const { app, stack } = platform();
    declareData(stack);
    expect(Summary.of(app).toText(true)).toContain('\u001b[');
    expect(Summary.of(app).toText(false)).not.toContain('\u001b[');
  });

  test('of an app without a stack is refused', () => {
    const refused = (): unknown => Summary.of(new App({ outdir: 'out' }));
    expect(refused).toThrow(ValidationError);
    expect(refused).toThrow(/app must hold a stack, got .*\[SummaryAppInvalid\]/);
  });
});
