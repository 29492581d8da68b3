import { armIdRule } from '../../core/arm-id-rule';
import { Is, mismatches, type Rule, type Shape } from '../../core/validation';
import type {
  UserAssignedIdentityAttributes,
  UserAssignedIdentityProps,
} from '../user-assigned-identity';

export const IDENTITY_SHAPE: Shape<UserAssignedIdentityProps> = {
  name: Is.text,
  resourceGroup: Is.having('a resource group', 'resourceGroupId', 'resourceGroupName', 'location'),
  location: Is.optional(Is.text),
  tags: Is.optional(Is.map(Is.string)),
};

/** @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{2,127}$/;

export const IDENTITY_RULES: readonly Rule<UserAssignedIdentityProps>[] = [
  {
    code: 'IdentityNameInvalid',
    check: ({ name }) =>
      mismatches(name, NAME)
        ? {
            property: 'name',
            must: 'be 3 to 128 letters, digits, "-" or "_", starting with a letter or digit',
            got: name,
          }
        : undefined,
  },
];

export const IDENTITY_ATTRIBUTES_SHAPE: Shape<UserAssignedIdentityAttributes> = {
  identityId: Is.text,
  clientId: Is.text,
  principalId: Is.text,
};

export const IDENTITY_ATTRIBUTES_RULES: readonly Rule<UserAssignedIdentityAttributes>[] = [
  armIdRule({
    code: 'IdentityIdInvalid',
    property: 'identityId',
    type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
  }),
];
