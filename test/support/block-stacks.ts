import { execFileSync } from 'node:child_process';
import { type CodeBlock, runBlock } from './documents';
import { folderOf } from './folder';

/** What blocks name without declaring it: a pipeline that is being written, and one that is published. */
const AROUND = `
  const console = { log: () => undefined };
  const subscriptionId = '11111111-1111-4111-8111-111111111111';
  const pipelineId = '9a1f3c52-6f0e-4f0b-8a56-2f6f6f0d1c11';
  const stack = new MlStack(app, name, { subscriptionId, location: 'westeurope' });
  const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-churn' });
  const workspace = new Workspace(stack, 'Workspace', {
    name: 'mlw-churn', resourceGroup, publicNetworkAccess: true,
  });
  const { storageAccount } = workspace;
  const container = new StorageContainer(stack, 'Container', { name: 'raw', storageAccount });
  const datastore = new BlobDatastore(stack, 'Store', { name: 'store', workspace, container });
  const raw = datastore;
  const environment = Environment.curated('sklearn-1.5', '33');
  const identity = new UserAssignedIdentity(stack, 'Identity', { name: 'id-churn', resourceGroup });
  const factory = new DataFactory(stack, 'Factory', { name: 'adf-churn', resourceGroup });
  const cpu = new ComputeCluster(stack, 'Cpu', {
    name: 'cpu', workspace, vmSize: VmSize.STANDARD_DS3_V2, maxNodes: 2,
  });
  const optional = { optional: true };
  const steps = () => [new CommandStep('first', { command: 'true', environment })];
  const pipeline = new Pipeline(stack, 'Written', { workspace, defaultCompute: cpu, steps: steps() });
  const published = new PublishedPipeline(stack, 'Ready', {
    pipeline: new Pipeline(stack, 'Complete', {
      workspace,
      defaultCompute: cpu,
      inputs: {
        pipeline_arg: PipelineInput.integer(10),
        input_datapath: PipelineInput.folder(optional),
        scores: PipelineInput.folder(optional),
      },
      steps: steps(),
    }),
  });`;

/** Files that blocks name. */
const FILES = {
  'src/prepare.py': '',
  'src/train.py': '',
  'train/train.py': '',
  'data/iris.csv': 'a,b',
  'shared/util/io.py': '',
  'requirements.txt': 'mltable',
};

/**
 * Runs blocks, each in a stack of its own with what stands around it, in a git repository with the files
 * that they name.
 *
 * @returns the stacks
 * @throws what a block throws, its message after the line of the block
 */
export function synthesizeBlocks(blocks: readonly CodeBlock[]): readonly unknown[] {
  const stacks = blocks.map(
    ({ line, text }) => `
    (function (name) {
      ${AROUND}
      try {
        ${text.replace('app.synth();', '')}
      } catch (error) {
        error.message = 'line ${String(line)}: ' + error.message;
        throw error;
      }
    })('line-${String(line)}');`,
  );
  const program = ['const app = new App();', ...stacks, 'app.synth();'].join('\n');
  const [file = ''] = blocks.map((block) => block.file);
  return inRepository(() => runBlock({ file, line: 1, language: 'ts', text: program }).stacks);
}

function inRepository<T>(run: () => T): T {
  const cwd = folderOf(FILES);
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd });
  git('init', '-q');
  git('config', 'user.name', 'x');
  git('config', 'user.email', 'x@example.com');
  git('-c', 'commit.gpgsign=false', 'commit', '-q', '--allow-empty', '-m', 'first');
  const before = process.cwd();
  process.chdir(cwd);
  try {
    return run();
  } finally {
    process.chdir(before);
  }
}
