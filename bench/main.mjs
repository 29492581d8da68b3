// What the library costs, in CPU seconds (user and system).
//
//   npm run bench              a table
//   npm run bench -- --json    for machines
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './child.mjs';
import { graphCost } from './graph-cost.mjs';
import { importCost } from './import-cost.mjs';
import { pulumiCost } from './pulumi-cost.mjs';
import { reviewCost } from './review-cost.mjs';
import { scaleCost } from './scale-cost.mjs';
import { snapshotCost } from './snapshot-cost.mjs';
import { synthCost } from './synth-cost.mjs';

if (!existsSync(join(ROOT, 'dist', 'index.js'))) throw new Error('run "npm run build" first');

if (process.argv.includes('--json')) {
  const [synth, imported, scale] = [synthCost(), importCost(), [...scaleCost()]];
  const costs = {
    synth,
    import: imported,
    scale,
    snapshot: snapshotCost(),
    graph: graphCost(),
    review: reviewCost(),
    pulumi: [...pulumiCost()],
  };
  console.log(JSON.stringify({ node: process.version, ...costs }, null, 2));
} else {
  print();
}

function print() {
  const synth = synthCost();
  row('npm run synth, without npm', seconds(synth.cpuSeconds), goal(synth.cpuSeconds, synth.goal));
  const { library, alone, more, goal: most } = importCost();
  row('import cdktf and the bindings', seconds(alone));
  row('import the library', seconds(library));
  row('  more', seconds(more), goal(more, most));
  console.log('\nconstruct and synthesize        library     by hand   ratio');
  for (const size of scaleCost()) {
    row(
      `${size.resources.toLocaleString('en')} resources`,
      seconds(size.library),
      seconds(size.byHand),
      size.ratio.toFixed(3).padStart(7),
      goal(size.ratio, size.goal),
    );
  }
  printGraph(graphCost());
  printSnapshot(snapshotCost());
  printReview(reviewCost());
  printPulumi(pulumiCost());
}

function printGraph(sizes) {
  console.log('\npipeline, each step                       ratio');
  for (const { steps, perStep, ratio, goal: most } of sizes) {
    const each = `${(perStep * 1e6).toFixed(1)} µs`.padStart(9);
    row(
      `${steps.toLocaleString('en')} steps`,
      each,
      ratio.toFixed(3).padStart(7),
      goal(ratio, most),
    );
  }
}

function printSnapshot({ files, bytes, plain, hash, unchanged, memory, staging }) {
  const size = `${files.toLocaleString('en')} files, ${bytes / 2 ** 20} MiB`;
  console.log(`\nsnapshot of ${size.padEnd(27)} ratio`);
  row('read and hash in one loop', seconds(plain));
  for (const [name, cost] of [
    ['hash', hash],
    ['hash, unchanged since', unchanged],
  ]) {
    const ratio = cost.ratio.toFixed(3).padStart(7);
    row(name, seconds(cost.cpuSeconds), ratio, goal(cost.ratio, cost.goal));
  }
  row(
    '  peak memory',
    `${memory.peakMb.toFixed(0)} MB`.padStart(9),
    goal(memory.peakMb, memory.goal),
  );
  row('stage for Terraform', seconds(staging.cpuSeconds));
  row('  synthesize, staged before', seconds(staging.again));
  row('  hard links instead', seconds(staging.links));
}

function printReview({ large, small }) {
  for (const { name, resources, bytes, memory, ...cost } of large) {
    const size = `${resources.toLocaleString('en')} resources, ${(bytes / 1e6).toFixed(0)} MB`;
    console.log(`\nreview of ${`${size}, ${name}`.padEnd(30)} ratio`);
    row('JSON.parse alone', seconds(cost.parse));
    const ratio = cost.ratio.toFixed(3).padStart(7);
    row('review', seconds(cost.cpuSeconds), ratio, goal(cost.ratio, cost.goal));
    row('  of a process that parses', ''.padStart(9), cost.ofProcesses.toFixed(3).padStart(7));
    const times = memory.ratio.toFixed(3).padStart(7);
    row('  peak memory, of the file', ''.padStart(9), times, goal(memory.ratio, memory.goal));
    row('jq, addresses by action', cost.jq === undefined ? 'not there' : seconds(cost.jq));
  }
  console.log(`\nreview of ${small.resources} resources`);
  row('with its start', seconds(small.cpuSeconds), goal(small.cpuSeconds, small.goal));
}

function printPulumi(sizes) {
  console.log('\nPulumi                       synthesis  plain reg.   adapter   more for each');
  for (const { resources, synthesis, registration, adapter, milliseconds, goal: most } of sizes) {
    row(
      `${resources.toLocaleString('en')} resources`,
      seconds(synthesis),
      seconds(registration),
      seconds(adapter),
      `${milliseconds.toFixed(3)} ms`.padStart(9),
      goal(milliseconds, most),
    );
  }
}

function row(name, ...cells) {
  console.log([name.padEnd(30), ...cells].join(' '));
}

function seconds(value) {
  return `${value.toFixed(3)} s`.padStart(9);
}

function goal(value, most) {
  return `  at most ${most.toFixed(2)}: ${value <= most ? 'met' : 'MISSED'}`;
}
