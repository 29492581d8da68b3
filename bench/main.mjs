// What the library costs, in CPU seconds (user and system).
//
//   npm run bench              a table
//   npm run bench -- --json    for machines
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './child.mjs';
import { importCost } from './import-cost.mjs';
import { scaleCost } from './scale-cost.mjs';
import { synthCost } from './synth-cost.mjs';

if (!existsSync(join(ROOT, 'dist', 'index.js'))) throw new Error('run "npm run build" first');

if (process.argv.includes('--json')) {
  const [synth, imported, scale] = [synthCost(), importCost(), [...scaleCost()]];
  console.log(JSON.stringify({ node: process.version, synth, import: imported, scale }, null, 2));
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
