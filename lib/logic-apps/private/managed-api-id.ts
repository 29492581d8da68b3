import { Fn } from 'cdktf';
import { isUnresolved } from '../../core/validation';

/**
 * ARM id of a managed API in a region. Logic Apps finds it only under the name of the region, such as
 * `westeurope`; Terraform makes that of a display name that is known at apply.
 */
export function managedApiId(subscriptionId: string, location: string, apiName: string): string {
  return `/subscriptions/${subscriptionId}/providers/Microsoft.Web/locations/${regionName(location)}/managedApis/${apiName}`;
}

function regionName(location: string): string {
  return isUnresolved(location)
    ? Fn.lower(Fn.replace(location, ' ', ''))
    : location.replace(/\s/g, '').toLowerCase();
}
