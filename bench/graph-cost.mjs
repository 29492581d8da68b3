import { answerOf } from './child.mjs';
import { least } from './statistics.mjs';

/** How often each size is measured, in one process. */
const SIZES = [
  { steps: 100, runs: 40 },
  { steps: 1_000, runs: 10 },
  { steps: 4_000, runs: 5 },
];

/**
 * What a step of a pipeline costs: declared, checked with the graph and rendered. The ratio is that of a
 * step among few: where work is linear in steps and edges, it is 1.
 */
export function graphCost() {
  const costs = SIZES.map(({ steps, runs }) => ({
    steps,
    cpuSeconds: least(answerOf('graph/run.mjs', [steps, runs], ['--expose-gc'])),
  }));
  const [few] = costs;
  return costs.map(({ steps, cpuSeconds }) => ({
    steps,
    cpuSeconds,
    perStep: cpuSeconds / steps,
    ratio: cpuSeconds / steps / (few.cpuSeconds / few.steps),
    goal: 1.5,
  }));
}
