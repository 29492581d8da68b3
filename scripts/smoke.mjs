// Uses both packages as their users do: packed, installed with their peers, compiled, synthesized with node
// and with the CLI of cdktf; and compares what the examples become with one engine and with the other.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, run } from './smoke/command.mjs';
import { comparesDifferences, compareExamples } from './smoke/compare.mjs';
import { Consumer, refusesWithoutOverride } from './smoke/consumer.mjs';
import { CDKTF, CDKTN } from './smoke/flavours.mjs';
import { synthesized } from './smoke/synthesized.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const temp = mkdtempSync(join(tmpdir(), 'azureml-smoke-'));
const cli = join(temp, 'cli');

try {
  const consumers = [CDKTF, CDKTN].map((flavour) => new Consumer(root, temp, flavour));
  for (const consumer of consumers) use(consumer);
  compareExamples(...consumers.map((consumer) => consumer.synthesizeExamples()));
  comparesDifferences();
  refusesWithoutOverride(temp, consumers[1]);
  installCli();
  synthesizeWithCli('consumer', consumers[0].folder);
  synthesizeWithCli('repository', root);
} finally {
  rmSync(temp, { recursive: true, force: true });
}

function use(consumer) {
  consumer.install();
  consumer.synthesizeTwice();
  consumer.loadEachExport();
  consumer.runCommand();
  consumer.rehearse();
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
