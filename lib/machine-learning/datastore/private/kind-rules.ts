import { Is, mismatches, type Rule, type Shape } from '../../../core/validation';
import type { BlobDatastoreProps } from '../blob-datastore';
import type { DataLakeGen1DatastoreProps } from '../data-lake-gen1-datastore';
import type { DataLakeGen2DatastoreProps } from '../data-lake-gen2-datastore';
import type { FileShareDatastoreProps } from '../file-share-datastore';
import type { OneLakeDatastoreProps } from '../one-lake-datastore';
import { CONTAINER, DATASTORE_RULES, DATASTORE_SHAPE, SERVICE_IDENTITY } from './datastore-rules';

export const BLOB_DATASTORE_SHAPE: Shape<
  BlobDatastoreProps & Required<Pick<BlobDatastoreProps, 'serviceIdentity'>>
> = { ...DATASTORE_SHAPE, container: CONTAINER, serviceIdentity: SERVICE_IDENTITY };

export const DATA_LAKE_GEN2_DATASTORE_SHAPE: Shape<
  DataLakeGen2DatastoreProps & Required<Pick<DataLakeGen2DatastoreProps, 'serviceIdentity'>>
> = { ...DATASTORE_SHAPE, container: CONTAINER, serviceIdentity: SERVICE_IDENTITY };

export const FILE_SHARE_DATASTORE_SHAPE: Shape<
  FileShareDatastoreProps & Required<Pick<FileShareDatastoreProps, 'serviceIdentity'>>
> = {
  ...DATASTORE_SHAPE,
  storageAccount: Is.having('a storage account', 'storageAccountId', 'storageAccountName', 'cloud'),
  fileShareName: Is.text,
  serviceIdentity: SERVICE_IDENTITY,
};

/** @see https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-shares--directories--files--and-metadata */
const SHARE_NAME = /^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/;

export const FILE_SHARE_DATASTORE_RULES: readonly Rule<FileShareDatastoreProps>[] = [
  ...DATASTORE_RULES,
  {
    code: 'FileShareNameInvalid',
    check: ({ fileShareName }) =>
      mismatches(fileShareName, SHARE_NAME)
        ? {
            property: 'fileShareName',
            must: 'be 3 to 63 lower-case letters, digits and single hyphens between them',
            got: fileShareName,
          }
        : undefined,
  },
];

export const ONE_LAKE_DATASTORE_SHAPE: Shape<
  OneLakeDatastoreProps & Required<Pick<OneLakeDatastoreProps, 'serviceIdentity' | 'endpoint'>>
> = {
  ...DATASTORE_SHAPE,
  oneLakeWorkspaceName: Is.text,
  lakehouseName: Is.text,
  endpoint: Is.text,
  serviceIdentity: SERVICE_IDENTITY,
};

/** The service writes `https://` before it. */
const HOST = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i;

/** `Microsoft.MachineLearningServices/workspaces/datastores@2025-06-01`: something with a letter, digit or `_` in it. */
const NAMED = /[a-zA-Z0-9_]/;

function oneLakeNameRule(
  property: 'oneLakeWorkspaceName' | 'lakehouseName',
): Rule<OneLakeDatastoreProps> {
  return {
    code: 'OneLakeNameInvalid',
    check: (props) =>
      mismatches(props[property], NAMED)
        ? { property, must: 'be a GUID or a name', got: props[property] }
        : undefined,
  };
}

export const ONE_LAKE_DATASTORE_RULES: readonly Rule<OneLakeDatastoreProps>[] = [
  ...DATASTORE_RULES,
  oneLakeNameRule('oneLakeWorkspaceName'),
  oneLakeNameRule('lakehouseName'),
  {
    code: 'OneLakeEndpointInvalid',
    check: ({ endpoint }) =>
      mismatches(endpoint, HOST)
        ? {
            property: 'endpoint',
            must: 'be a host name alone, such as onelake.dfs.fabric.microsoft.com',
            got: endpoint,
            fix: 'leave out https:// and what follows the host',
          }
        : undefined,
  },
];

export const DATA_LAKE_GEN1_DATASTORE_SHAPE: Shape<DataLakeGen1DatastoreProps> = {
  ...DATASTORE_SHAPE,
  storeName: Is.text,
  serviceIdentity: Is.optional(SERVICE_IDENTITY),
};

/** @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
const STORE_NAME = /^[a-z0-9]{3,24}$/;

export const DATA_LAKE_GEN1_DATASTORE_RULES: readonly Rule<DataLakeGen1DatastoreProps>[] = [
  ...DATASTORE_RULES,
  {
    code: 'DataLakeStoreNameInvalid',
    check: ({ storeName }) =>
      mismatches(storeName, STORE_NAME)
        ? {
            property: 'storeName',
            must: 'be 3 to 24 lower-case letters and digits',
            got: storeName,
            fix: 'give the name alone, without .azuredatalakestore.net',
          }
        : undefined,
  },
];
