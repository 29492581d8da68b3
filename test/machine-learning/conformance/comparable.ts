import { entriesOf, objectAt, type SampleObject } from './samples';

/*
 * What is taken out of both sides before a node or a specification of the SDK is compared with ours, and why
 * it makes no difference. All else is compared as it is.
 *
 * - Members that are null, or an empty object or list: the service takes them for left out.
 * - `_source`, `$schema`, `display_name`, `description`, `name`, `version`, `tags`, `properties`: who made it and
 *   how it is shown. Components of the SDK that were declared within a pipeline have no name of their own.
 * - Ids of code and environments: made up by whoever made the sample. That there is one is compared.
 * - Addresses on datastores: the long and the short form are the same place.
 * - Modes: data that says none is mounted, read-only for inputs and writable for outputs; this library writes
 *   that out, the SDK mostly does not. In command components the mode of the node wins, so theirs is not compared.
 *   Spark reads and writes directly, whether that is said or not.
 * - Defaults, descriptions and bounds of a component's inputs: every input is bound in the node.
 * - Inputs that the SDK's node leaves to the default of the component are bound in ours: ours may have more inputs,
 *   where the component of the SDK has a default or calls them optional.
 * - Outputs that a node does not mention are written where the service chooses; ours are all mentioned.
 * - `resources` and `distribution` of a command: in the specification here; the SDK repeats them in the node.
 */

const SHOWN = [
  '_source',
  '$schema',
  'display_name',
  'description',
  'name',
  'version',
  'tags',
  'properties',
];

const IN_COMPONENT = ['resources', 'distribution'];

/** Members whose value is an id that somebody made up. */
const MADE_UP = ['code', 'environment'];

const DATASTORE_URI = /^azureml:\/\/(?:subscriptions\/.*)?datastores\/([^/]+)\/paths\/(.*)$/;

/** A node of a pipeline, in the form that is compared. */
export function comparableNode(node: SampleObject, spec: SampleObject): SampleObject {
  const isCommand = node['type'] === 'command';
  const kept = without(node, [...SHOWN, ...(isCommand ? IN_COMPONENT : [])]);
  const inputs = entriesOf(objectAt(node, 'inputs')).filter(
    ([name]) => !isLeftToComponent(objectAt(objectAt(spec, 'inputs'), name), node, name),
  );
  const declared = entriesOf(objectAt(spec, 'outputs')).map(([name, { type }]) => [
    name,
    { job_output_type: type },
  ]);
  const outputs = entriesOf({
    ...(Object.fromEntries(declared) as SampleObject),
    ...objectAt(node, 'outputs'),
  });
  return cleaned({
    ...kept,
    inputs: mapped(inputs, (input) => ({
      ...('uri' in input ? { mode: 'ReadOnlyMount' } : {}),
      ...input,
    })),
    outputs: mapped(outputs, (output) => ({
      ...('value' in output
        ? {}
        : { mode: node['type'] === 'spark' ? 'Direct' : 'ReadWriteMount' }),
      ...output,
    })),
  });
}

/** The specification of a component, in the form that is compared. */
export function comparableSpec(spec: SampleObject): SampleObject {
  const ports = (kind: string, usual: string) =>
    mapped(entriesOf(objectAt(spec, kind)), ({ type, mode, optional }) => ({
      type,
      ...(optional === true ? { optional } : {}),
      ...(spec['type'] === 'command' || mode === undefined || mode === usual ? {} : { mode }),
      ...(spec['type'] === 'spark' && isLocation(type) ? { mode: 'direct' } : {}),
    }));
  return cleaned({
    ...without(spec, SHOWN),
    inputs: ports('inputs', 'ro_mount'),
    outputs: ports('outputs', 'rw_mount'),
  });
}

/** What the component itself says where a node does not bind an input. */
export function isOptionalInput(input: SampleObject): boolean {
  return 'default' in input || input['optional'] === true;
}

function isLeftToComponent(input: SampleObject, node: SampleObject, name: string): boolean {
  const leftOut = node['leftOut'];
  return isOptionalInput(input) && Array.isArray(leftOut) && leftOut.includes(name);
}

function isLocation(type: unknown): boolean {
  return !['boolean', 'integer', 'number', 'string'].includes(String(type));
}

function without(value: SampleObject, keys: readonly string[]): SampleObject {
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => key !== 'leftOut' && !keys.includes(key)),
  );
}

function mapped(
  entries: readonly (readonly [string, SampleObject])[],
  map: (value: SampleObject) => SampleObject,
): SampleObject {
  return Object.fromEntries(entries.map(([key, value]) => [key, map(value)]));
}

/** Without what is empty, ids and addresses in one form. */
function cleaned(value: SampleObject): SampleObject {
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, cleanedValue(key, item)] as const)
      .filter(([, item]) => !isEmpty(item)),
  );
}

function cleanedValue(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value;
  if (typeof value === 'object' && value !== null) return cleaned(value as SampleObject);
  if (typeof value !== 'string') return value;
  if (key === 'uri') return value.replace(DATASTORE_URI, 'azureml://datastores/$1/paths/$2');
  return MADE_UP.includes(key) ? `an id: ${key}` : value;
}

function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}
