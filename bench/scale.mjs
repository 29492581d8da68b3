// Construct-and-synth time of the same resources through the library and by hand.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuOf, leastInTurns } from './cpu.mjs';

const RESOURCES_PER_GROUP = 5;
const SIZES = [
  { resources: 10, runs: 9 },
  { resources: 100, runs: 9 },
  { resources: 1_000, runs: 7 },
  { resources: 10_000, runs: 3 },
];
const runner = fileURLToPath(new URL('./scale/run.mjs', import.meta.url));

/** The ratio at each size; fails where the two programs do not declare the same. */
export function scaleCost(root) {
  return SIZES.map(({ resources, runs }) => {
    const groups = resources / RESOURCES_PER_GROUP;
    const folder = mkdtempSync(join(tmpdir(), 'bench-scale-'));
    const variant = (name) => () =>
      cpuOf([runner, name, join(folder, name), String(groups)], { cwd: root });
    const [library, byHand] = leastInTurns(runs, [variant('with-library'), variant('by-hand')]);
    assertSame(join(folder, 'with-library'), join(folder, 'by-hand'));
    rmSync(folder, { recursive: true });
    return {
      subject: `${resources.toLocaleString('en')} resources`,
      beside: 'the same by hand',
      unit: '×',
      value: library / byHand,
      goal: 1.1,
      detail: `${library.toFixed(3)} s beside ${byHand.toFixed(3)} s`,
    };
  });
}

function assertSame(one, other) {
  const [a, b] = [one, other].map((folder) => resourcesIn(folder));
  if (a !== b) throw new Error('the two programs do not declare the same resources');
}

function resourcesIn(folder) {
  const stack = JSON.parse(readFileSync(join(folder, 'stacks/bench/cdk.tf.json'), 'utf8'));
  return JSON.stringify(stack.resource);
}
