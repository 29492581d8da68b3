import { armIdRule } from '../../core/arm-id-rule';
import { Is, mismatches, type Rule, type Shape } from '../../core/validation';
import type { DataFactoryProps } from '../data-factory';
import type { DataFactoryAttributes } from '../imported-data-factory';

export const DATA_FACTORY_SHAPE: Shape<
  DataFactoryProps &
    Required<Pick<DataFactoryProps, 'publicNetworkAccess' | 'managedVirtualNetwork'>>
> = {
  name: Is.text,
  resourceGroup: Is.having('a resource group', 'resourceGroupId', 'resourceGroupName', 'location'),
  location: Is.optional(Is.text),
  identity: Is.optional(Is.having('a user-assigned identity', 'identityId', 'grantPrincipal')),
  publicNetworkAccess: Is.boolean,
  managedVirtualNetwork: Is.boolean,
  customerManagedKey: Is.optional(Is.having('a DataFactoryKey', 'keyId')),
  git: Is.optional(Is.having('a DataFactoryGit', '_renderBlocks')),
  tags: Is.optional(Is.map(Is.string)),
};

/** Microsoft.DataFactory/factories@2018-06-01, `name`. */
const NAME = /^(?=.{3,63}$)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;

export const DATA_FACTORY_RULES: readonly Rule<DataFactoryProps>[] = [
  {
    code: 'DataFactoryNameInvalid',
    check: ({ name }) =>
      mismatches(name, NAME)
        ? {
            property: 'name',
            must: 'be 3 to 63 letters, digits and single hyphens between them',
            got: name,
          }
        : undefined,
  },
  {
    code: 'DataFactoryKeyNeedsIdentity',
    check: ({ customerManagedKey, identity }) =>
      customerManagedKey !== undefined && identity === undefined
        ? {
            property: 'identity',
            must: 'be given with customerManagedKey: the key is read when the factory is made, by an identity that is there before',
            got: identity,
          }
        : undefined,
  },
];

export const DATA_FACTORY_ATTRIBUTES_SHAPE: Shape<DataFactoryAttributes> = {
  factoryId: Is.text,
  principalId: Is.optional(Is.text),
  credentialName: Is.optional(Is.text),
  cloud: Is.optional(Is.having('an AzureCloud', 'name')),
};

export const DATA_FACTORY_ATTRIBUTES_RULES: readonly Rule<DataFactoryAttributes>[] = [
  armIdRule({
    code: 'DataFactoryIdInvalid',
    property: 'factoryId',
    type: 'Microsoft.DataFactory/factories',
  }),
];
