import { systemPrincipalOf } from '../azure/computed-properties';
import { TENANT_ID } from '../azure/fabricate';
import type { BlockSchema } from '../schema/provider-schema';
import { withoutUnknowns, zeroValue } from '../schema/computed';
import { isUnknown, textOf, type ObjectValue } from '../wire/value';
import type { AzurermType, Made, Making } from './azurerm-type';

/** Ids and attributes of a resource that now exists. */
export interface Computed {
  readonly armId: string;
  /** Id that Terraform knows the resource by. */
  readonly terraformId: string;
  readonly attributes: ObjectValue;
}

/** Gives every attribute that is still unknown the value that the provider would read back. */
export function computed(
  type: AzurermType,
  making: Making,
  block: BlockSchema,
  armId = type.armId(making),
): Computed {
  const made: Made = { ...making, armId };
  const terraformId = type.terraformId?.(made) ?? armId;
  let { attributes } = making;
  if (isUnknown(attributes['id'])) attributes = { ...attributes, id: terraformId };
  for (const [name, compute] of Object.entries(type.computed ?? {})) {
    if (isUnknown(attributes[name])) {
      attributes = { ...attributes, [name]: compute({ ...made, attributes }) };
    }
  }
  const filled = withoutUnknowns(attributes, block, (path, attribute, container) => {
    const compute = type.computed?.[path];
    if (compute !== undefined) return compute({ ...made, attributes });
    if (path === 'identity.principal_id')
      return isSystemAssigned(container) ? systemPrincipalOf(armId) : '';
    if (path === 'identity.tenant_id') return isSystemAssigned(container) ? TENANT_ID : '';
    return zeroValue(attribute);
  });
  const readBack = type.readBack?.({ ...made, attributes: filled }) ?? {};
  return { armId, terraformId, attributes: { ...filled, ...readBack } };
}

function isSystemAssigned(identity: ObjectValue): boolean {
  return textOf(identity['type'])?.includes('SystemAssigned') === true;
}
