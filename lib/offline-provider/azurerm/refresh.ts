import type { ArmService } from '../azure/arm-service';
import { nameOf, parseArmId, resourceGroupIdOf, sameId } from '../azure/arm-id';
import { normalizedLocation } from '../azure/fabricate';
import type { StoredResource } from '../azure/resource-store';
import { Refusal } from '../protocol/diagnostics';
import { zeroValue } from '../schema/computed';
import type { BlockSchema } from '../schema/provider-schema';
import { isJsonObject, textMembers } from '../wire/json';
import { textOrEmpty, type ObjectValue, type Value } from '../wire/value';
import { azurermType } from './types/all-types';

/** The stored resource that a state of azurerm stands for. */
export function storedFor(
  service: ArmService,
  type: string,
  state: ObjectValue,
): StoredResource | undefined {
  return stored(service, type, textOrEmpty(state['id']));
}

/** Several types may show one id, such as an account and its settings: the type decides. */
function stored(service: ArmService, type: string, id: string): StoredResource | undefined {
  return (
    service.store.list().find(({ azurerm }) => azurerm?.type === type && sameId(azurerm.id, id)) ??
    service.store.get(id)
  );
}

/** A state as the service has it now, null when the resource is gone. */
export function refreshed(
  service: ArmService,
  type: string,
  state: ObjectValue,
): ObjectValue | null {
  const resource = storedFor(service, type, state);
  if (resource === undefined) return null;
  return resource.azurerm?.type === type ? resource.azurerm.attributes : state;
}

/** The state of an existing resource; of one that azurerm did not make only what its ARM body tells. */
export function imported(
  service: ArmService,
  type: string,
  id: string,
  block: BlockSchema,
): ObjectValue {
  const resource = stored(service, type, id);
  if (resource === undefined) {
    throw new Refusal('Cannot import non-existent remote object', `${type}: ${id} does not exist`);
  }
  if (resource.azurerm?.type !== type) return fromBody(resource, id, block);
  const { neverRead = [] } = azurermType(type);
  return {
    ...resource.azurerm.attributes,
    ...Object.fromEntries(neverRead.map((name) => [name, null])),
  };
}

function fromBody(resource: StoredResource, id: string, block: BlockSchema): ObjectValue {
  const known: ObjectValue = {
    ...attributesFromBody(resource),
    ...parentAttributes(resource.id, block),
    id,
  };
  const attributes = Object.entries(block.attributes ?? {}).map(
    ([name, attribute]) =>
      [name, known[name] ?? (attribute.computed === true ? zeroValue(attribute) : null)] as const,
  );
  const blocks = Object.entries(block.block_types ?? {}).map(
    ([name, { nesting_mode: mode }]) => [name, mode === 'single' ? null : []] as const,
  );
  return Object.fromEntries<Value>([...attributes, ...blocks]);
}

/** What the ARM body and the id of a resource tell in azurerm's terms. */
export function attributesFromBody({ id, body }: StoredResource): ObjectValue {
  const { location, tags } = body;
  return {
    id,
    name: nameOf(id),
    resource_group_name: nameOf(resourceGroupIdOf(id) ?? ''),
    location: typeof location === 'string' ? normalizedLocation(location) : null,
    tags: isJsonObject(tags) ? textMembers(tags) : null,
  };
}

/** Attributes that hold the id of the parent, whatever the type calls them. */
function parentAttributes(id: string, block: BlockSchema): { readonly [name: string]: Value } {
  const parent = parseArmId(id)?.parentId ?? null;
  const names = Object.entries(block.attributes ?? {})
    .filter(([name, { required }]) => required === true && /_id$|^scope$/.test(name))
    .map(([name]) => name);
  const [name] = names;
  return name === undefined || names.length !== 1 ? {} : { [name]: parent };
}
