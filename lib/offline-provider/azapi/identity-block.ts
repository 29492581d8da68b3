import { isJsonObject, jsonText, toJson, type Json, type JsonObject } from '../wire/json';
import { isList, isObject, isUnknown, UNKNOWN, type ObjectValue, type Value } from '../wire/value';
import { sameJson } from '../wire/canonical-json';

/** The identity block of a state, `undefined` when there is none. */
export function identityBlock(state: ObjectValue | null): ObjectValue | undefined {
  const blocks = state?.['identity'] ?? null;
  const [block] = isList(blocks) ? blocks : [];
  return isObject(block) ? block : undefined;
}

/** The planned identity block: principal and tenant stay as long as type and ids do. */
export function plannedIdentity(planned: Value, prior: ObjectValue | null): Value {
  if (!isList(planned)) return planned;
  const before = identityBlock(prior);
  return planned.map((item) => {
    if (!isObject(item)) return item;
    const isSame =
      before !== undefined &&
      sameJson(item['type'], before['type']) &&
      sameJson(item['identity_ids'], before['identity_ids']);
    return isSame ? before : { ...item, principal_id: UNKNOWN, tenant_id: UNKNOWN };
  });
}

/** The identity member of a request body. */
export function identityMember(block: ObjectValue): JsonObject {
  const ids = isList(block['identity_ids']) ? block['identity_ids'].map(String) : [];
  return {
    type: toJson(block['type']),
    ...(ids.length === 0
      ? {}
      : { userAssignedIdentities: Object.fromEntries(ids.map((id) => [id, {}])) }),
  };
}

/** The identity blocks that a state holds after a read; the ids keep the order of the state. */
export function identityFromResponse(state: ObjectValue, identity: Json | undefined): Value {
  const before = identityBlock(state);
  if (!isJsonObject(identity) || identity['type'] === 'None') {
    return before?.['type'] === 'None' ? [before] : [];
  }
  return [
    {
      type: jsonText(identity['type']),
      identity_ids: identityIds(before?.['identity_ids'] ?? null, identity),
      ...principalOf(identity),
    },
  ];
}

/** Principal and tenant of a response, null where the resource has no identity of its own. */
export function principalOf(identity: Json | undefined): ObjectValue {
  const { principalId, tenantId } = isJsonObject(identity) ? identity : {};
  return {
    principal_id: typeof principalId === 'string' ? principalId : null,
    tenant_id: typeof tenantId === 'string' ? tenantId : null,
  };
}

function identityIds(before: Value, identity: JsonObject): Value {
  const { userAssignedIdentities } = identity;
  const now = isJsonObject(userAssignedIdentities) ? Object.keys(userAssignedIdentities) : [];
  const known = isList(before) ? before.filter((id) => !isUnknown(id)).map(String) : [];
  const isSame = now.length === known.length && known.every((id) => now.includes(id));
  if (isSame) return before;
  return now;
}
