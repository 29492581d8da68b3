import { merged, withoutNulls } from '../azure/json-merge';
import { isJsonObject, toJson, type Json, type JsonObject } from '../wire/json';
import { isList, isObject, textOrEmpty, type ObjectValue, type Value } from '../wire/value';

/**
 * The ARM body by which other providers see a resource of azurerm.
 *
 * Only the envelope and what the service's rules look at is translated; the rest is azurerm's own.
 * What others have written into the body stays, since azurerm reads a resource before it updates it.
 */
export function armBody(attributes: ObjectValue, existing: JsonObject): JsonObject {
  const written: JsonObject = {
    location: toJson(attributes['location']),
    tags: toJson(attributes['tags']),
    identity: identityBody(attributes['identity']),
    properties: {
      principalId: toJson(attributes['principal_id']),
      roleDefinitionId: toJson(attributes['role_definition_id']),
    },
  };
  const body = withoutNulls(merged({ ...existing, tags: null, identity: null }, written));
  return isJsonObject(body) ? body : {};
}

function identityBody(blocks: Value | undefined): Json {
  const [block] = isList(blocks) ? blocks : [];
  if (!isObject(block)) return null;
  const ids = isList(block['identity_ids']) ? block['identity_ids'] : [];
  return {
    type: toJson(block['type']),
    userAssignedIdentities:
      ids.length === 0 ? null : Object.fromEntries(ids.map((id) => [textOrEmpty(id), {}])),
  };
}
