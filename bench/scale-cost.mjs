import { answerOf } from './child.mjs';
import { geometricMean, median } from './statistics.mjs';

/** How often each size is measured: processes, and in each of them pairs of one run of either program. */
const SIZES = [
  { resources: 10, processes: 12, pairs: 40 },
  { resources: 100, processes: 12, pairs: 15 },
  { resources: 1_000, processes: 16, pairs: 4 },
  { resources: 10_000, processes: 8, pairs: 2 },
];

/** What declaring and synthesizing costs through the library and by hand, one size at a time. */
export function* scaleCost() {
  for (const { resources, processes, pairs } of SIZES) {
    const runs = Array.from({ length: processes }, (_, index) =>
      answerOf(
        'scale/run.mjs',
        [resources, pairs, index % 2 === 0 ? 'library' : 'byHand'],
        ['--expose-gc'],
      ),
    ).flat();
    const [library, byHand, ratio] = [
      median(runs.map((run) => run.library)),
      median(runs.map((run) => run.byHand)),
      geometricMean(runs.map((run) => run.library / run.byHand)),
    ];
    yield { resources, library, byHand, ratio, goal: 1.1 };
  }
}
