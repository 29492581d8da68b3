import type { TerraformJson } from '../support/terraform';

/** Subscription of all stacks here. */
export const SUBSCRIPTION_ID = '11111111-2222-4333-8444-555555555555';
/** A resource group that no stack creates. */
export const GROUP_ID = `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/rg-before`;

/** Blocks of one kind, by type and name. */
export type Blocks = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** A stack with both providers, as cdktf would write it. */
export function stackOf(resource: Blocks, more: TerraformJson = {}): TerraformJson {
  return {
    terraform: {
      required_version: '>= 1.11.0',
      required_providers: {
        azurerm: { source: 'hashicorp/azurerm', version: '~> 4.81' },
        azapi: { source: 'Azure/azapi', version: '~> 2.12' },
      },
      backend: { azurerm: { storage_account_name: 'state', container_name: 'state', key: 'x' } },
    },
    provider: {
      azurerm: [{ features: [{}], subscription_id: SUBSCRIPTION_ID }],
      azapi: [{ subscription_id: SUBSCRIPTION_ID }],
    },
    ...(Object.keys(resource).length === 0 ? {} : { resource }),
    ...more,
  };
}
