// Declares and synthesizes resources with both programs in turn and tells the CPU seconds of each.
//
//   node --expose-gc run.mjs RESOURCES PAIRS STARTS_WITH
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as byHand from './by-hand.mjs';
import * as library from './with-library.mjs';

const RESOURCES_IN_GROUP = 5;
const WARM_UP = { resources: 50, rounds: 30 };

const [resources, pairs, startsWith] = process.argv.slice(2);
const programs = { library, byHand };
const names = startsWith === 'library' ? ['library', 'byHand'] : ['byHand', 'library'];
const folder = mkdtempSync(join(tmpdir(), 'bench-'));

try {
  for (let round = 0; round < WARM_UP.rounds; round += 1) measured(WARM_UP.resources, names);
  refuseDifference(WARM_UP.resources);
  const measurements = Array.from({ length: Number(pairs) }, (_, pair) =>
    measured(Number(resources), pair % 2 === 0 ? names : names.toReversed()),
  );
  refuseDifference(Number(resources));
  console.log(JSON.stringify(measurements));
} finally {
  rmSync(folder, { recursive: true });
}

/** CPU seconds of each program, by its name. */
function measured(count, order) {
  return Object.fromEntries(order.map((name) => [name, cpuSecondsOf(name, count)]));
}

function cpuSecondsOf(name, count) {
  globalThis.gc();
  const before = process.cpuUsage();
  programs[name].declare(join(folder, name), count / RESOURCES_IN_GROUP).synth();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** A comparison of programs that declare different things would say nothing. */
function refuseDifference(count) {
  const [one, other] = names.map((name) =>
    readFileSync(join(folder, name, 'stacks', 'bench', 'cdk.tf.json'), 'utf8'),
  );
  const blocks = Object.values(JSON.parse(one).resource).flatMap((type) => Object.keys(type));
  if (one !== other) throw new Error('the two programs do not synthesize the same stack');
  if (blocks.length !== count) throw new Error(`${blocks.length} resources in place of ${count}`);
}
