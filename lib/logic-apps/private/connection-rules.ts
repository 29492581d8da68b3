import { armIdRule } from '../../core/arm-id-rule';
import { Is, type Rule, type Shape } from '../../core/validation';
import type {
  ConnectionAttributes,
  ManagedIdentityConnectionProps,
} from '../managed-identity-connection';
import { RESOURCE_GROUP, TAGS, Typed } from './prop-types';
import { resourceNameRule } from './resource-name-rule';

const MANAGED_API = Is.having('a ManagedApi', 'apiName', 'identityForm');

export const CONNECTION_SHAPE: Shape<
  ManagedIdentityConnectionProps & Required<Pick<ManagedIdentityConnectionProps, 'name'>>
> = {
  managedApi: MANAGED_API,
  resourceGroup: RESOURCE_GROUP,
  name: Typed.text,
  displayName: Is.optional(Typed.text),
  location: Is.optional(Typed.text),
  tags: Is.optional(TAGS),
};

export const CONNECTION_RULES: readonly Rule<ManagedIdentityConnectionProps>[] = [
  resourceNameRule('ConnectionNameInvalid', 'name'),
];

export const CONNECTION_ATTRIBUTES_SHAPE: Shape<Required<ConnectionAttributes>> = {
  connectionId: Typed.text,
  managedApi: MANAGED_API,
  location: Typed.text,
};

export const CONNECTION_ATTRIBUTES_RULES: readonly Rule<ConnectionAttributes>[] = [
  armIdRule({
    code: 'ConnectionIdInvalid',
    property: 'connectionId',
    type: 'Microsoft.Web/connections',
  }),
];
