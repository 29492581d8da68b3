import type { ResourceChange } from '../review/model';

/** What is known of a resource for telling its kind. */
type Typed = Pick<ResourceChange, 'type' | 'armType'>;

/**
 * What kind of resource it is: the Terraform type or, for azapi, the ARM type in lower case. A request
 * that azapi sends once is no resource of that type, and has `action ` before it.
 */
export function typeKey({ type, armType }: Typed): string {
  if (armType === undefined || !type.startsWith('azapi_')) return type;
  const arm = armType.toLowerCase();
  return type === 'azapi_resource_action' ? `action ${arm}` : arm;
}
