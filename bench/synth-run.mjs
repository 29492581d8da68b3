// Runs what `npm run synth` runs and prints the CPU time of all its processes, this small one aside.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const before = childrenCpu();
const { status } = spawnSync(process.execPath, ['scripts/synth.mjs', 'examples/01-quickstart'], {
  stdio: 'ignore',
});
if (status !== 0) process.exit(1);
console.log(`cpu-seconds ${childrenCpu() - before}`);

/** CPU seconds of the children that have ended, and theirs, as Linux counts them. */
function childrenCpu() {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
  const ticksPerSecond = 100;
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}
