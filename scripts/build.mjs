// Compiles lib/ to dist/, and for CDK Terrain to packages/cdktn-azureml/dist/, each with an index that loads
// modules when they are first used, and the data beside it.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emitForCdktn } from './cdktn/emit.mjs';
import { writePackage } from './cdktn/package.mjs';
import { writeLazyIndex } from './lazy-index.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const cdktn = join(root, 'packages', 'cdktn-azureml');
const outputs = [join(root, 'dist'), join(cdktn, 'dist')];

for (const output of outputs) rmSync(output, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
if (status === 0 && emitForCdktn(root, outputs[1])) {
  writeLazyIndex(root, outputs);
  for (const output of outputs) copyData(output);
  writePackage(root, cdktn);
} else process.exitCode = 1;

/** What modules read at run time: schemas and protocols. */
function copyData(output) {
  const files = readdirSync(join(root, 'lib'), { recursive: true });
  for (const file of files.filter((name) => /\.(json|proto)$/.test(name))) {
    cpSync(join(root, 'lib', file), join(output, file));
  }
}
