import { StorageShare } from '@cdktf/provider-azurerm/lib/storage-share';
import { App } from 'cdktf';
import { DataAssetType } from '../../../lib/machine-learning/data/data-asset-type';
import { DataUri } from '../../../lib/machine-learning/data/data-uri';
import { BlobDatastore } from '../../../lib/machine-learning/datastore/blob-datastore';
import { DataLakeGen1Datastore } from '../../../lib/machine-learning/datastore/data-lake-gen1-datastore';
import { DataLakeGen2Datastore } from '../../../lib/machine-learning/datastore/data-lake-gen2-datastore';
import { Datastore } from '../../../lib/machine-learning/datastore/datastore';
import { FileShareDatastore } from '../../../lib/machine-learning/datastore/file-share-datastore';
import { OneLakeDatastore } from '../../../lib/machine-learning/datastore/one-lake-datastore';
import { Template } from '../../../lib/testing';
import { folderOf } from '../../support/folder';
import { containerOf, declaredPlatform, existingPlatform, WORKSPACE_ID } from '../../support/stack';
import { describeTerraform, errorsOf, expectOk, TerraformWorkdir } from '../../support/terraform';
import { assetIn } from '../data/setup';
import { containerIn, OTHER_ACCOUNT_ID } from './setup';

/** A workspace with a datastore of every kind, and data assets on them. */
function stackWith(path: string): Template {
  const app = new App({ outdir: folderOf({}) });
  const versionsFile = `${folderOf({})}/versions`;
  const { stack, workspace } = declaredPlatform({ versionsFile }, {}, 'churn', app);
  const common = (name: string) => ({ name, workspace, tags: { odd: '%{x} ${y}' } });
  const store = new BlobDatastore(stack, 'Blob', {
    ...common('blob'),
    container: containerOf(workspace),
  });
  const container = containerIn(stack, OTHER_ACCOUNT_ID);
  new BlobDatastore(stack, 'Elsewhere', { ...common('elsewhere'), container });
  new DataLakeGen2Datastore(stack, 'Gen2', {
    ...common('gen2'),
    container: containerOf(workspace, 'lake'),
  });
  const share = new StorageShare(stack, 'Share', {
    name: 'notebooks',
    storageAccountId: workspace.storageAccount.storageAccountId,
    quota: 100,
  });
  const files = new FileShareDatastore(stack, 'Files', {
    ...common('files'),
    storageAccount: workspace.storageAccount,
    fileShareName: share.name,
  });
  files.grantRead(workspace);
  new OneLakeDatastore(stack, 'OneLake', {
    ...common('onelake'),
    oneLakeWorkspaceName: 'sales',
    lakehouseName: 'lake/Files',
  });
  new DataLakeGen1Datastore(stack, 'Gen1', { ...common('gen1'), storeName: 'olddatalake' });
  assetIn(stack, { workspace, data: store.path(path), description: 'for %{x} ${y}' });
  assetIn(
    stack,
    {
      workspace,
      name: 'table',
      dataType: DataAssetType.MLTABLE,
      data: Datastore.workspaceBlobStore(workspace).path('table/'),
      referencedData: [DataUri.of('https://st.blob.core.windows.net/raw/x.csv')],
    },
    'Table',
  );
  return Template.fromStack(stack);
}

describeTerraform('datastores and data assets', () => {
  let workdir: TerraformWorkdir;

  beforeAll(async () => {
    workdir = await TerraformWorkdir.create();
    await workdir.write(stackWith('in/').toJson());
    expectOk(await workdir.init());
  });

  afterAll(async () => {
    await workdir.dispose();
  });

  test('are valid and applied, with text as it was written', async () => {
    expect((await workdir.validate()).diagnostics).toEqual([]);
    expect(errorsOf(await workdir.apply())).toEqual([]);
    const sent = workdir.provider.requests.entries().map(({ body }) => JSON.stringify(body));
    expect(sent.filter((body) => body.includes('"odd":"%{x} ${y}"'))).toHaveLength(6);
    expect(sent.filter((body) => body.includes('"description":"for %{x} ${y}"'))).toHaveLength(1);
    expect(
      sent.filter((body) => body.includes('"dataUri":"azureml://datastores/blob/paths/in/"')),
    ).toHaveLength(1);
  });

  test('have nothing to do in a second plan', async () => {
    expect(await workdir.planIsEmpty()).toBe(true);
  });

  test('get another version for another place, the first staying untouched', async () => {
    await workdir.write(stackWith('in/2026/').toJson());
    const { plan } = expectOk(await workdir.plan());
    const changes = (plan?.resource_changes ?? [])
      .filter(({ change }) => !['no-op', 'read'].includes(change.actions.join()))
      .map(({ type, change }) => `${type} ${change.actions.join()}`);
    expect(changes).toContain('azapi_resource create');
    expect(changes.filter((change) => /update|delete,create/.test(change))).toEqual([]);
    expect(errorsOf(await workdir.applyPlan())).toEqual([]);
    expect(await workdir.planIsEmpty()).toBe(true);
  });

  test('are destroyed', async () => {
    expect(errorsOf(await workdir.destroy())).toEqual([]);
    expect(workdir.provider.store.ids()).toEqual([]);
  });
});

describeTerraform('a Data Lake Gen1 datastore that exists', () => {
  const stackOf = (tags: { readonly [name: string]: string }): Template => {
    const { stack, workspace } = existingPlatform();
    const props = { name: 'old', workspace, storeName: 'olddatalake', tags };
    new DataLakeGen1Datastore(stack, 'Old', props);
    return Template.fromStack(stack);
  };

  test('is adopted by an import, and stays as it is', async () => {
    const first = await TerraformWorkdir.create();
    const second = await TerraformWorkdir.create(first.provider);
    try {
      await first.write(stackOf({ made: 'before' }).toJson());
      expectOk(await first.init());
      expectOk(await first.apply());
      const template = stackOf({ made: 'now' });
      const [address] = Object.keys(template.resources('azapi_resource'));
      await second.write(template.toJson());
      expectOk(await second.init());
      const imported = await second.run(
        'import',
        '-input=false',
        `azapi_resource.${String(address)}`,
        `${WORKSPACE_ID}/datastores/old?api-version=2025-06-01`,
      );
      expect(imported.exitCode).toBe(0);
      first.provider.requests.clear();
      expect(errorsOf(await second.apply())).toEqual([]);
      expect(await second.planIsEmpty()).toBe(true);
      expect(first.provider.requests.entries()).toEqual([]);
    } finally {
      await second.dispose();
      await first.dispose();
    }
  });
});
