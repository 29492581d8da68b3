import { armIdRule } from '../../core/arm-id-rule';
import { Is, mismatches, type Rule, type Shape } from '../../core/validation';
import { RemovalPolicy } from '../../platform/removal-policy';
import type { StorageAccountAttributes, StorageAccountProps } from '../storage-account';
import { StorageNetworkAccess, StorageReplication } from '../storage-options';

export const STORAGE_ACCOUNT_SHAPE: Shape<
  StorageAccountProps &
    Required<Pick<StorageAccountProps, 'replication' | 'networkAccess' | 'removalPolicy'>>
> = {
  name: Is.text,
  resourceGroup: Is.having('a resource group', 'resourceGroupId', 'resourceGroupName', 'location'),
  location: Is.optional(Is.text),
  replication: Is.oneOf(Object.values(StorageReplication)),
  networkAccess: Is.known(Is.oneOf(Object.values(StorageNetworkAccess))),
  removalPolicy: Is.known(Is.oneOf(Object.values(RemovalPolicy))),
  tags: Is.optional(Is.map(Is.string)),
};

/** @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
const NAME = /^[a-z0-9]{3,24}$/;

export const STORAGE_ACCOUNT_RULES: readonly Rule<StorageAccountProps>[] = [
  {
    code: 'StorageAccountNameInvalid',
    check: ({ name }) =>
      mismatches(name, NAME)
        ? { property: 'name', must: 'be 3 to 24 lower-case letters and digits', got: name }
        : undefined,
  },
];

export const STORAGE_ACCOUNT_ATTRIBUTES_SHAPE: Shape<StorageAccountAttributes> = {
  storageAccountId: Is.text,
  networkAccess: Is.optional(Is.known(Is.oneOf(Object.values(StorageNetworkAccess)))),
  cloud: Is.optional(Is.having('an AzureCloud', 'name')),
};

export const STORAGE_ACCOUNT_ATTRIBUTES_RULES: readonly Rule<StorageAccountAttributes>[] = [
  armIdRule({
    code: 'StorageAccountIdInvalid',
    property: 'storageAccountId',
    type: 'Microsoft.Storage/storageAccounts',
  }),
];
