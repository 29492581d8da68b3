import { Refusal } from '../protocol/diagnostics';
import { isList, isObject, isUnknown, textOf, type ObjectValue, type Value } from '../wire/value';

/** What the offline azurerm takes from its provider block. */
export interface AzurermConfiguration {
  readonly subscriptionId: string;
  /** Whether a resource group that still holds something may not be deleted; azurerm's default. */
  readonly keepFilledResourceGroups: boolean;
}

/**
 * Reads the provider block.
 *
 * @param environment the subscription that the environment names, where the block names none
 */
export function configuredAzurerm(config: ObjectValue, environment?: string): AzurermConfiguration {
  const { subscription_id: subscription, features } = config;
  if (!isList(features) || features.length !== 1) {
    throw new Refusal(
      'Insufficient features blocks',
      'At least 1 "features" blocks are required.',
      ['features'],
    );
  }
  const subscriptionId = isUnknown(subscription)
    ? 'unknown'
    : (textOf(subscription) ?? environment);
  if (subscriptionId === undefined || subscriptionId === '') {
    throw new Refusal(
      '`subscription_id` is a required provider property when performing a plan/apply operation',
      '',
      ['subscription_id'],
    );
  }
  const [group] = blocks(features[0], 'resource_group');
  return {
    subscriptionId,
    keepFilledResourceGroups: group?.['prevent_deletion_if_contains_resources'] !== false,
  };
}

function blocks(container: Value | undefined, name: string): readonly ObjectValue[] {
  const value = isObject(container) ? container[name] : undefined;
  return isList(value) ? value.filter(isObject) : [];
}
