import type { Construct } from 'constructs';
import { BlobDatastore } from '../../../lib/machine-learning/datastore/blob-datastore';
import { DataLakeGen1Datastore } from '../../../lib/machine-learning/datastore/data-lake-gen1-datastore';
import { DataLakeGen2Datastore } from '../../../lib/machine-learning/datastore/data-lake-gen2-datastore';
import type { IDatastore } from '../../../lib/machine-learning/datastore/datastore-types';
import { FileShareDatastore } from '../../../lib/machine-learning/datastore/file-share-datastore';
import { OneLakeDatastore } from '../../../lib/machine-learning/datastore/one-lake-datastore';
import type { IWorkspace } from '../../../lib/machine-learning/workspace-types';
import { StorageAccount } from '../../../lib/storage/storage-account';
import { StorageContainer } from '../../../lib/storage/storage-container';
import { GROUP_ID } from '../../support/stack';

/** A subscription that no stack works in. */
export const OTHER_SUBSCRIPTION_ID = '99999999-2222-4333-8444-555555555555';
/** A storage account that no stack creates. */
export const ACCOUNT_ID = `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stbefore`;
/** The same in another subscription. */
export const OTHER_ACCOUNT_ID = ACCOUNT_ID.replace(
  /(?<=subscriptions\/)[^/]+/,
  OTHER_SUBSCRIPTION_ID,
);

/** A storage account that exists. */
export const accountIn = (scope: Construct, storageAccountId = ACCOUNT_ID, id = 'Account') =>
  StorageAccount.fromStorageAccountAttributes(scope, id, { storageAccountId });

/** A container that exists. */
export const containerIn = (scope: Construct, storageAccountId = ACCOUNT_ID, id = 'Its') =>
  StorageContainer.fromContainerName(
    scope,
    `${id}-Container`,
    accountIn(scope, storageAccountId, id),
    'raw',
  );

/** Makes a datastore with least. */
export type MakeDatastore = (
  scope: Construct,
  id: string,
  props: { readonly name: string; readonly workspace: IWorkspace },
) => IDatastore;

/** Every kind of datastore. */
export const KINDS: readonly (readonly [string, MakeDatastore])[] = [
  [
    'blob',
    (scope, id, props) =>
      new BlobDatastore(scope, id, {
        ...props,
        container: containerIn(scope, ACCOUNT_ID, `${id}-Its`),
      }),
  ],
  [
    'Data Lake Gen2',
    (scope, id, props) =>
      new DataLakeGen2Datastore(scope, id, {
        ...props,
        container: containerIn(scope, ACCOUNT_ID, `${id}-Its`),
      }),
  ],
  [
    'file share',
    (scope, id, props) =>
      new FileShareDatastore(scope, id, {
        ...props,
        storageAccount: accountIn(scope, ACCOUNT_ID, `${id}-Its`),
        fileShareName: 'raw',
      }),
  ],
  [
    'OneLake',
    (scope, id, props) =>
      new OneLakeDatastore(scope, id, { ...props, oneLakeWorkspaceName: 'w', lakehouseName: 'l' }),
  ],
  [
    'Data Lake Gen1',
    (scope, id, props) => new DataLakeGen1Datastore(scope, id, { ...props, storeName: 'dl1' }),
  ],
];
