import { DataAssetType } from '../../../lib/machine-learning/data/data-asset-type';
import { DataUri } from '../../../lib/machine-learning/data/data-uri';
import { DatastoreIdentity } from '../../../lib/machine-learning/datastore/datastore-identity';
import { BlobDatastore } from '../../../lib/machine-learning/datastore/blob-datastore';
import { DataLakeGen1Datastore } from '../../../lib/machine-learning/datastore/data-lake-gen1-datastore';
import { FileShareDatastore } from '../../../lib/machine-learning/datastore/file-share-datastore';
import { OneLakeDatastore } from '../../../lib/machine-learning/datastore/one-lake-datastore';
import { Template } from '../../../lib/testing';
import { checkedBodies, describeArmTypes } from '../../support/arm-types';
import { existingWorkspace, freshStack } from '../../support/stack';
import { assetIn } from '../data/setup';
import { accountIn, containerIn, KINDS, OTHER_ACCOUNT_ID } from './setup';

const URL = 'https://st.blob.core.windows.net/raw/x';
const ALL = { tags: { a: 'b' }, serviceIdentity: DatastoreIdentity.WORKSPACE_USER_ASSIGNED };

describeArmTypes('datastores and data assets against the ARM types', () => {
  test('the least of each is of its type', () => {
    const stack = freshStack();
    const workspace = existingWorkspace(stack);
    for (const [kind, make] of KINDS) {
      const id = kind.replaceAll(' ', '');
      make(stack, id, { name: id, workspace });
    }
    assetIn(stack, {}, 'Folder');
    assetIn(stack, { name: 'file', dataType: DataAssetType.URI_FILE }, 'File');
    expect(checkedBodies(Template.fromStack(stack).toJson()).said).toMatch(
      /5 passed, 0 failed, 0 skipped/,
    );
  });

  test('the most of each is of its type', () => {
    const stack = freshStack();
    const workspace = existingWorkspace(stack);
    const all = (name: string) => ({ ...ALL, name, workspace });
    const container = containerIn(stack, OTHER_ACCOUNT_ID);
    new BlobDatastore(stack, 'Blob', { ...all('blob'), container });
    new FileShareDatastore(stack, 'Files', {
      ...all('files'),
      storageAccount: accountIn(stack),
      fileShareName: 'raw',
    });
    new OneLakeDatastore(stack, 'Lake', {
      ...all('lake'),
      oneLakeWorkspaceName: 'sales',
      lakehouseName: 'lake/Files',
      endpoint: 'onelake.dfs.fabric.microsoft.com',
    });
    new DataLakeGen1Datastore(stack, 'Old', { ...all('old'), storeName: 'olddatalake' });
    assetIn(stack, {
      dataType: DataAssetType.MLTABLE,
      referencedData: [DataUri.of(URL)],
      tags: { a: 'b' },
    });
    expect(checkedBodies(Template.fromStack(stack).toJson()).said).toMatch(
      /5 passed, 0 failed, 0 skipped/,
    );
  });

  test('what is of no type is seen', () => {
    const stack = freshStack();
    assetIn(stack);
    const text = JSON.stringify(Template.fromStack(stack).toJson());
    const broken = JSON.parse(text.replace('"dataUri"', '"dataUrl"')) as object;
    expect(checkedBodies(broken).said).toMatch(/dataUr/);
  });
});
