// Plans as `terraform show -json` writes them, of as many resources as one likes: real ones of this library over and
// over, each with a name of its own.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

const RESOURCES = JSON.parse(readFileSync(new URL('resources.json', import.meta.url), 'utf8'));

/** Of a hundred resources so many are of each kind, as on a platform with many pipelines. */
const SHARES = {
  azurerm_role_assignment: 16,
  azurerm_storage_blob: 10,
  azurerm_storage_container: 4,
  azurerm_machine_learning_datastore_blobstorage: 4,
  azurerm_machine_learning_compute_cluster: 3,
  azurerm_storage_account: 1,
  'workspaces/codes/versions': 6,
  'workspaces/environments/versions': 4,
  'workspaces/components/versions of a step': 12,
  'workspaces/components/versions': 6,
  'workspaces/batchEndpoints/deployments': 4,
  'workspaces/schedules': 6,
  'action workspaces/schedules': 6,
  'factories/pipelines': 6,
  'factories/datasets': 4,
  'factories/triggers': 2,
  workflows: 6,
};

/** Where definitions hold what people add to them. */
const PARTS = [
  ['activities'],
  ['definition', 'actions'],
  ['componentSpec', 'jobs'],
  ['componentSpec', 'inputs'],
];

/** A plan that makes everything, with definitions so many times as long as those of the examples. */
export const CREATES = { actions: () => ['create'], length: 5 };

/** A plan that changes one resource in a hundred, and says of all what they are, were and will be. */
export const MOSTLY_UNCHANGED = {
  actions: (index) => (index % 100 === 7 ? ['update'] : ['no-op']),
  length: 1,
};

/** Writes a plan, part by part, since it may be large. */
export function writePlan(file, count, { actions, length }) {
  const resources = Array.from({ length: count }, (_, index) =>
    resourceAt(index, actions(index), length),
  );
  const isNew = resources[0].actions[0] === 'create';
  const output = openSync(file, 'w');
  const parts = [
    ['"planned_values":{"root_module":{"resources":[', resources.map(planned), ']}}'],
    ['"resource_changes":[', resources.map(changed), ']'],
    ...(isNew
      ? []
      : [
          [
            '"prior_state":{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{"resources":[',
            resources.map(known),
            ']}}}',
          ],
        ]),
    ['"configuration":{"root_module":{"resources":[', resources.map(configured), ']}}'],
  ];
  writeSync(output, '{"format_version":"1.2","terraform_version":"1.11.4"');
  for (const [start, thunks, end] of parts) {
    writeSync(output, `,${start}`);
    for (let at = 0; at < thunks.length; at += 200) {
      const items = thunks.slice(at, at + 200).map((thunk) => JSON.stringify(thunk()));
      writeSync(output, `${at === 0 ? '' : ','}${items.join()}`);
    }
    writeSync(output, end);
  }
  writeSync(output, ',"timestamp":"2026-01-01T00:00:00Z","complete":true,"errored":false}\n');
  closeSync(output);
}

const KINDS = Object.entries(SHARES).flatMap(([kind, share]) => Array(share).fill(kind));

function resourceAt(index, actions, length) {
  // Neighbours are of different kinds: 37 has no divisor in common with 100.
  const kind = KINDS[(index * 37) % KINDS.length];
  const { type, provider_name, schema_version, state, after_unknown, sensitive, config } =
    RESOURCES[kind];
  const name = `Part${index}_${kind.replaceAll(/[^A-Za-z]/g, '')}_${hash(index)}`;
  const head = { address: `${type}.${name}`, mode: 'managed', type, name };
  const own = (body) => longer(body, length);
  return {
    head,
    provider_name,
    schema_version,
    actions,
    sensitive,
    config: { ...config, expressions: longerExpressions(config.expressions, length) },
    state: { ...own(state), ...namesOf(state, index) },
    unknown: own(after_unknown),
  };
}

/** Versions have the name of their content; what they are versions of is named. */
function namesOf({ name, parent_id: parent }, index) {
  return {
    ...(name === undefined ? {} : { name: `${name}-${index}` }),
    ...(parent === undefined ? {} : { parent_id: `${parent}-${index}` }),
  };
}

function hash(index) {
  return ((index * 2_654_435_761) % 2 ** 32).toString(16).toUpperCase().padStart(8, '0');
}

function longer(values, length) {
  const properties = values?.body?.properties;
  if (length === 1 || properties === undefined) return values;
  return { ...values, body: { ...values.body, properties: withParts(properties, length) } };
}

function longerExpressions(expressions, length) {
  const properties = expressions?.body?.constant_value?.properties;
  if (length === 1 || properties === undefined) return expressions;
  const value = { ...expressions.body.constant_value, properties: withParts(properties, length) };
  return { ...expressions, body: { ...expressions.body, constant_value: value } };
}

function withParts(properties, length) {
  return PARTS.reduce((rest, path) => repeatedAt(rest, path, length), properties);
}

function repeatedAt(value, [key, ...rest], length) {
  const inner = value?.[key];
  if (inner === undefined) return value;
  return {
    ...value,
    [key]: rest.length > 0 ? repeatedAt(inner, rest, length) : repeated(inner, length),
  };
}

function repeated(parts, length) {
  const rounds = Array.from({ length }, (_, round) => (round === 0 ? '' : `_${round}`));
  if (Array.isArray(parts)) {
    return rounds.flatMap((round) =>
      parts.map((part) => (part.name === undefined ? part : { ...part, name: part.name + round })),
    );
  }
  return Object.fromEntries(
    rounds.flatMap((round) => Object.entries(parts).map(([key, part]) => [key + round, part])),
  );
}

const PLANNED = (resource) =>
  resource.actions[0] === 'create' ? plannedState(resource) : resource.state;

/** What is known before the apply. */
function plannedState({ state, unknown }) {
  return Object.fromEntries(Object.entries(state).filter(([key]) => unknown[key] !== true));
}

function planned(resource) {
  const { head, provider_name, schema_version, sensitive } = resource;
  return () => ({
    ...head,
    provider_name,
    schema_version,
    values: PLANNED(resource),
    sensitive_values: sensitive,
  });
}

function known({ head, provider_name, schema_version, sensitive, state }) {
  return () => ({
    ...head,
    provider_name,
    schema_version,
    values: state,
    sensitive_values: sensitive,
  });
}

function changed(resource) {
  const { head, provider_name, actions, unknown, sensitive, state } = resource;
  const isNew = actions[0] === 'create';
  return () => ({
    ...head,
    provider_name,
    change: {
      actions,
      before: isNew ? null : actions[0] === 'update' ? formerly(state) : state,
      after: PLANNED(resource),
      after_unknown: isNew ? unknown : {},
      before_sensitive: isNew ? false : sensitive,
      after_sensitive: sensitive,
    },
  });
}

/** Other tags, and whatever stands first in the body another way. */
function formerly(state) {
  const tags = { ...state.tags, changed: 'before' };
  return state.body === undefined
    ? { ...state, tags }
    : { ...state, tags, body: reworded(state.body) };
}

function reworded(value) {
  if (typeof value === 'string') return `${value} before`;
  if (Array.isArray(value))
    return value.length === 0 ? value : [reworded(value[0]), ...value.slice(1)];
  if (typeof value !== 'object' || value === null) return value;
  const [[key, first] = [], ...rest] = Object.entries(value);
  return key === undefined ? value : Object.fromEntries([[key, reworded(first)], ...rest]);
}

function configured({ head, config }) {
  return () => ({ ...head, ...config });
}
