import { ACTION_TYPES } from './operation-types';
import { at, type JsonObject, objectOf } from './json';

/** A trigger or an action, where it stands. */
export interface Operation {
  readonly name: string;
  /** Path from the document, such as `definition.actions.Each.actions.Post`. */
  readonly path: string;
  readonly json: JsonObject;
}

/** Actions that stand beside each other, and so may wait for each other. */
export interface Scope {
  readonly path: string;
  readonly actions: readonly Operation[];
  /** How many actions this one stands in. */
  readonly depth: number;
}

/** A workflow as it is checked. */
export interface ReadWorkflow {
  readonly definition: JsonObject;
  /** Path of the definition, `''` where the document is the definition. */
  readonly path: string;
  /** Values of parameters, where the document has them: `properties.parameters` of the resource. */
  readonly values: JsonObject | undefined;
  readonly triggers: readonly Operation[];
  /** All actions, also those in others. */
  readonly actions: readonly Operation[];
  readonly scopes: readonly Scope[];
}

/**
 * Reads a definition, what holds it as `definition`, or the body of a workflow resource.
 *
 * @returns `undefined` for what is none of them
 */
export function readWorkflow(document: unknown): ReadWorkflow | undefined {
  const body = objectOf(at(document, 'properties')) ?? objectOf(document);
  const inner = objectOf(at(body, 'definition'));
  const definition = inner ?? body;
  if (definition === undefined || objectOf(at(definition, 'actions')) === undefined)
    return undefined;
  if (objectOf(at(definition, 'triggers')) === undefined) return undefined;
  const prefix = objectOf(at(document, 'properties')) === undefined ? '' : 'properties.';
  const path = inner === undefined ? '' : `${prefix}definition.`;
  const scopes = [...scopesIn(objectOf(definition['actions']), `${path}actions`, 1)];
  return {
    definition,
    path,
    values: inner === undefined ? undefined : objectOf(at(body, 'parameters')),
    triggers: operationsIn(definition['triggers'], `${path}triggers`),
    actions: scopes.flatMap(({ actions }) => actions),
    scopes,
  };
}

function* scopesIn(found: unknown, path: string, depth: number): Generator<Scope> {
  const actions = operationsIn(found, path);
  yield { path, actions, depth };
  for (const { path: own, json } of actions) {
    const { holds = [] } = ACTION_TYPES.get(String(json['type'])) ?? {};
    for (const held of holds) {
      for (const [heldPath, value] of heldAt(json, held.split('.'), own)) {
        yield* scopesIn(value, heldPath, depth + 1);
      }
    }
  }
}

/** What stands at a path with `*` for every key. */
function* heldAt(
  value: unknown,
  [key, ...rest]: readonly string[],
  path: string,
): Generator<readonly [string, unknown]> {
  if (key === undefined) {
    if (value !== undefined) yield [path, value];
    return;
  }
  const object = objectOf(value) ?? {};
  const keys = key === '*' ? Object.keys(object) : [key];
  for (const each of keys) yield* heldAt(object[each], rest, `${path}.${each}`);
}

function operationsIn(found: unknown, path: string): readonly Operation[] {
  return Object.entries(objectOf(found) ?? {}).map(([name, json]) => ({
    name,
    path: `${path}.${name}`,
    json: objectOf(json) ?? {},
  }));
}
