// CPU time of child processes: user and system together, in seconds.
import { spawnSync } from 'node:child_process';

const MARK = 'cpu-seconds ';

/** Prints the CPU time that this process has used, for the parent to read. */
export const REPORT = `
const { user, system } = process.cpuUsage();
console.log('${MARK}' + (user + system) / 1e6);`;

/** CPU seconds of a node program that ends by REPORT; fails with what it printed. */
export function cpuOf(args, options = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options,
  });
  const line = stdout.split('\n').findLast((text) => text.startsWith(MARK));
  if (status !== 0 || line === undefined) throw new Error(`${args.join(' ')}\n${stdout}${stderr}`);
  return Number(line.slice(MARK.length));
}

/** The least of several runs of each variant, taken in turns so that noise meets all alike. */
export function leastInTurns(runs, variants) {
  const least = variants.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < runs; run += 1) {
    variants.forEach((variant, index) => {
      least[index] = Math.min(least[index], variant());
    });
  }
  return least;
}
