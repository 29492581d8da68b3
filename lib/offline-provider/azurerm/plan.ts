import { normalizedLocation } from '../azure/fabricate';
import type { TypeBehaviour } from '../behaviour/behaviour-table';
import { withDefaults } from '../behaviour/defaults';
import { replacementPaths } from '../behaviour/replacement';
import { Refusal } from '../protocol/diagnostics';
import type { PlanInput, PlanOutput } from '../provider';
import { withoutWriteOnly, withUnknowns } from '../schema/computed';
import { blockType, type BlockSchema } from '../schema/provider-schema';
import { textOf, type ObjectValue } from '../wire/value';
import type { AzurermType } from './azurerm-type';

/** What a resource of azurerm will become: defaults, unknowns, and whether it needs replacing. */
export function planChange(
  { prior, proposed, privateData }: PlanInput,
  type: AzurermType,
  block: BlockSchema,
  behaviours: TypeBehaviour,
): PlanOutput {
  const filled = normalized(withDefaults(withoutWriteOnly(proposed, block), behaviours));
  const planned = withUnknowns(filled, prior, block);
  const problem = type.planRule?.(planned);
  if (problem !== undefined) throw new Refusal(problem);
  const requiresReplace =
    prior === null ? [] : replacementPaths(prior, planned, blockType(block), behaviours);
  return { planned, requiresReplace, privateData };
}

/** azurerm stores locations in Azure's spelling. */
function normalized(state: ObjectValue): ObjectValue {
  const location = textOf(state['location']);
  return location === undefined ? state : { ...state, location: normalizedLocation(location) };
}
