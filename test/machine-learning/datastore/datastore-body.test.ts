import {
  renderBlobBody,
  renderDataLakeGen1Body,
  renderDataLakeGen2Body,
  renderFileShareBody,
  renderOneLakeBody,
} from '../../../lib/machine-learning/datastore/private/datastore-body';

const ACCOUNT = {
  subscriptionId: 'sub',
  resourceGroupName: 'rg',
  accountName: 'st',
  storageSuffix: 'core.windows.net',
};
const ARM_ACCOUNT = {
  subscriptionId: 'sub',
  resourceGroup: 'rg',
  accountName: 'st',
  endpoint: 'core.windows.net',
  protocol: 'https',
};
const LAKE = { oneLakeWorkspaceName: 'w', lakehouseName: 'l/Files', endpoint: 'a.b' };
const ARM_LAKE = {
  oneLakeWorkspaceName: 'w',
  artifact: { artifactType: 'LakeHouse', artifactName: 'l/Files' },
  endpoint: 'a.b',
};
const OPTIONS = {
  serviceIdentity: 'WorkspaceUserAssignedIdentity',
  description: 'raw data',
  tags: { stage: 'dev' },
};
const ARM_OPTIONS = {
  serviceDataAccessAuthIdentity: 'WorkspaceUserAssignedIdentity',
  description: 'raw data',
  tags: { stage: 'dev' },
};

describe('the body of a datastore', () => {
  test.each([
    [
      'AzureBlob',
      (options: object) => renderBlobBody({ ...ACCOUNT, containerName: 'raw', ...options }),
      { ...ARM_ACCOUNT, containerName: 'raw' },
    ],
    [
      'AzureDataLakeGen2',
      (options: object) => renderDataLakeGen2Body({ ...ACCOUNT, filesystem: 'raw', ...options }),
      { ...ARM_ACCOUNT, filesystem: 'raw' },
    ],
    [
      'AzureFile',
      (options: object) => renderFileShareBody({ ...ACCOUNT, fileShareName: 'raw', ...options }),
      { ...ARM_ACCOUNT, fileShareName: 'raw' },
    ],
    ['OneLake', (options: object) => renderOneLakeBody({ ...LAKE, ...options }), ARM_LAKE],
    [
      'AzureDataLakeGen1',
      (options: object) => renderDataLakeGen1Body({ storeName: 'dl', ...options }),
      { storeName: 'dl' },
    ],
  ])(
    'of type %s has no credentials, with least and with all',
    (datastoreType, render, specific) => {
      const least = { datastoreType, credentials: { credentialsType: 'None' }, ...specific };
      expect(render({})).toEqual({ properties: least });
      expect(render(OPTIONS)).toEqual({ properties: { ...least, ...ARM_OPTIONS } });
    },
  );
});
