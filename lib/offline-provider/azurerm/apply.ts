import type { ArmService } from '../azure/arm-service';
import { nameOf, parseArmId, sameId } from '../azure/arm-id';
import { Refusal } from '../protocol/diagnostics';
import { withoutWriteOnly } from '../schema/computed';
import type { BlockSchema } from '../schema/provider-schema';
import { presentMembers } from '../wire/json';
import { textOf, type ObjectValue } from '../wire/value';
import { armBody } from './arm-body';
import { azurermType } from './types/all-types';
import type { Making } from './azurerm-type';
import { computed, type Computed } from './compute';
import type { AzurermConfiguration } from './configuration';
import { storedFor } from './refresh';

/** A change of a resource of azurerm, with what it needs. */
export interface Change {
  readonly type: string;
  readonly service: ArmService;
  readonly block: BlockSchema;
  readonly configuration: AzurermConfiguration;
}

/** Creates a resource, which must not exist. */
export function create(change: Change, planned: ObjectValue): ObjectValue {
  const type = azurermType(change.type);
  const problem = type.createRule?.(making(change, planned));
  if (problem !== undefined) throw new Refusal(problem);
  const made = computed(type, making(change, planned), change.block);
  if (change.service.exists(made.armId)) {
    throw new Refusal(
      `A resource with the ID "${made.terraformId}" already exists - to be managed via Terraform this resource needs to be imported into the State.`,
      `Please see the resource documentation for "${change.type}" for more information.`,
    );
  }
  return put(change, made);
}

/** Writes the whole resource anew. */
export function update(change: Change, prior: ObjectValue, planned: ObjectValue): ObjectValue {
  const existing = storedFor(change.service, change.type, prior);
  const attributes = { ...planned, id: prior['id'] ?? null };
  const made = computed(
    azurermType(change.type),
    making(change, attributes),
    change.block,
    existing?.id,
  );
  return put(change, { ...made, terraformId: textOf(prior['id']) ?? made.terraformId });
}

/** Deletes a resource; one that is gone already is fine. */
export function destroy(change: Change, prior: ObjectValue): void {
  const { service, type, configuration } = change;
  const existing = storedFor(service, type, prior);
  const armId = existing?.id ?? azurermType(type).armId(making(change, prior));
  if (type === 'azurerm_resource_group' && configuration.keepFilledResourceGroups) {
    checkResourceGroupEmpty(service, armId);
  }
  service.delete(armId, {
    terraformType: type,
    query: azurermType(type).deleteQuery ?? {},
  });
}

function put(change: Change, { armId, terraformId, attributes }: Computed): ObjectValue {
  const { service, type, block } = change;
  const state = withoutWriteOnly(attributes, block);
  service.put({
    id: armId,
    type: azurermType(type).armType,
    body: armBody(state, service.store.get(armId)?.body ?? {}),
    sent: presentMembers(attributes),
    terraformType: type,
    azurerm: { type, id: terraformId, attributes: state },
  });
  return state;
}

function making({ service, configuration }: Change, attributes: ObjectValue): Making {
  return { attributes, subscriptionId: configuration.subscriptionId, service };
}

/** What does not count as content of a resource group: what extends others or only records. */
const NO_CONTENT =
  /^Microsoft\.(Authorization|Consumption|Resources)\/|^Microsoft\.(EventGrid\/eventSubscriptions|Insights\/diagnosticSettings)$/i;

/** azurerm deletes no resource group in which something is left. */
function checkResourceGroupEmpty(service: ArmService, groupId: string): void {
  const left = service.store.ids().filter((id) => {
    const parsed = parseArmId(id);
    return (
      parsed !== undefined && sameId(parsed.parentId, groupId) && !NO_CONTENT.test(parsed.type)
    );
  });
  if (left.length === 0) return;
  throw new Refusal(
    `deleting Resource Group "${nameOf(groupId)}": the Resource Group still contains Resources.`,
    `Terraform is configured to check for Resources within the Resource Group when deleting the Resource Group - and raise an error if nested Resources still exist:\n${left.map((id) => `* ${id}`).join('\n')}`,
  );
}
