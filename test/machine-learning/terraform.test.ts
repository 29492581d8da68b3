import { App } from 'cdktf';
import { join } from 'node:path';
import { Code } from '../../lib/machine-learning/code/code';
import { ComputeCluster } from '../../lib/machine-learning/compute/compute-cluster';
import { VmSize } from '../../lib/machine-learning/compute/vm-size';
import { BlobDatastore } from '../../lib/machine-learning/datastore/blob-datastore';
import { CondaFile } from '../../lib/machine-learning/environment/conda-file';
import { Environment } from '../../lib/machine-learning/environment/environment';
import { PipelineArgument } from '../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { PipelineInput } from '../../lib/machine-learning/pipeline/pipeline-input';
import { PublishedPipeline } from '../../lib/machine-learning/pipeline/published-pipeline';
import { StepOutput } from '../../lib/machine-learning/pipeline/steps/step-output';
import { Recurrence } from '../../lib/machine-learning/schedule/recurrence';
import { Schedule } from '../../lib/machine-learning/schedule/schedule';
import { Template } from '../../lib/testing';
import { folderOf } from '../support/folder';
import { containerOf, declaredPlatform } from '../support/stack';
import {
  describeTerraform,
  errorsOf,
  expectOk,
  type PlannedChange,
  TerraformWorkdir,
} from '../support/terraform';
import { pipelineOf, stepOf } from './setup';

const COMMAND = 'python "main.py" --raw ${{inputs.raw}} %{not a directive} $HOME ${HOME}';

/** A platform with everything in it, around a script. */
function platform(script: string) {
  const app = new App({ outdir: folderOf({}) });
  const { stack, workspace } = declaredPlatform({ tags: { team: 'churn' } }, {}, 'churn', app);
  const compute = new ComputeCluster(stack, 'Cpu', {
    name: 'cpu',
    workspace,
    vmSize: VmSize.STANDARD_DS3_V2,
    maxNodes: 2,
  });
  const container = containerOf(workspace);
  const datastore = new BlobDatastore(stack, 'Raw', { name: 'raw', workspace, container });
  const environment = new Environment(stack, 'Environment', {
    name: 'sklearn',
    workspace,
    image: 'python:3.11',
    conda: CondaFile.fromText('dependencies:\n  - "${x}"\n'),
    description: 'for %{x}',
  });
  const pipeline = pipelineOf(
    { stack, workspace, compute },
    { inputs: { raw: PipelineInput.folder() }, defaultDatastore: datastore, steps: [] },
  );
  const prepare = pipeline.addStep(
    stepOf('prepare', {
      command: COMMAND,
      environment,
      code: Code.fromDirectory(folderOf({ 'main.py': script, 'data/${x}.txt': 'x' })),
      inputs: { raw: pipeline.input('raw') },
      outputs: { clean: StepOutput.folder() },
    }),
  );
  pipeline.addStep(stepOf('train', { inputs: { data: prepare.output('clean') } }));
  const published = new PublishedPipeline(stack, 'Published', { pipeline });
  new Schedule(stack, 'Nightly', {
    pipeline: published,
    trigger: Recurrence.daily({ at: '04:30', timeZone: 'Europe/Berlin' }),
    arguments: { raw: PipelineArgument.folder(datastore, 'in/${{name}}') },
  });
  app.synth();
  return { app, template: Template.fromDirectory(app.outdir, 'churn') };
}

describeTerraform('a machine learning platform', () => {
  let workdir: TerraformWorkdir;

  const write = async (script: string): Promise<void> => {
    const { app, template } = platform(script);
    await workdir.write(template.toJson(), join(app.outdir, 'stacks', 'churn'));
  };

  /** Bodies that azapi sent for a type of resource. */
  const sent = (type: string) =>
    workdir.provider.requests
      .entries()
      .filter(({ id, method }) => method === 'PUT' && typeOf(id) === type)
      .map(({ body }) => body);

  beforeAll(async () => {
    workdir = await TerraformWorkdir.create();
    await write('print(1)');
    expectOk(await workdir.init());
  });

  afterAll(async () => {
    await workdir.dispose();
  });

  test('is valid', async () => {
    expect((await workdir.validate()).diagnostics).toEqual([]);
  });

  test('is planned as creations and applied', async () => {
    const { plan } = expectOk(await workdir.plan());
    expect(actionsOf(plan?.resource_changes)).toEqual(['create']);
    expect(errorsOf(await workdir.applyPlan())).toEqual([]);
  });

  test('reaches the service as it was written', () => {
    expect(sent('workspaces/environments/versions')).toMatchObject([
      { properties: { condaFile: 'dependencies:\n  - "${x}"\n', description: 'for %{x}' } },
    ]);
    const specs = sent('workspaces/components/versions').map((body) => JSON.stringify(body));
    expect(specs.filter((spec) => spec.includes(JSON.stringify(COMMAND)))).toHaveLength(1);
    expect(specs.filter((spec) => spec.includes('"${{parent.inputs.raw}}"'))).toHaveLength(1);
    expect(JSON.stringify(sent('workspaces/schedules'))).toContain('/paths/in/${{name}}"');
  });

  test('has its default deployment', () => {
    const [endpoint] = workdir.provider.store
      .list()
      .filter(({ id }) => typeOf(id) === 'workspaces/batchEndpoints');
    expect(endpoint?.body).toMatchObject({
      properties: { authMode: 'AADToken', defaults: { deploymentName: 'current' } },
    });
  });

  test('has nothing to do in a second plan', async () => {
    expect(await workdir.planIsEmpty()).toBe(true);
  });

  test('publishes other content by creating it, and moves endpoint and schedule to it', async () => {
    await write('print(2)');
    const { plan } = expectOk(await workdir.plan());
    const created = changed(plan?.resource_changes, 'create');
    expect(
      created.map(({ type, name }) => `${type}.${name.replace(/[0-9A-Fa-f]{8,}/g, '…')}`).sort(),
    ).toEqual([
      'azapi_resource.Published_Pipeline_Version-…_…',
      'azapi_resource.Published_Steps_prepare_Version-…_…',
      'azapi_resource.Workspace_Code-…_…',
      'azurerm_storage_blob.Workspace_Code-…_File_…',
      'azurerm_storage_blob.Workspace_Code-…_File_…',
    ]);
    expect(changed(plan?.resource_changes, 'update').map(({ name }) => name.split('_')[0])).toEqual(
      expect.arrayContaining(['Nightly', 'Published']),
    );
    expect(actionsOf(plan?.resource_changes)).not.toContain('delete,create');
    expect(errorsOf(await workdir.applyPlan())).toEqual([]);
    expect(await workdir.planIsEmpty()).toBe(true);
  });

  test('is destroyed, schedules being disabled before they are deleted', async () => {
    workdir.provider.requests.clear();
    expect(errorsOf(await workdir.destroy())).toEqual([]);
    expect(workdir.provider.store.ids()).toEqual([]);
    const requests = workdir.provider.requests
      .entries()
      .filter(({ id }) => typeOf(id) === 'workspaces/schedules');
    expect(requests.map(({ method }) => method)).toEqual(['PUT', 'DELETE']);
    expect(requests[0]?.body).toMatchObject({
      properties: {
        isEnabled: false,
        trigger: { frequency: 'Day' },
        action: { jobDefinition: { jobType: 'Pipeline' } },
      },
    });
  });
});

/** The type of a resource of Azure ML, such as `workspaces/schedules`. */
function typeOf(id: string): string {
  const [, path = ''] = id.split('/Microsoft.MachineLearningServices/');
  return path
    .split('/')
    .filter((_, index) => index % 2 === 0)
    .join('/');
}

function actionsOf(changes: readonly PlannedChange[] = []): readonly string[] {
  const actions = changes.map(({ change }) => change.actions.join());
  return [...new Set(actions)].filter((action) => action !== 'no-op' && action !== 'read');
}

function changed(changes: readonly PlannedChange[] = [], action: string): readonly PlannedChange[] {
  return changes.filter(({ change }) => change.actions.join() === action);
}
