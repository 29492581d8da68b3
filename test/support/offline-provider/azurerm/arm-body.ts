import { presentMembers, toJson, type JsonObject } from '../wire/json';
import { isList, isObject, type ObjectValue, type Value } from '../wire/value';

/**
 * The ARM body by which other providers see a resource of azurerm.
 *
 * Only the envelope and what the service's rules look at is translated; the rest is azurerm's own.
 */
export function armBody(attributes: ObjectValue): JsonObject {
  const { location, tags } = attributes;
  return {
    ...presentMembers({ location: location ?? null, tags: tags ?? null }),
    ...identityBody(attributes['identity']),
    properties: presentMembers({
      principalId: attributes['principal_id'] ?? null,
      roleDefinitionId: attributes['role_definition_id'] ?? null,
    }),
  };
}

function identityBody(blocks: Value | undefined): JsonObject {
  const [block] = isList(blocks) ? blocks : [];
  if (!isObject(block)) return {};
  const ids = isList(block['identity_ids']) ? block['identity_ids'].map(String) : [];
  return {
    identity: {
      type: toJson(block['type']),
      ...(ids.length === 0
        ? {}
        : { userAssignedIdentities: Object.fromEntries(ids.map((id) => [id, {}])) }),
    },
  };
}
