import { App } from 'cdktf';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOf } from '../../../lib/core/facts';
import { Principal } from '../../../lib/identity/principal';
import { BlobDatastore } from '../../../lib/machine-learning/datastore/blob-datastore';
import { DataLakeGen2Datastore } from '../../../lib/machine-learning/datastore/data-lake-gen2-datastore';
import { Datastore } from '../../../lib/machine-learning/datastore/datastore';
import type { IDatastore } from '../../../lib/machine-learning/datastore/datastore-types';
import { FileShareDatastore } from '../../../lib/machine-learning/datastore/file-share-datastore';
import { OneLakeDatastore } from '../../../lib/machine-learning/datastore/one-lake-datastore';
import {
  DatastoreUpload,
  type DatastoreUploadProps,
} from '../../../lib/machine-learning/upload/datastore-upload';
import {
  type UploadFilesOptions,
  UploadSource,
} from '../../../lib/machine-learning/upload/upload-source';
import { Workspace } from '../../../lib/machine-learning/workspace';
import { Match, Template } from '../../../lib/testing';
import { folderOf, type Files } from '../../support/folder';
import {
  codesIn,
  containerOf,
  declaredPlatform,
  existingPlatform,
  existingWorkspace,
  freshStack,
  tokensIn,
  WORKSPACE_ID,
} from '../../support/stack';
import { describeTerraform, expectOk, errorsOf, TerraformWorkdir } from '../../support/terraform';
import { assetIn } from '../data/setup';
import { accountIn, containerIn } from '../datastore/setup';

const FILES: Files = { 'a.csv': '1', 'sub/%{b}.csv': '2', empty: '', '.gitignore': 'a.csv' };
const sourceOf = (files = FILES) => UploadSource.fromDirectory(folderOf(files));
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

function uploadOf(
  props: Partial<DatastoreUploadProps> = {},
  app = new App({ outdir: folderOf({}) }),
) {
  const { stack, workspace } = declaredPlatform({}, {}, 'churn', app);
  const container = containerOf(workspace);
  const datastore = new BlobDatastore(stack, 'Raw', { name: 'raw', workspace, container });
  const upload = new DatastoreUpload(stack, 'Upload', { datastore, source: sourceOf(), ...props });
  return { app, stack, upload };
}

describe('an upload to a datastore', () => {
  test('is one blob for each file under a path, with the MD5 of its content', () => {
    const { stack, upload } = uploadOf({ targetPath: 'in/${x}/' });
    expect(upload.path.relativePath).toBe('in/${x}/');
    const staged = (text: string): unknown =>
      expect.stringMatching(new RegExp(`^assets/[\\w-]+/${digest(text)}$`));
    expect(Template.fromStack(stack).resource('azurerm_storage_blob')).toEqual({
      for_each: {
        '.gitignore': staged('a.csv'),
        'a.csv': staged('1'),
        empty: '',
        'sub/%%{b}.csv': staged('2'),
      },
      name: 'in/$${x}/${each.key}',
      storage_account_name: expect.stringContaining('azurerm_storage_account'),
      storage_container_name: 'raw',
      type: 'Block',
      source: '${each.value == "" ? null : each.value}',
      content_md5: '${each.value == "" ? null : filemd5(each.value)}',
      depends_on: [expect.stringMatching(/^azurerm_storage_container\./)],
    });
    expect(factsOf(stack, 'instances').map(({ fact }) => fact.count)).toEqual([4]);
  });

  test('goes to the root of the container by default', () => {
    const { stack, upload } = uploadOf();
    expect(upload.path.relativePath).toBe('');
    Template.fromStack(stack).hasResource('azurerm_storage_blob', { name: '${each.key}' });
  });

  test('has its files beside the stack, each once', () => {
    const { app } = uploadOf({ source: sourceOf({ a: 'same', b: 'same', c: 'other' }) });
    app.synth();
    const folder = join(app.outdir, 'stacks', 'churn');
    const { for_each: sources } = Template.fromDirectory(app.outdir, 'churn').resource(
      'azurerm_storage_blob',
    );
    const { a = '', b = '', c = '' } = sources as Files;
    expect(a).toBe(b);
    expect([a, c].map((path) => readFileSync(join(folder, path), 'utf8'))).toEqual([
      'same',
      'other',
    ]);
  });

  test.each<[Partial<DatastoreUploadProps>, readonly string[]]>([
    [{ targetPath: 'a/b' }, []],
    [{ targetPath: 'a/..b' }, []],
    [{ targetPath: '/a' }, ['DatastorePathInvalid']],
    [{ targetPath: 'a//b' }, ['UploadPathInvalid']],
    [{ targetPath: 'a/../b' }, ['UploadPathInvalid']],
    [{ targetPath: '.' }, ['UploadPathInvalid']],
    [{ targetPath: 'a\\b' }, ['UploadPathInvalid']],
    [{ source: '.' as never }, ['PropertyTypeInvalid']],
    [{ datastore: 'raw' as never }, ['PropertyTypeInvalid']],
  ])('with %p: %j', (props, codes) => {
    expect(codesIn(() => uploadOf(props))).toEqual(codes);
  });

  test('is a folder that data assets take', () => {
    const { stack, workspace } = declaredPlatform();
    const container = containerOf(workspace);
    const datastore = new BlobDatastore(stack, 'Raw', { name: 'raw', workspace, container });
    const props = { datastore, source: sourceOf(), targetPath: 'in' };
    const { path } = new DatastoreUpload(stack, 'Upload', props);
    assetIn(stack, { workspace, data: path }, 'Asset');
    Template.fromStack(stack).hasResource('azapi_resource', {
      type: Match.stringMatching(/data\/versions@/),
      body: Match.objectLike({
        properties: Match.objectLike({
          dataUri: Match.stringMatching(/^azureml:\/\/datastores\/\$\{.*\}\/paths\/in\/$/),
        }),
      }),
    });
  });

  test('may go to a path that only Terraform will know', () => {
    const { stack } = declaredPlatform();
    expect(codesIn(() => uploadOf({ targetPath: tokensIn(stack).text }))).toEqual([]);
  });
});

describe('the datastore of an upload', () => {
  const uploadTo = (datastore: IDatastore) =>
    new DatastoreUpload(datastore, 'Upload', { datastore, source: sourceOf() });
  const workspaceOf = () => existingWorkspace(freshStack());
  const unknownAccount = () =>
    Workspace.fromWorkspaceAttributes(freshStack(), 'Bare', { workspaceId: WORKSPACE_ID });

  test.each<[string, () => IDatastore, readonly string[]]>([
    [
      'a file system of Data Lake Gen2',
      () => {
        const workspace = workspaceOf();
        const container = containerIn(workspace);
        return new DataLakeGen2Datastore(workspace, 'Lake', { name: 'lake', workspace, container });
      },
      [],
    ],
    [
      'one that was told its container',
      () => {
        const workspace = workspaceOf();
        const attributes = { workspace, name: 'known', container: containerIn(workspace) };
        return Datastore.fromDatastoreAttributes(workspace, 'Known', attributes);
      },
      [],
    ],
    ['the blob store of a workspace', () => Datastore.workspaceBlobStore(workspaceOf()), []],
    [
      'the blob store of a workspace whose account is not known',
      () => Datastore.workspaceBlobStore(unknownAccount()),
      ['UploadContainerUnknown'],
    ],
    ['one known by its name', () => existingPlatform().datastore, ['UploadContainerUnknown']],
    [
      'OneLake',
      () => {
        const workspace = workspaceOf();
        const props = { workspace, oneLakeWorkspaceName: 'w', lakehouseName: 'l' };
        return new OneLakeDatastore(workspace, 'Lake', { name: 'raw', ...props });
      },
      ['UploadContainerUnknown'],
    ],
    [
      'a file share',
      () => {
        const workspace = workspaceOf();
        const props = { workspace, storageAccount: accountIn(workspace), fileShareName: 'raw' };
        return new FileShareDatastore(workspace, 'Files', { name: 'raw', ...props });
      },
      ['UploadToFileShare'],
    ],
    [
      'the file store of a workspace',
      () => Datastore.workspaceFileStore(workspaceOf()),
      ['UploadToFileShare'],
    ],
  ])('is or is not %s', (_, make, codes) => {
    expect(codesIn(() => uploadTo(make()))).toEqual(codes);
  });

  test('is asked by Terraform for the container of a workspace, once', () => {
    const { stack, workspace } = existingPlatform();
    const datastore = Datastore.workspaceBlobStore(workspace);
    uploadTo(datastore);
    expect(datastore.container).toBe(datastore.container);
    const template = Template.fromStack(stack);
    const [[label, read] = []] = Object.entries(
      (template.toJson() as { data?: { azapi_resource?: object } }).data?.azapi_resource ?? {},
    );
    expect(read).toMatchObject({
      type: 'Microsoft.MachineLearningServices/workspaces/datastores@2025-06-01',
      resource_id: `${WORKSPACE_ID}/datastores/workspaceblobstore`,
      response_export_values: { containerName: 'properties.containerName' },
    });
    template.hasResource('azurerm_storage_blob', {
      storage_account_name: 'stbefore',
      storage_container_name: `\${data.azapi_resource.${String(label)}.output.containerName}`,
    });
  });
});

describe('the source of an upload', () => {
  const listed = (files: readonly string[], options?: UploadFilesOptions) => {
    const folder = folderOf({ 'a/x': '1', 'a/b/y': '2' });
    const at = (path: string) => join(folder, path);
    const relativeRoot =
      options?.relativeRoot === undefined ? {} : { relativeRoot: at(options.relativeRoot) };
    return UploadSource.fromFiles(files.map(at), { ...options, ...relativeRoot });
  };

  test.each<[UploadFilesOptions, readonly string[]]>([
    [{}, ['x', 'y']],
    [{ relativeRoot: '.' }, ['a/b/y', 'a/x']],
    [{ relativeRoot: 'a' }, ['b/y', 'x']],
  ])('names listed files by %j', (options, paths) => {
    const { files } = listed(['a/x', 'a/b/y'], options).snapshot;
    expect(files.map(({ path }) => path)).toEqual(paths);
  });

  test.each<[readonly string[], UploadFilesOptions, readonly string[]]>([
    [[], {}, ['UploadFilesEmpty']],
    [['nowhere'], {}, ['FileMissing']],
    [['a/x'], { relativeRoot: 'a/b' }, ['UploadOutsideRoot']],
    [['a/x', 'a/b/y'], { maxFiles: 1 }, ['TooManyFiles']],
    [['a/x', 'a/x'], {}, ['FilePathAmbiguous']],
    [['a/x'], { maxSizeMiB: 0 }, ['FileLimitInvalid']],
  ])('is refused for %j, %j', (files, options, codes) => {
    expect(codesIn(() => listed(files, options))).toEqual(codes);
  });

  test('is refused for a folder that is not there', () => {
    expect(codesIn(() => UploadSource.fromDirectory('nowhere'))).toEqual(['CodeDirectoryInvalid']);
  });
});

describeTerraform('an upload to the blob store of a workspace', () => {
  test('is applied with a grant on it, has nothing to do again, and is destroyed', async () => {
    const workdir = await TerraformWorkdir.create();
    try {
      const app = new App({ outdir: folderOf({}) });
      const { stack, workspace } = declaredPlatform({}, {}, 'churn', app);
      const datastore = Datastore.workspaceBlobStore(workspace);
      new DatastoreUpload(stack, 'Upload', { datastore, source: sourceOf(), targetPath: 'in' });
      datastore.grantRead(Principal.user('22222222-2222-4222-8222-222222222222'));
      app.synth();
      const template = Template.fromDirectory(app.outdir, 'churn');
      await workdir.write(template.toJson(), join(app.outdir, 'stacks', 'churn'));
      expectOk(await workdir.init());
      expect(errorsOf(await workdir.apply())).toEqual([]);
      expect(workdir.provider.store.ids()).toContainEqual(
        expect.stringMatching(/azureml-blobstore-[0-9a-f-]{36}\/blobs\/in%2Fa\.csv$/),
      );
      expect(await workdir.planIsEmpty()).toBe(true);
      expect(errorsOf(await workdir.destroy())).toEqual([]);
      expect(workdir.provider.store.ids()).toEqual([]);
    } finally {
      await workdir.dispose();
    }
  });
});

describeTerraform('an upload to a datastore', () => {
  let workdir: TerraformWorkdir;

  const write = async (files: Files): Promise<void> => {
    const { app } = uploadOf({ source: sourceOf(files), targetPath: 'in' });
    app.synth();
    const template = Template.fromDirectory(app.outdir, 'churn');
    await workdir.write(template.toJson(), join(app.outdir, 'stacks', 'churn'));
  };

  const changes = async (): Promise<readonly string[]> => {
    const { plan } = expectOk(await workdir.plan());
    return (plan?.resource_changes ?? [])
      .filter(({ change }) => change.actions.join() !== 'no-op')
      .map(
        ({ address, change }) =>
          `${change.actions.join()} ${/\["(.*)"\]$/.exec(address)?.[1] ?? address}`,
      )
      .sort();
  };

  beforeAll(async () => {
    workdir = await TerraformWorkdir.create();
    await write(FILES);
    expectOk(await workdir.init());
    expect(errorsOf(await workdir.apply())).toEqual([]);
  });

  afterAll(async () => {
    await workdir.dispose();
  });

  test('has nothing to do in a second plan, also from another folder', async () => {
    await write(FILES);
    expect(await changes()).toEqual([]);
  });

  test('replaces only what has other content, and what is empty no more', async () => {
    await write({ ...FILES, 'a.csv': '3', empty: '4' });
    expect(await changes()).toEqual(['delete,create a.csv', 'delete,create empty']);
  });

  test('deletes what is gone and makes what is new', async () => {
    const { 'a.csv': content = '', ...others } = FILES;
    await write({ ...others, 'b.csv': content });
    expect(await changes()).toEqual(['create b.csv', 'delete a.csv']);
    expect(errorsOf(await workdir.applyPlan())).toEqual([]);
    expect(await workdir.planIsEmpty()).toBe(true);
  });

  test('is destroyed', async () => {
    expect(errorsOf(await workdir.destroy())).toEqual([]);
    expect(workdir.provider.store.ids()).toEqual([]);
  });
});
