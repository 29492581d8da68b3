import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DataAssetType } from '../../../lib/machine-learning/data/data-asset-type';
import { DataUri } from '../../../lib/machine-learning/data/data-uri';
import { DatastoreIdentity } from '../../../lib/machine-learning/datastore/datastore-identity';
import { BlobDatastore } from '../../../lib/machine-learning/datastore/blob-datastore';
import { DataLakeGen1Datastore } from '../../../lib/machine-learning/datastore/data-lake-gen1-datastore';
import { FileShareDatastore } from '../../../lib/machine-learning/datastore/file-share-datastore';
import { OneLakeDatastore } from '../../../lib/machine-learning/datastore/one-lake-datastore';
import { Template } from '../../../lib/testing';
import { folderOf } from '../../support/folder';
import { ROOT } from '../../support/repository';
import { existingWorkspace, freshStack } from '../../support/stack';
import { assetIn } from '../data/setup';
import { accountIn, containerIn, KINDS, OTHER_ACCOUNT_ID } from './setup';

/** Compares bodies with Microsoft's type definitions; third-party data that is kept beside the repository. */
const CHECKER = join(ROOT, '..', 'shared', 'tools', 'check-arm-bodies.mjs');

const URL = 'https://st.blob.core.windows.net/raw/x';
const ALL = { tags: { a: 'b' }, serviceIdentity: DatastoreIdentity.WORKSPACE_USER_ASSIGNED };

/** What the checker says of a stack. */
async function checked(template: object): Promise<string> {
  const folder = folderOf({ 'cdk.tf.json': JSON.stringify(template) });
  const { stdout } = await promisify(execFile)(process.execPath, [
    CHECKER,
    join(folder, 'cdk.tf.json'),
  ]).catch((error: unknown) => error as { readonly stdout: string });
  return stdout;
}

function describeArmTypes(name: string, tests: () => void): void {
  if (existsSync(CHECKER)) {
    describe(name, tests);
    return;
  }
  process.stderr.write(
    `Conformance of ${name} skipped: no type definitions beside the repository\n`,
  );
  describe.skip(name, tests);
}

describeArmTypes('datastores and data assets against the ARM types', () => {
  test('the least of each is of its type', async () => {
    const stack = freshStack();
    const workspace = existingWorkspace(stack);
    for (const [kind, make] of KINDS) {
      const id = kind.replaceAll(' ', '');
      make(stack, id, { name: id, workspace });
    }
    assetIn(stack, {}, 'Folder');
    assetIn(stack, { name: 'file', dataType: DataAssetType.URI_FILE }, 'File');
    expect(await checked(Template.fromStack(stack).toJson())).toMatch(
      /5 passed, 0 failed, 0 skipped/,
    );
  });

  test('the most of each is of its type', async () => {
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
    expect(await checked(Template.fromStack(stack).toJson())).toMatch(
      /5 passed, 0 failed, 0 skipped/,
    );
  });

  test('what is of no type is seen', async () => {
    const stack = freshStack();
    assetIn(stack);
    const text = JSON.stringify(Template.fromStack(stack).toJson());
    const broken = JSON.parse(text.replace('"dataUri"', '"dataUrl"')) as object;
    expect(await checked(broken)).toMatch(/dataUr/);
  });
});
