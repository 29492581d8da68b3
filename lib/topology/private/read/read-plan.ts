import { TopologyChange } from '../../topology-graph';
import { type DeclaredResource, type DeclaredStack, typeKey } from './declared-stack';
import { at, isObject, type JsonObject, listOf, membersOf, textAt } from './json';
import { type Configuration, configurationOf, withReferences } from './plan-configuration';
import { withoutSensitive } from './sensitive';

/** Whether a document looks like a plan as `terraform show -json` prints it. */
export function isPlan(document: unknown): boolean {
  return (
    isObject(document) &&
    textAt(document, 'format_version') !== undefined &&
    (isObject(document['planned_values']) || Array.isArray(document['resource_changes']))
  );
}

/** What would be declared after a plan, and what it destroys. */
export function readPlan(name: string, document: unknown): DeclaredStack {
  const changes = new Map(
    listOf(at(document, 'resource_changes'))
      // What is left of a former object has the address of the present one.
      .filter((change) => textAt(change, 'deposed') === undefined)
      .map((change) => [textAt(change, 'address'), change]),
  );
  const configuration = configurationOf(document);
  return {
    name,
    resources: [
      ...planned(name, at(document, 'planned_values', 'root_module'), changes, configuration),
      ...destroyed(name, changes),
    ],
    outputs: new Map(
      membersOf(at(document, 'planned_values', 'outputs')).map(([output, block]) => [
        output,
        at(block, 'sensitive') === true ? undefined : at(block, 'value'),
      ]),
    ),
    subscriptionId: textAt(
      document,
      'configuration',
      'provider_config',
      'azurerm',
      'expressions',
      'subscription_id',
      'constant_value',
    ),
  };
}

function* planned(
  stack: string,
  module: unknown,
  changes: ReadonlyMap<string | undefined, unknown>,
  configuration: Configuration,
): Iterable<DeclaredResource> {
  for (const resource of listOf(at(module, 'resources'))) {
    const address = textAt(resource, 'address');
    const type = textAt(resource, 'type');
    if (address === undefined || type === undefined || at(resource, 'mode') === 'data') continue;
    const known = [
      at(resource, 'sensitive_values'),
      at(changes.get(address), 'change', 'after_sensitive'),
    ].reduce(withoutSensitive, at(resource, 'values'));
    const { values, references } = withReferences(known, configuration.get(bare(address)));
    const change = changeOf(at(changes.get(address), 'change', 'actions'));
    yield declared(stack, address, type, values, references, change);
  }
  for (const child of listOf(at(module, 'child_modules'))) {
    yield* planned(stack, child, changes, configuration);
  }
}

function* destroyed(
  stack: string,
  changes: ReadonlyMap<string | undefined, unknown>,
): Iterable<DeclaredResource> {
  for (const [address, entry] of changes) {
    const type = textAt(entry, 'type');
    if (address === undefined || type === undefined || at(entry, 'mode') === 'data') continue;
    const change = changeOf(at(entry, 'change', 'actions'));
    if (change !== TopologyChange.DELETE) continue;
    const before = withoutSensitive(
      at(entry, 'change', 'before'),
      at(entry, 'change', 'before_sensitive'),
    );
    yield declared(stack, address, type, isObject(before) ? before : {}, [], change);
  }
}

function declared(
  stack: string,
  address: string,
  type: string,
  values: JsonObject,
  references: readonly string[],
  change: TopologyChange | undefined,
): DeclaredResource {
  return {
    stack,
    address,
    type: typeKey(type, values),
    values,
    references,
    ...(change === undefined ? {} : { change }),
  };
}

function changeOf(actions: unknown): TopologyChange | undefined {
  const has = (action: string): boolean => listOf(actions).includes(action);
  if (has('create'))
    return has('delete') || has('forget') ? TopologyChange.REPLACE : TopologyChange.CREATE;
  if (has('delete')) return TopologyChange.DELETE;
  return has('update') ? TopologyChange.UPDATE : undefined;
}

/** An address without the keys of `count` and `for_each`, as the configuration has it. */
export function bare(address: string): string {
  return address.replaceAll(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, '');
}
