import type { IConstruct } from 'constructs';
import { ArmId } from '../../../core/arm-id';
import { isUnresolved } from '../../../core/validation';
import { settingsOf } from '../../../platform/settings';

/**
 * Whether a resource is known to be in another subscription than the one that the provider of a stack
 * works in. Of what is declared, the stack that declares it tells.
 */
export function isInOtherSubscription(
  scope: IConstruct,
  resource: IConstruct,
  id: string,
): boolean {
  const own = settingsOf(scope).subscriptionId;
  const other = ArmId.tryParse(id)?.subscriptionId ?? settingsOf(resource).subscriptionId;
  if (own === undefined || other === undefined || isUnresolved(own) || isUnresolved(other)) {
    return false;
  }
  return own.toLowerCase() !== other.toLowerCase();
}
