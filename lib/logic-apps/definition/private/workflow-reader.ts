import { ACTION_TYPES } from './operation-types';
import { at, type JsonObject, objectOf, spelling } from './json';

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
  /** Whether the document shows that the workflow has no managed identity. */
  readonly hasNoIdentity: boolean;
  readonly triggers: readonly Operation[];
  /** All actions, also those in others. */
  readonly actions: readonly Operation[];
  readonly scopes: readonly Scope[];
}

/**
 * Reads a definition, what holds it as `definition`, the body of a workflow resource, or the workflows of
 * an ARM template.
 *
 * @returns nothing for what is none of them
 */
export function readWorkflows(document: unknown): readonly ReadWorkflow[] {
  const own = readWorkflow(document, '');
  return own === undefined ? [...workflowsOfTemplate(document, '')] : [own];
}

function* workflowsOfTemplate(template: unknown, path: string): Generator<ReadWorkflow> {
  const resources: unknown = at(template, 'resources');
  for (const [key, resource] of Object.entries(Object(resources) as JsonObject)) {
    const place = `${path}resources${Array.isArray(resources) ? `[${key}]` : `.${key}`}.`;
    const type = at(resource, 'type');
    if (spelling(['Microsoft.Logic/workflows'], type) !== undefined) {
      const found = readWorkflow(resource, place);
      if (found !== undefined) yield found;
    }
    yield* workflowsOfTemplate(at(resource, 'properties.template'), `${place}properties.template.`);
  }
}

function readWorkflow(document: unknown, place: string): ReadWorkflow | undefined {
  const body = objectOf(at(document, 'properties')) ?? objectOf(document);
  const inner = objectOf(at(body, 'definition'));
  const definition = inner ?? body;
  if (definition === undefined || !isDefinition(definition)) return undefined;
  const prefix = objectOf(at(document, 'properties')) === undefined ? '' : 'properties.';
  const path = inner === undefined ? place : `${place}${prefix}definition.`;
  const scopes = [...scopesIn(objectOf(definition['actions']), `${path}actions`, 1)];
  return {
    definition,
    path,
    values: inner === undefined ? undefined : objectOf(at(body, 'parameters')),
    hasNoIdentity: hasNoIdentity(objectOf(document) ?? {}),
    triggers: operationsIn(definition['triggers'], `${path}triggers`),
    actions: scopes.flatMap(({ actions }) => actions),
    scopes,
  };
}

/** A workflow that does nothing yet may leave its actions out. */
function isDefinition({ triggers, actions = {} }: JsonObject): boolean {
  return objectOf(triggers) !== undefined && objectOf(actions) !== undefined;
}

/** A resource has its location beside its identity; what has neither is part of one. */
function hasNoIdentity({ location, identity }: JsonObject): boolean {
  if (typeof location !== 'string') return false;
  return identity === undefined || spelling(['None'], at(identity, 'type')) !== undefined;
}

function* scopesIn(found: unknown, path: string, depth: number): Generator<Scope> {
  const actions = operationsIn(found, path);
  yield { path, actions, depth };
  for (const { path: own, json } of actions) {
    const { holds = [] } =
      ACTION_TYPES.get(spelling(ACTION_TYPES.keys(), json['type']) ?? '') ?? {};
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
