import { App } from 'cdktf';
import { renameSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Code } from '../../../lib/machine-learning/code/code';
import { PublishedPipeline } from '../../../lib/machine-learning/pipeline/published-pipeline';
import { Template } from '../../../lib/testing';
import { addFiles, folderOf, type Files } from '../../support/folder';
import { existingPlatform } from '../../support/stack';
import { describeTerraform, errorsOf, expectOk, TerraformWorkdir } from '../../support/terraform';
import { pipelineOf, stepOf } from '../setup';

const FILES: Files = { 'main.py': 'print(1)', 'util.py': '', '.amlignore': '*.log', 'x.log': '' };

describeTerraform('the code of a step', () => {
  let workdir: TerraformWorkdir;
  let folder: string;

  const write = async (): Promise<void> => {
    const app = new App({ outdir: folderOf({}) });
    const platform = existingPlatform({}, 'churn', app);
    const other = Code.fromDirectory(folderOf({ 'other.py': '' }));
    const pipeline = pipelineOf(platform, {
      steps: [stepOf('one', { code: Code.fromDirectory(folder) }), stepOf('two', { code: other })],
    });
    new PublishedPipeline(platform.stack, 'Published', { pipeline });
    app.synth();
    const template = Template.fromDirectory(app.outdir, 'churn');
    await workdir.write(template.toJson(), join(app.outdir, 'stacks', 'churn'));
  };

  /** What is planned to be created, without hashes. */
  const created = async (): Promise<readonly string[]> => {
    const { plan } = expectOk(await workdir.plan());
    return (plan?.resource_changes ?? [])
      .filter(({ change }) => change.actions.join() === 'create')
      .map(({ address }) => address.replace(/[0-9A-Fa-f]{8,}/g, '…'))
      .sort();
  };

  beforeAll(async () => {
    workdir = await TerraformWorkdir.create();
    folder = folderOf(FILES);
    await write();
    expectOk(await workdir.init());
    expect(errorsOf(await workdir.apply())).toEqual([]);
  });

  afterAll(async () => {
    await workdir.dispose();
  });

  test('plans nothing when the time of a file or an ignored file changes', async () => {
    utimesSync(join(folder, 'main.py'), 0, 0);
    addFiles(folder, { 'x.log': 'noise', 'y.log': '' });
    await write();
    expect(await workdir.planIsEmpty()).toBe(true);
  });

  const NEW_CODE = [
    'azapi_resource.Existing_Workspace_Code-…_…',
    'azapi_resource.Published_Pipeline_Version-…_…',
    'azapi_resource.Published_Steps_one_Version-…_…',
  ];

  test('is another version with another byte, for its step and the pipeline alone', async () => {
    addFiles(folder, { 'main.py': 'print(2)' });
    await write();
    expect(await created()).toEqual([
      ...NEW_CODE,
      'azurerm_storage_blob.Existing_Workspace_Code-…_EmptyFile_…["util.py"]',
      'azurerm_storage_blob.Existing_Workspace_Code-…_File_…["main.py"]',
    ]);
    expect(errorsOf(await workdir.applyPlan())).toEqual([]);
  });

  test('is another version with a renamed file', async () => {
    renameSync(join(folder, 'main.py'), join(folder, 'run.py'));
    await write();
    expect(await created()).toEqual([
      ...NEW_CODE,
      'azurerm_storage_blob.Existing_Workspace_Code-…_EmptyFile_…["util.py"]',
      'azurerm_storage_blob.Existing_Workspace_Code-…_File_…["run.py"]',
    ]);
  });
});
