// Uses the package as its users do: packed, installed with its peers, compiled, synthesized with
// node and with the CLI of cdktf.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, run } from './smoke/command.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const temp = mkdtempSync(join(tmpdir(), 'azureml-smoke-'));
const consumer = join(temp, 'consumer');
const cli = join(temp, 'cli');

try {
  installConsumer();
  synthesizeWithNode();
  loadEachExport();
  installCli();
  synthesizeWithCli('consumer', consumer);
  synthesizeWithCli('repository', root);
} finally {
  rmSync(temp, { recursive: true, force: true });
}

function installConsumer() {
  const packed = run('npm', ['pack', '--json', '--pack-destination', temp], { cwd: root });
  const [{ filename, entryCount }] = JSON.parse(packed.slice(packed.indexOf('[\n')));
  cpSync(join(root, 'scripts', 'smoke', 'consumer'), consumer, { recursive: true });
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const tools = ['typescript', 'ts-node', '@types/node'].map((n) => `${n}@${devDependencies[n]}`);
  install(consumer, join(temp, filename), ...tools);
  console.log(`ok  ${filename}, ${entryCount} files, installs with its peers`);
}

function synthesizeWithNode() {
  run('npx', ['tsc', '-p', '.'], { cwd: consumer });
  const outputs = ['first', 'second'].map((name) => {
    const outdir = join(temp, name);
    run('node', ['main.js'], { cwd: consumer, env: { CDKTF_OUTDIR: outdir } });
    return synthesized(outdir);
  });
  if (outputs[0] !== outputs[1]) throw new Error('two runs of the same program differ');
  console.log('ok  compiles, synthesizes with node, twice the same');
}

function loadEachExport() {
  const script = join(consumer, 'each-export.cjs');
  cpSync(join(root, 'scripts', 'smoke', 'each-export.cjs'), script);
  console.log(`ok  each of ${run('node', [script], { cwd: consumer }).trim()} exports loads alone`);
  run('npx', ['cdktf-azureml', '--help'], { cwd: consumer });
  console.log('ok  the command runs');
}

function installCli() {
  mkdirSync(cli);
  install(cli, '--prefix', cli, 'cdktf-cli@0.21');
}

function synthesizeWithCli(name, folder) {
  const outdir = join(temp, `cli-${name}`);
  const home = join(temp, 'home');
  mkdirSync(home, { recursive: true });
  run(join(cli, 'node_modules', '.bin', 'cdktf'), ['synth', '--output', outdir], {
    cwd: folder,
    env: { HOME: home, CHECKPOINT_DISABLE: '1', CI: 'true' },
  });
  synthesized(outdir);
  console.log(`ok  cdktf synth in the ${name}`);
}

/** Everything that a synthesis wrote for its stacks, as one text. */
function synthesized(outdir) {
  const stacks = join(outdir, 'stacks');
  const files = existsSync(stacks)
    ? readdirSync(stacks)
        .sort()
        .map((stack) => join(stacks, stack, 'cdk.tf.json'))
    : [];
  if (files.length === 0) throw new Error(`nothing was synthesized into ${outdir}`);
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}
