// Synthesizes examples with the built library; each prints what it declares, and where.
//
//   node scripts/synth.mjs FOLDER    the example in this folder, into cdktf.out
//   node scripts/synth.mjs --all     every example, each into cdktf.out/<name>
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsNode = createRequire(import.meta.url).resolve('ts-node/dist/bin.js');

const [given] = process.argv.slice(2);
if (given === undefined) throw new Error('name the folder of an example, or --all');
const targets =
  given === '--all'
    ? allExamples().map((folder) => [folder, join('cdktf.out', basename(folder))])
    : [[given, 'cdktf.out']];

const failed = targets
  .filter(([folder, outdir]) => !synthesize(folder, outdir))
  .map(([folder]) => folder);
if (failed.length > 0) {
  console.error(`not synthesized: ${failed.join(', ')}`);
  process.exitCode = 1;
}

function allExamples() {
  return readdirSync(join(root, 'examples'))
    .filter((name) => existsSync(join(root, 'examples', name, 'main.ts')))
    .sort()
    .map((name) => join('examples', name));
}

function synthesize(folder, outdir) {
  rmSync(join(root, outdir, 'stacks'), { recursive: true, force: true });
  mkdirSync(join(root, outdir), { recursive: true });
  const { status } = spawnSync(process.execPath, [tsNode, join(folder, 'main.ts')], {
    cwd: root,
    // Examples share this folder and are published by nobody.
    env: { CDKTF_AZUREML_VERSIONS: 'read', ...process.env, CDKTF_OUTDIR: outdir },
    stdio: 'inherit',
  });
  return status === 0;
}
