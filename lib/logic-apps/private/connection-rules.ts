import { armIdRule } from '../../core/arm-id-rule';
import { Is, type Rule, type Shape } from '../../core/validation';
import type {
  ConnectionAttributes,
  ManagedIdentityConnectionProps,
} from '../managed-identity-connection';
import { resourceNameRule } from './resource-name-rule';

const MANAGED_API = Is.having('a ManagedApi', 'apiName', 'identityForm');

export const CONNECTION_SHAPE: Shape<
  ManagedIdentityConnectionProps & Required<Pick<ManagedIdentityConnectionProps, 'name'>>
> = {
  managedApi: MANAGED_API,
  resourceGroup: Is.having('a resource group', 'resourceGroupId', 'subscriptionId', 'location'),
  name: Is.text,
  displayName: Is.optional(Is.text),
  location: Is.optional(Is.text),
  tags: Is.optional(Is.map(Is.string)),
};

export const CONNECTION_RULES: readonly Rule<ManagedIdentityConnectionProps>[] = [
  resourceNameRule('ConnectionNameInvalid', 'name'),
];

export const CONNECTION_ATTRIBUTES_SHAPE: Shape<Required<ConnectionAttributes>> = {
  connectionId: Is.text,
  managedApi: MANAGED_API,
  location: Is.text,
};

export const CONNECTION_ATTRIBUTES_RULES: readonly Rule<ConnectionAttributes>[] = [
  armIdRule({
    code: 'ConnectionIdInvalid',
    property: 'connectionId',
    type: 'Microsoft.Web/connections',
  }),
];
