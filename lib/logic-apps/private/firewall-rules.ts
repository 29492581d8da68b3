import type { Rule } from '../../core/validation';
import type { IStorageContainer } from '../../storage/storage-container';
import { StorageNetworkAccess } from '../../storage/storage-options';
import type { WorkflowIdentity } from '../workflow-identity';

interface Access {
  readonly container: IStorageContainer;
  readonly identity: WorkflowIdentity;
}

/**
 * A firewall lets a Logic App pass as a trusted service only by its system-assigned identity.
 *
 * @see https://learn.microsoft.com/azure/connectors/connectors-create-api-azureblobstorage#access-blob-storage-in-same-region-with-system-managed-identities
 */
export const FIREWALL_RULE: Rule<Access> = {
  code: 'BlobTriggerIdentityBehindFirewall',
  check: ({ container: { storageAccount }, identity }) =>
    storageAccount.networkAccess === StorageNetworkAccess.TRUSTED_SERVICES &&
    identity.userAssignedIdentity !== undefined
      ? {
          property: 'container',
          must: 'be in a storage account without a firewall where the workflow has a user-assigned identity',
          got: 'an account whose firewall lets trusted services pass',
          fix: 'use WorkflowIdentity.systemAssigned()',
        }
      : undefined,
};
