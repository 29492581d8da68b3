import { nameOf, parseArmId } from '../azure/arm-id';
import { normalizedLocation } from '../azure/fabricate';
import { Refusal } from '../protocol/diagnostics';
import { blockType } from '../schema/provider-schema';
import {
  dynamicFromJson,
  isJsonObject,
  textMembers,
  toJson,
  type Json,
  type JsonObject,
} from '../wire/json';
import { DynamicValue, isObject, textOrEmpty, type ObjectValue, type Value } from '../wire/value';
import { objectTypes } from '../wire/wire-type';
import type { AzapiContext } from './azapi-kind';
import { outputFor } from './export-values';
import { identityFromResponse } from './identity-block';
import { withPlannedDefaults } from './planned-defaults';
import { remoteBody } from './remote-body';

/** An `azapi_resource` as the service has it now. */
export function readResource(context: AzapiContext, state: ObjectValue): ObjectValue | null {
  const id = textOrEmpty(state['id']);
  const response = context.service.get(id);
  if (response === undefined) return null;
  return {
    ...state,
    name: nameOf(id),
    parent_id: state['parent_id'] ?? parseArmId(id)?.parentId ?? null,
    location: readLocation(state['location'] ?? null, response['location']),
    tags: readTags(state['tags'] ?? null, response['tags']),
    identity: isIdentityInBody(state)
      ? (state['identity'] ?? null)
      : identityFromResponse(state, response['identity']),
    body: readBody(state, response),
    output: outputOf(context, state, response),
  };
}

/** The state of a resource that exists; its id must say the api-version. */
export function importResource(context: AzapiContext, id: string): ObjectValue {
  const [armId, apiVersion] = id.split('?api-version=');
  if (armId === undefined || apiVersion === undefined) {
    throw new Refusal(
      'Invalid Resource ID',
      `${id} is missing the \`api-version\` query parameter`,
    );
  }
  const resource = context.service.store.get(armId);
  if (resource === undefined) {
    throw new Refusal('Cannot import non-existent remote object', `${armId} does not exist`);
  }
  const { location, tags, identity, ...body } = resource.body;
  const empty = emptyState(context);
  const state: ObjectValue = {
    ...withPlannedDefaults('azapi_resource', empty, empty),
    id: resource.id,
    name: nameOf(resource.id),
    parent_id: parseArmId(resource.id)?.parentId ?? null,
    type: `${resource.type}@${apiVersion}`,
    location: typeof location === 'string' ? normalizedLocation(location) : null,
    tags: readTags(null, tags),
    body: dynamicFromJson(body),
  };
  const response = context.service.get(armId) ?? {};
  return {
    ...state,
    identity: identity === undefined ? [] : identityFromResponse(state, response['identity']),
    output: outputOf(context, state, response),
  };
}

/** What `output` holds. */
export function outputOf(context: AzapiContext, state: ObjectValue, response: JsonObject): Value {
  const id = textOrEmpty(state['id']);
  const computed = context.service.store.get(id)?.computed ?? {};
  return outputFor(
    response,
    state['response_export_values'],
    context.configuration.disableDefaultOutput ? {} : computed,
  );
}

/** The body as it is now in the types that it had. */
export function readBody(state: ObjectValue, response: JsonObject): Value {
  const body = state['body'] ?? null;
  if (!(body instanceof DynamicValue)) return body;
  const now = remoteBody(toJson(body), response, {
    ignoreCasing: state['ignore_casing'] === true,
    ignoreMissing: state['ignore_missing_property'] !== false,
  });
  return dynamicFromJson(now, body.type);
}

function readLocation(location: Value, remote: Json | undefined): Value {
  if (typeof remote !== 'string') return location;
  const isSame = normalizedLocation(remote) === normalizedLocation(textOrEmpty(location));
  return isSame ? location : remote;
}

function readTags(tags: Value, remote: Json | undefined): Value {
  if (isJsonObject(remote)) return textMembers(remote);
  return isObject(tags) && Object.keys(tags).length > 0 ? null : tags;
}

function isIdentityInBody(state: ObjectValue): boolean {
  const body = toJson(state['body']);
  return isJsonObject(body) && (body['identity'] ?? null) !== null;
}

/** All attributes null, no blocks. */
function emptyState({ block }: AzapiContext): ObjectValue {
  const names = Object.keys(objectTypes(blockType(block)) ?? {});
  return Object.fromEntries(
    names.map((name) => [name, block.block_types?.[name]?.nesting_mode === 'list' ? [] : null]),
  );
}
