import { answerOf } from './child.mjs';
import { median } from './statistics.mjs';

/** How often each size is measured: processes, and in each of them rounds of one run of each program. */
const SIZES = [
  { resources: 100, processes: 3, rounds: 8 },
  { resources: 1_000, processes: 3, rounds: 3 },
  { resources: 10_000, processes: 2, rounds: 1 },
];

/** What the adapter for Pulumi costs beyond cdktf's synthesis and Pulumi's registration, one size at a time. */
export function* pulumiCost() {
  for (const { resources, processes, rounds } of SIZES) {
    const runs = Array.from({ length: processes }, () =>
      answerOf('pulumi/run.mjs', [resources, rounds], ['--expose-gc']),
    ).flat();
    const [synthesis, registration, adapter, more] = [
      median(runs.map((run) => run.synthesis)),
      median(runs.map((run) => run.registration)),
      median(runs.map((run) => run.adapter)),
      median(runs.map((run) => run.adapter - run.synthesis - run.registration)),
    ];
    const milliseconds = (more / resources) * 1e3;
    yield { resources, synthesis, registration, adapter, milliseconds, goal: 0.2 };
  }
}
