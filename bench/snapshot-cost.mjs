import { join } from 'node:path';
import { answerOf } from './child.mjs';
import { withFolder } from './snapshot/folder.mjs';
import { least } from './statistics.mjs';

const SIZE = { files: 10_000, bytes: 2 ** 30 };
const RUNS = 3;
const VARIABLE = 'CDKTF_AZUREML_CACHE';

/** What a snapshot of a large folder costs: hashed, hashed again unchanged, and staged for Terraform. */
export function snapshotCost() {
  return withFolder(SIZE, (folder, base) => {
    const plain = [];
    const hashed = [];
    const unchanged = [];
    const cache = join(base, 'cache');
    withCache(cache, () => answerOf('snapshot/library.mjs', [folder]));
    for (let run = 0; run < RUNS; run += 1) {
      plain.push(answerOf('snapshot/plain.mjs', [folder]));
      hashed.push(withCache('off', () => answerOf('snapshot/library.mjs', [folder])));
      unchanged.push(withCache(cache, () => answerOf('snapshot/library.mjs', [folder])));
    }
    const staged = withCache(cache, () =>
      answerOf('snapshot/stage.mjs', [folder, join(base, 'out'), join(base, 'links')]),
    );
    const [alone, cold, warm] = [plain, hashed, unchanged].map((runs) =>
      least(runs.map(({ cpuSeconds }) => cpuSeconds)),
    );
    return {
      ...SIZE,
      plain: alone,
      hash: { cpuSeconds: cold, ratio: cold / alone, goal: 1.3 },
      unchanged: { cpuSeconds: warm, ratio: warm / alone, goal: 0.25 },
      memory: { peakMb: Math.max(...hashed.map(({ peakMb }) => peakMb)), goal: 200 },
      staging: { cpuSeconds: staged.stage, again: staged.again, links: staged.links },
    };
  });
}

function withCache(folder, use) {
  const before = process.env[VARIABLE];
  process.env[VARIABLE] = folder;
  try {
    return use();
  } finally {
    if (before === undefined) delete process.env[VARIABLE];
    else process.env[VARIABLE] = before;
  }
}
