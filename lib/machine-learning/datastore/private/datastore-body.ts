import type { ArmObject } from '../../../azapi/azapi-types';
import type { DatastoreProps } from '../datastore-props';

/** What every body has: nothing but identities opens the data. */
interface CommonSettings extends Pick<DatastoreProps, 'description' | 'tags'> {
  readonly serviceIdentity?: string;
}

/** Where a storage account is, in the words of the service. */
interface AccountSettings extends CommonSettings {
  readonly subscriptionId: string;
  readonly resourceGroupName: string;
  readonly accountName: string;
  /** What follows service and account in hosts, such as `core.windows.net`. */
  readonly storageSuffix: string;
}

/**
 * The body of a blob datastore. Pure.
 *
 * @returns `{ properties: { datastoreType: "AzureBlob", containerName, … } }`
 */
export function renderBlobBody(settings: AccountSettings & { containerName: string }): ArmObject {
  const { containerName } = settings;
  return withCommon(settings, {
    datastoreType: 'AzureBlob',
    containerName,
    ...accountOf(settings),
  });
}

/**
 * The body of a Data Lake Gen2 datastore. Pure.
 *
 * @returns `{ properties: { datastoreType: "AzureDataLakeGen2", filesystem, … } }`
 */
export function renderDataLakeGen2Body(
  settings: AccountSettings & { filesystem: string },
): ArmObject {
  const { filesystem } = settings;
  return withCommon(settings, {
    datastoreType: 'AzureDataLakeGen2',
    filesystem,
    ...accountOf(settings),
  });
}

/**
 * The body of a file share datastore. Pure.
 *
 * @returns `{ properties: { datastoreType: "AzureFile", fileShareName, … } }`
 */
export function renderFileShareBody(
  settings: AccountSettings & { fileShareName: string },
): ArmObject {
  const { fileShareName } = settings;
  return withCommon(settings, {
    datastoreType: 'AzureFile',
    fileShareName,
    ...accountOf(settings),
  });
}

/**
 * The body of a OneLake datastore. Pure.
 *
 * @returns `{ properties: { datastoreType: "OneLake", oneLakeWorkspaceName, artifact, endpoint, … } }`
 */
export function renderOneLakeBody(
  settings: CommonSettings & {
    oneLakeWorkspaceName: string;
    lakehouseName: string;
    endpoint: string;
  },
): ArmObject {
  return withCommon(settings, {
    datastoreType: 'OneLake',
    oneLakeWorkspaceName: settings.oneLakeWorkspaceName,
    artifact: { artifactType: 'LakeHouse', artifactName: settings.lakehouseName },
    endpoint: settings.endpoint,
  });
}

/**
 * The body of a Data Lake Gen1 datastore. Pure.
 *
 * @returns `{ properties: { datastoreType: "AzureDataLakeGen1", storeName, … } }`
 */
export function renderDataLakeGen1Body(
  settings: CommonSettings & { storeName: string },
): ArmObject {
  return withCommon(settings, {
    datastoreType: 'AzureDataLakeGen1',
    storeName: settings.storeName,
  });
}

function accountOf(settings: AccountSettings): ArmObject {
  return {
    accountName: settings.accountName,
    endpoint: settings.storageSuffix,
    protocol: 'https',
    resourceGroup: settings.resourceGroupName,
    subscriptionId: settings.subscriptionId,
  };
}

function withCommon(settings: CommonSettings, specific: ArmObject): ArmObject {
  const { serviceIdentity, description, tags } = settings;
  return {
    properties: {
      ...specific,
      credentials: { credentialsType: 'None' },
      ...(serviceIdentity === undefined ? {} : { serviceDataAccessAuthIdentity: serviceIdentity }),
      ...(description === undefined ? {} : { description }),
      ...(tags === undefined ? {} : { tags }),
    },
  };
}
