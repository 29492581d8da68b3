import type { IConstruct } from 'constructs';
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
  const other = subscriptionOf(id) ?? settingsOf(resource).subscriptionId;
  if (own === other || own === undefined || other === undefined) return false;
  if (isUnresolved(own) || isUnresolved(other)) return false;
  return own.toLowerCase() !== other.toLowerCase();
}

/** Asked for each datastore, so nothing else of the id is taken apart. */
function subscriptionOf(id: string): string | undefined {
  return isUnresolved(id) ? undefined : /^\/subscriptions\/([^/]+)/i.exec(id)?.[1];
}
