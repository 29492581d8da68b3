import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerOf, cpuSecondsOf } from './child.mjs';
import { CREATES, MOSTLY_UNCHANGED, writePlan } from './review/plan.mjs';
import { least, median } from './statistics.mjs';

const LARGE = 10_000;
const SMALL = 50;
const RUNS = 5;

/** Groups addresses by action, as summaries of plans do. */
const GROUPS =
  '.resource_changes | map({ key: (.change.actions | join(",")), address }) | group_by(.key) | map({ (.[0].key): map(.address) }) | add';

/**
 * What a review of a plan costs, start and Markdown included, beside `JSON.parse` of the same text alone, and beside
 * `jq`, which only groups addresses.
 */
export function reviewCost() {
  const folder = mkdtempSync(join(tmpdir(), 'review-'));
  try {
    const idle = answerOf('review/idle.mjs', []).peakMb;
    const large = [
      ['all created', CREATES],
      ['mostly unchanged', MOSTLY_UNCHANGED],
    ].map(([name, kind]) => {
      const file = join(folder, 'large.json');
      writePlan(file, LARGE, kind);
      return { name, resources: LARGE, ...costOf(file, folder, idle) };
    });
    const file = join(folder, 'small.json');
    writePlan(file, SMALL, CREATES);
    const small = Array.from({ length: RUNS }, () => review(file, folder).cpuSeconds);
    return { large, small: { resources: SMALL, cpuSeconds: least(small), goal: 0.5 } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function costOf(file, folder, idle) {
  const bytes = statSync(file).size;
  const runs = Array.from({ length: RUNS }, () => ({
    parse: answerOf('review/parse.mjs', [file]),
    review: review(file, folder),
    jq: jqSeconds(file),
  }));
  const peaks = runs.map((run) => ((run.review.peakMb - idle) * 2 ** 20) / bytes);
  const jq = runs.flatMap((run) => run.jq ?? []);
  return {
    bytes,
    parse: median(runs.map((run) => run.parse.cpuSeconds)),
    cpuSeconds: median(runs.map((run) => run.review.cpuSeconds)),
    ratio: median(runs.map((run) => run.review.cpuSeconds / run.parse.cpuSeconds)),
    ofProcesses: median(runs.map((run) => run.review.cpuSeconds / run.parse.processSeconds)),
    goal: 2,
    memory: { ratio: Math.max(...peaks), goal: 5 },
    ...(jq.length === 0 ? {} : { jq: median(jq) }),
  };
}

function review(file, folder) {
  const out = join(folder, 'review.md');
  return answerOf('review/command.mjs', ['review', file, '--format', 'markdown', '--out', out]);
}

/** `undefined` where jq is not installed. */
function jqSeconds(file) {
  try {
    return cpuSecondsOf(`jq '${GROUPS}' '${file}'`);
  } catch {
    return undefined;
  }
}
