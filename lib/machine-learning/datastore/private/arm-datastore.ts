import type { Construct } from 'constructs';
import { AzapiResource } from '../../../azapi/azapi-resource';
import { pinned } from '../../../azapi/api-versions';
import type { ArmObject } from '../../../azapi/azapi-types';
import { resourceGroupOf, subscriptionOf } from '../../../core/arm-id-parts';
import type { IStorageAccount } from '../../../storage/storage-account';
import type { DatastoreProps } from '../datastore-props';

/** A datastore as one ARM resource, for what azurerm cannot express. */
export function armDatastore(
  scope: Construct,
  { name, workspace }: Pick<DatastoreProps, 'name' | 'workspace'>,
  body: ArmObject,
  lifecycle: { readonly ignoreChanges?: string[] } = {},
): AzapiResource {
  return new AzapiResource(scope, 'Resource', {
    type: pinned('Microsoft.MachineLearningServices/workspaces/datastores'),
    name,
    parentId: workspace.workspaceId,
    body,
    ...(lifecycle.ignoreChanges === undefined ? {} : { lifecycle }),
  });
}

/** Where a storage account is, in the words of bodies. */
export function accountSettings(account: IStorageAccount) {
  return {
    subscriptionId: subscriptionOf(account.storageAccountId),
    resourceGroupName: resourceGroupOf(account.storageAccountId),
    accountName: account.storageAccountName,
    storageSuffix: account.cloud.storageSuffix,
  };
}
