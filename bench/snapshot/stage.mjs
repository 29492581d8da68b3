// Synthesizes a step with the code of a folder, twice: only the first time there is something to stage.
// Beside it, what as many hard links would cost.
import { App } from 'cdktf';
import * as ml from 'cdktf-azureml';
import { linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { measured } from './measure.mjs';

const [folder, outdir, linked] = process.argv.slice(2);
const id = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers';
const limits = { maxFiles: Number.MAX_SAFE_INTEGER, maxSizeMiB: Number.MAX_SAFE_INTEGER };

const app = new App({ outdir });
const stack = new ml.MlStack(app, 'bench', {
  subscriptionId: '00000000-0000-0000-0000-000000000000',
  location: 'westeurope',
});
const workspace = ml.Workspace.fromWorkspaceAttributes(stack, 'Workspace', {
  workspaceId: `${id}/Microsoft.MachineLearningServices/workspaces/mlw`,
  storageAccount: ml.StorageAccount.fromStorageAccountAttributes(stack, 'Storage', {
    storageAccountId: `${id}/Microsoft.Storage/storageAccounts/stbench`,
  }),
});
const step = new ml.CommandStep('run', {
  command: 'true',
  code: ml.Code.fromDirectory(folder, limits),
  environment: ml.Environment.curated('sklearn-1.5', '1'),
});
const defaultCompute = ml.ComputeCluster.fromComputeName(stack, 'Compute', workspace, 'cpu');
new ml.PublishedPipeline(stack, 'Published', {
  pipeline: new ml.Pipeline(stack, 'Pipeline', { workspace, defaultCompute, steps: [step] }),
});

const [first, second] = [measured(() => app.synth()), measured(() => app.synth())];

const links = measured(() => {
  mkdirSync(linked);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) linkSync(join(entry.parentPath, entry.name), join(linked, entry.name));
  }
});

console.log(
  JSON.stringify({
    stage: first.cpuSeconds - second.cpuSeconds,
    again: second.cpuSeconds,
    links: links.cpuSeconds,
  }),
);
