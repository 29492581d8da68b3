import { App } from 'cdktf';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Code } from '../../../lib/machine-learning/code/code';
import { ComputeCluster } from '../../../lib/machine-learning/compute/compute-cluster';
import { VmSize } from '../../../lib/machine-learning/compute/vm-size';
import { Environment } from '../../../lib/machine-learning/environment/environment';
import { Pipeline } from '../../../lib/machine-learning/pipeline/pipeline';
import { PublishedPipeline } from '../../../lib/machine-learning/pipeline/published-pipeline';
import { PipelineStep } from '../../../lib/machine-learning/pipeline/steps/pipeline-step';
import { Recurrence } from '../../../lib/machine-learning/schedule/recurrence';
import { Schedule } from '../../../lib/machine-learning/schedule/schedule';
import { Template } from '../../../lib/testing';
import { inMode, newFile } from '../../platform/versions/setup';
import { folderOf, type Files } from '../../support/folder';
import { declaredPlatform } from '../../support/stack';
import {
  describeTerraform,
  errorsOf,
  expectOk,
  type PlannedChange,
  TerraformWorkdir,
} from '../../support/terraform';
import { stepOf } from '../setup';

interface Content {
  readonly files?: Files;
  readonly image?: string;
  readonly vmSize?: VmSize;
  readonly version?: string;
  /** Whether the modification times of the files are another day's. */
  readonly touched?: boolean;
}

const FILES: Files = {
  'main.py': 'print(1)',
  'util/__init__.py': '',
  'data/${x} %{y}.txt': 'x',
  '.amlignore': '*.log',
};

/** A stack that publishes a step with code and a nested pipeline with code of its own, and a schedule. */
function synthesize(file: string, content: Content): { readonly app: App; readonly json: object } {
  return inMode('write', () => {
    const app = new App({ outdir: folderOf({}) });
    const { stack, workspace } = declaredPlatform({ versionsFile: file }, {}, 'churn', app);
    const compute = new ComputeCluster(stack, 'Cpu', {
      name: 'cpu',
      workspace,
      vmSize: content.vmSize ?? VmSize.STANDARD_DS3_V2,
      maxNodes: 1,
    });
    const environment = new Environment(stack, 'Environment', {
      name: 'python',
      workspace,
      image: content.image ?? 'python:3.11',
    });
    const nested = new Pipeline(stack, 'Nested', { workspace, defaultCompute: compute });
    const code = Code.fromDirectory(folderOf({ 'main.py': 'print("nested")' }));
    nested.addStep(stepOf('inner', { environment, code }));
    const pipeline = new Pipeline(stack, 'Train', { workspace, defaultCompute: compute });
    const folder = folderOf(content.files ?? FILES);
    if (content.touched === true) utimesSync(join(folder, 'main.py'), 1e9, 1e9);
    pipeline.addStep(stepOf('prepare', { environment, code: Code.fromDirectory(folder) }));
    pipeline.addStep(new PipelineStep('nested', { pipeline: nested }));
    const published = new PublishedPipeline(stack, 'Published', {
      pipeline,
      ...(content.version === undefined ? {} : { version: content.version }),
    });
    new Schedule(stack, 'Nightly', {
      pipeline: published,
      trigger: Recurrence.daily({ at: '04:30', timeZone: 'Europe/Berlin' }),
    });
    app.synth();
    return { app, json: Template.fromDirectory(app.outdir, 'churn').toJson() };
  });
}

/** What is to be done, by action: labels of resources without hashes, each once. */
function actionsOf(changes: readonly PlannedChange[] = []) {
  const told = changes.map(({ type, name, change }) => {
    const action = `${change.actions.join()}${change.importing === undefined ? '' : ' imported'}`;
    const label = name.replaceAll(/[0-9A-Fa-f]{8,}/g, '…').replaceAll(/_…$|-…(?=_|$)/g, '');
    return [action, `${type}.${label}`] as const;
  });
  const changed = told.filter(([action]) => action !== 'no-op' && action !== 'read');
  return Object.fromEntries(
    [...new Set(changed.map(([action]) => action))]
      .sort()
      .map((action) => [
        action,
        [...new Set(changed.filter(([one]) => one === action).map(([, label]) => label))].sort(),
      ]),
  );
}

const OF_A_SCRIPT = [
  'azapi_resource.Published_Pipeline_Version',
  'azapi_resource.Published_Steps_prepare_Version',
  'azapi_resource.Workspace_Code',
  'azurerm_storage_blob.Workspace_Code_EmptyFile',
  'azurerm_storage_blob.Workspace_Code_File',
];
const POINTING_AT_IT = [
  'azapi_resource.Nightly',
  'azapi_resource.Published_Deployment',
  'azapi_resource_action.Nightly_DisableBeforeDestroy',
];

describeTerraform('publishing', () => {
  let workdir: TerraformWorkdir;
  let file: string;

  const plan = async (content: Content = {}) => {
    const { app, json } = synthesize(file, content);
    await workdir.write(json as never, join(app.outdir, 'stacks', 'churn'));
    return actionsOf(expectOk(await workdir.plan()).plan?.resource_changes);
  };
  const publish = async (content: Content = {}) => {
    const actions = await plan(content);
    expect(errorsOf(await workdir.applyPlan())).toEqual([]);
    expect(await workdir.planIsEmpty()).toBe(true);
    return actions;
  };

  beforeAll(async () => {
    workdir = await TerraformWorkdir.create();
    file = newFile();
    await plan().catch(() => undefined);
    expectOk(await workdir.init());
  });

  beforeEach(async () => {
    await workdir.clear();
    file = newFile();
    await publish();
  });

  afterAll(async () => {
    await workdir.dispose();
  });

  test.each<[string, Files]>([
    ['one other byte of a script', { ...FILES, 'main.py': 'print(2)' }],
    ['a file of another name', { 'run.py': 'print(1)', 'util/__init__.py': '' }],
  ])('%s plans exactly what holds it, and destroys nothing', async (_, files) => {
    expect(await publish({ files })).toEqual({
      create: OF_A_SCRIPT,
      forget: OF_A_SCRIPT,
      update: POINTING_AT_IT,
    });
  });

  test('files of another time, or that are ignored, plan nothing', async () => {
    const files = { ...FILES, 'run.log': 'x' };
    expect(await publish({ touched: true })).toEqual({});
    expect(await publish({ files })).toEqual({});
  });

  test('what was published before is adopted when it is declared again, with its files', async () => {
    await publish({ files: { ...FILES, 'main.py': 'print(2)' } });
    workdir.provider.requests.clear();
    expect(await publish()).toEqual({
      forget: OF_A_SCRIPT,
      'no-op imported': OF_A_SCRIPT,
      update: POINTING_AT_IT,
    });
    const methods = workdir.provider.requests.entries().map(({ id, method }) => [method, id]);
    expect(methods.filter(([, id]) => /codes|components|blobs/.test(id ?? ''))).toEqual([]);
  });

  test('another environment is a version of all that runs in it, also of what is nested', async () => {
    const versions = [
      'azapi_resource.Environment_Version',
      'azapi_resource.Published_Nested_nested_Pipeline_Version',
      'azapi_resource.Published_Nested_nested_Steps_inner_Version',
      'azapi_resource.Published_Pipeline_Version',
      'azapi_resource.Published_Steps_prepare_Version',
    ];
    expect(await plan({ image: 'python:3.12' })).toEqual({
      create: versions,
      forget: versions,
      update: POINTING_AT_IT,
    });
  });

  test('versions given by hand are forgotten and adopted like others', async () => {
    const components = [
      'azapi_resource.Published_Nested_nested_Pipeline_Version',
      'azapi_resource.Published_Nested_nested_Steps_inner_Version',
      'azapi_resource.Published_Pipeline_Version',
      'azapi_resource.Published_Steps_prepare_Version',
    ];
    const [one, two] = [{ version: '1' }, { version: '2' }];
    const told = (actions: object) =>
      Object.entries(actions).map(([action, labels]) => [action, (labels as string[]).length]);
    expect(told(await publish(one))).toEqual([
      ['create', components.length],
      ['forget', components.length],
      ['update', POINTING_AT_IT.length],
    ]);
    await publish(two);
    expect(told(await publish(one))).toEqual([
      ['forget', components.length],
      ['no-op imported', components.length],
      ['update', POINTING_AT_IT.length],
    ]);
  });

  test('another size of a cluster stays a replacement, destroyed first', async () => {
    expect(await plan({ vmSize: VmSize.STANDARD_DS11_V2 })).toMatchObject({
      'delete,create': ['azurerm_machine_learning_compute_cluster.Cpu'],
    });
  });
});
