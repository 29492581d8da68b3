import type { Construct } from 'constructs';
import { DataAsset } from '../../../lib/machine-learning/data/data-asset';
import { DataAssetType } from '../../../lib/machine-learning/data/data-asset-type';
import { DataUri } from '../../../lib/machine-learning/data/data-uri';
import { DataLakeGen1Datastore } from '../../../lib/machine-learning/datastore/data-lake-gen1-datastore';
import { DataLakeGen2Datastore } from '../../../lib/machine-learning/datastore/data-lake-gen2-datastore';
import { Datastore } from '../../../lib/machine-learning/datastore/datastore';
import { DatastoreIdentity } from '../../../lib/machine-learning/datastore/datastore-identity';
import { DatastorePath } from '../../../lib/machine-learning/datastore/datastore-path';
import { FileShareDatastore } from '../../../lib/machine-learning/datastore/file-share-datastore';
import { OneLakeDatastore } from '../../../lib/machine-learning/datastore/one-lake-datastore';
import { accountIn, containerIn } from '../datastore/setup';
import { fuzzArguments, fuzzProps } from '../../support/fuzz';
import { existingWorkspace } from '../../support/stack';

const datastore = (scope: Construct) => ({
  name: 'raw',
  workspace: existingWorkspace(scope),
  description: 'raw data',
  tags: { team: 'churn' },
  serviceIdentity: DatastoreIdentity.WORKSPACE_USER_ASSIGNED,
});

const datastoreIn = (scope: Construct) =>
  Datastore.fromDatastoreName(scope, 'Datastore', existingWorkspace(scope, 'Its'), 'raw');

fuzzProps(
  'a Data Lake Gen2 datastore',
  (scope) => ({ ...datastore(scope), container: containerIn(scope) }),
  (scope, props) => new DataLakeGen2Datastore(scope, 'It', props),
);

fuzzProps(
  'a file share datastore',
  (scope) => ({
    ...datastore(scope),
    storageAccount: accountIn(scope),
    fileShareName: 'notebooks',
  }),
  (scope, props) => new FileShareDatastore(scope, 'It', props),
);

fuzzProps(
  'a OneLake datastore',
  (scope) => ({
    ...datastore(scope),
    oneLakeWorkspaceName: 'sales',
    lakehouseName: 'lake/Files',
    endpoint: 'onelake.dfs.fabric.microsoft.com',
  }),
  (scope, props) => new OneLakeDatastore(scope, 'It', props),
);

fuzzProps(
  'a Data Lake Gen1 datastore',
  (scope) => ({ ...datastore(scope), storeName: 'olddatalake' }),
  (scope, props) => new DataLakeGen1Datastore(scope, 'It', props),
);

fuzzProps(
  'an existing datastore with its container',
  (scope) => ({
    workspace: existingWorkspace(scope),
    name: 'raw',
    container: containerIn(scope),
  }),
  (scope, attributes) => Datastore.fromDatastoreAttributes(scope, 'It', attributes),
);

fuzzArguments(
  'a datastore of every workspace',
  (scope) => ({ workspace: existingWorkspace(scope) }),
  (_scope, { workspace }) => [
    Datastore.workspaceBlobStore(workspace),
    Datastore.workspaceFileStore(workspace),
  ],
);

fuzzArguments(
  'a path on a datastore',
  (scope) => ({ datastore: datastoreIn(scope), relativePath: 'in/' }),
  (scope, given, world) =>
    new DataAsset(scope, 'It', {
      name: 'raw',
      workspace: existingWorkspace(world),
      dataType: DataAssetType.URI_FOLDER,
      data: new DatastorePath(given.datastore, given.relativePath),
      version: '1',
    }),
);

fuzzProps(
  'a data asset',
  (scope) => ({
    name: 'raw',
    workspace: existingWorkspace(scope),
    dataType: DataAssetType.MLTABLE,
    data: datastoreIn(scope).path('table/'),
    referencedData: [DataUri.of('https://st.blob.core.windows.net/raw/x.csv')],
    version: '1',
    description: 'raw data',
    tags: { team: 'churn' },
  }),
  (scope, props) => new DataAsset(scope, 'It', props),
);

fuzzProps(
  'a data asset with a version of its content',
  (scope) => ({
    name: 'raw',
    workspace: existingWorkspace(scope),
    dataType: DataAssetType.URI_FOLDER,
    data: datastoreIn(scope).path('in/'),
  }),
  (scope, props) => new DataAsset(scope, 'It', props),
);

fuzzProps(
  'a registered data asset',
  (scope) => ({
    workspace: existingWorkspace(scope),
    name: 'raw',
    version: '1',
    dataType: DataAssetType.URI_FILE,
  }),
  (_scope, attributes) => DataAsset.fromDataAssetAttributes(attributes),
);

fuzzArguments(
  'data by URL',
  () => ({ uri: 'https://st.blob.core.windows.net/raw/x.csv' }),
  (_scope, { uri }) => DataUri.of(uri),
);
