import { Is, type Rule, type Shape } from '../../../core/validation';
import { DataAccess } from '../data-access';
import type { StorageLinkedServiceProps } from '../storage-linked-service';
import {
  LINKED_SERVICE_PROPS_RULES,
  LINKED_SERVICE_PROPS_SHAPE,
  type Resolved,
} from './linked-service-rules';

/** Properties with their defaults. */
export type ResolvedStorage = Resolved<StorageLinkedServiceProps> &
  Required<Pick<StorageLinkedServiceProps, 'access'>>;

export const STORAGE_LINKED_SERVICE_SHAPE: Shape<ResolvedStorage> = {
  ...LINKED_SERVICE_PROPS_SHAPE,
  storageAccount: Is.having('a storage account', 'storageAccountId', 'grantReadData', 'cloud'),
  access: Is.known(Is.oneOf(Object.values(DataAccess))),
};

export const STORAGE_LINKED_SERVICE_RULES: readonly Rule<ResolvedStorage>[] = [
  ...LINKED_SERVICE_PROPS_RULES,
  {
    code: 'LinkedServiceStorageOtherCloud',
    check: ({ factory, storageAccount }) =>
      storageAccount.cloud.name === factory.cloud.name
        ? undefined
        : {
            property: 'storageAccount',
            must: `be in the cloud of the data factory (${factory.cloud.name})`,
            got: storageAccount.cloud.name,
          },
  },
];
