import { Is, mismatches, type Rule, type Shape } from '../../core/validation';
import type { StorageContainerProps } from '../storage-container';

export const STORAGE_CONTAINER_SHAPE: Shape<StorageContainerProps> = {
  name: Is.text,
  storageAccount: Is.having('a storage account', 'storageAccountId', 'storageAccountName', 'cloud'),
};

/** @see https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata */
const NAME = /^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/;

export const STORAGE_CONTAINER_RULES: readonly Rule<StorageContainerProps>[] = [
  {
    code: 'StorageContainerNameInvalid',
    check: ({ name }) =>
      mismatches(name, NAME)
        ? {
            property: 'name',
            must: 'be 3 to 63 lower-case letters, digits and single hyphens between them',
            got: name,
          }
        : undefined,
  },
];
