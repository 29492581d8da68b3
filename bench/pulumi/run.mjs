// Tells what resources cost in CPU seconds: synthesized by cdktf, registered with Pulumi's mocks by hand,
// and both by the adapter.
//
//   node --expose-gc run.mjs RESOURCES ROUNDS
import * as pulumi from '@pulumi/pulumi';
import { PulumiAzureMl } from 'cdktf-azureml/pulumi';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { declare } from '../scale/with-library.mjs';
import { register } from './plain.mjs';

const RESOURCES_IN_GROUP = 5;
const WARM_UP = { resources: 50, rounds: 12 };
const ROLES = [
  ['container', ':StorageContainer'],
  ['datastore', ':MachineLearningDatastoreBlobstorage'],
  ['cluster', ':MachineLearningComputeCluster'],
  ['schedule', ':Resource'],
  ['disabler', ':ResourceAction'],
];

const [resources, rounds] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
mkdirSync(join(folder, 'out'));

const programs = {
  synthesis: (groups) => {
    declare(join(folder, 'out'), groups).synth();
  },
  registration: (groups, names) => {
    register(groups, names);
  },
  adapter: (groups) => {
    PulumiAzureMl.register(declare(join(folder, 'out'), groups));
  },
};

try {
  const few = await namesOf(WARM_UP.resources);
  for (let round = 0; round < WARM_UP.rounds; round += 1) await measured(WARM_UP.resources, few);
  const many = await namesOf(resources);
  const measurements = [];
  for (let round = 0; round < rounds; round += 1)
    measurements.push(await measured(resources, many));
  console.log(JSON.stringify(measurements));
} finally {
  rmSync(folder, { recursive: true });
}

/** CPU seconds of each program, by its name. */
async function measured(count, names) {
  const costs = {};
  for (const name of Object.keys(programs)) costs[name] = await cpuSecondsOf(name, count, names);
  return costs;
}

async function cpuSecondsOf(name, count, names) {
  await mock(() => {});
  globalThis.gc();
  const before = process.cpuUsage();
  programs[name](count / RESOURCES_IN_GROUP, names);
  await pulumi.runtime.disconnect();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function mock(see) {
  return pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs }) => {
      see(type, name, inputs);
      return { id: `${name}-id`, state: inputs };
    },
    call: () => ({}),
  });
}

/** Names that the adapter gives, by group; the two programs must register the same. */
async function namesOf(count) {
  const groups = count / RESOURCES_IN_GROUP;
  const adapter = await registered(() => programs.adapter(groups));
  const names = Array.from({ length: groups }, () => ({}));
  for (const [name, [type]] of adapter) {
    const role = ROLES.find(([, ending]) => type.endsWith(ending))?.[0];
    const index = /^bench-[A-Za-z]+(\d+)_/.exec(name)?.[1];
    if (role !== undefined) names[Number(index)][role] = name;
  }
  const byHand = await registered(() => programs.registration(groups, names));
  const [one, other] = [adapter, byHand].map((seen) => JSON.stringify([...seen].sort()));
  if (one !== other) throw new Error('the two programs do not register the same');
  if (adapter.size !== count + 2)
    throw new Error(`${adapter.size - 2} resources in place of ${count}`);
  return names;
}

async function registered(program) {
  const seen = new Map();
  await mock((type, name, inputs) => seen.set(name, [type, sorted(inputs)]));
  program();
  await pulumi.runtime.disconnect();
  return seen;
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]));
}
