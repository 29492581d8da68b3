import { Principal } from '../../../lib/identity/principal';
import { Datastore } from '../../../lib/machine-learning/datastore/datastore';
import { DatastorePath } from '../../../lib/machine-learning/datastore/datastore-path';
import { Workspace } from '../../../lib/machine-learning/workspace';
import { Match, Template } from '../../../lib/testing';
import {
  codesIn,
  declaredPlatform,
  existingPlatform,
  freshStack,
  existingWorkspace,
  problemsIn,
  resolvedIn,
  tokensIn,
  WORKSPACE_ID,
} from '../../support/stack';
import { ACCOUNT_ID, containerIn, KINDS } from './setup';

const GUID = '99999999-8888-4777-8666-555555555555';

describe.each(KINDS)('a %s datastore', (_, make) => {
  test.each<[string, readonly string[]]>([
    ['a', []],
    ['0-_Z', []],
    ['a'.repeat(255), []],
    ['a'.repeat(256), ['DatastoreNameInvalid']],
    ['_a', ['DatastoreNameInvalid']],
    ['a.b', ['DatastoreNameInvalid']],
    ['workspaceblobstor', []],
    ['workspaceblobstore', ['DatastoreNameReserved']],
    ['WorkspaceFileStore', ['DatastoreNameReserved']],
    ['workspaceartifactstore', ['DatastoreNameReserved']],
    ['workspaceworkingdirectory', ['DatastoreNameReserved']],
  ])('takes the name %s or not', (name, codes) => {
    const stack = freshStack();
    const workspace = existingWorkspace(stack);
    expect(codesIn(() => make(stack, 'It', { name, workspace }))).toEqual(codes);
  });

  test('takes a name that only Terraform will know', () => {
    const stack = freshStack();
    const { text, reference } = tokensIn(stack);
    make(stack, 'It', { name: text, workspace: existingWorkspace(stack) });
    expect(JSON.stringify(Template.fromStack(stack).toJson())).toContain(`"name":"${reference}"`);
  });

  test('is refused where another construct declares its name, which the error names', () => {
    const stack = freshStack();
    const workspace = existingWorkspace(stack);
    make(stack, 'First', { name: 'raw', workspace });
    const problems = problemsIn(() => make(stack, 'Second', { name: 'RAW', workspace }));
    expect(problems).toMatchObject([
      {
        code: 'DatastoreNameTaken',
        property: 'name',
        must: expect.stringContaining('churn/First'),
      },
    ]);
  });

  test('shares its name with one of another workspace, and with an imported one', () => {
    const stack = freshStack();
    const workspace = existingWorkspace(stack);
    make(stack, 'First', { name: 'raw', workspace });
    Datastore.fromDatastoreName(stack, 'Imported', workspace, 'raw');
    const { stack: other, workspace: theirs } = declaredPlatform();
    make(other, 'Second', { name: 'raw', workspace: theirs });
    Template.fromStack(other);
  });

  test('is named in URIs by a reference, so that jobs wait for it', () => {
    const stack = freshStack();
    const datastore = make(stack, 'It', { name: 'raw', workspace: existingWorkspace(stack) });
    expect(resolvedIn(stack, datastore.datastoreId)).toMatch(
      new RegExp(`^${WORKSPACE_ID}/datastores/\\$\\{az\\w+\\.It_\\w+\\.name\\}$`),
    );
    expect(resolvedIn(stack, datastore.path('in/').uri)).toMatch(
      /^azureml:\/\/datastores\/\$\{az\w+\.It_\w+\.name\}\/paths\/in\/$/,
    );
  });
});

describe('an existing datastore', () => {
  test('is known by its name, and emits nothing', () => {
    const { stack, workspace } = existingPlatform();
    const datastore = Datastore.fromDatastoreName(stack, 'Raw', workspace, 'raw');
    expect(datastore.datastoreId).toBe(`${WORKSPACE_ID}/datastores/raw`);
    expect(datastore.path('a/b').uri).toBe('azureml://datastores/raw/paths/a/b');
    expect(Template.fromStack(stack).toJson()).not.toHaveProperty('resource');
  });

  test('grants nothing while its storage is not known', () => {
    const { stack, workspace } = existingPlatform();
    const datastore = Datastore.fromDatastoreName(stack, 'Raw', workspace, 'raw');
    expect(codesIn(() => datastore.grantRead(Principal.user(GUID)))).toEqual([
      'DatastoreStorageUnknown',
    ]);
    expect(codesIn(() => datastore.grantReadWrite(Principal.user(GUID)))).toEqual([
      'DatastoreStorageUnknown',
    ]);
  });

  test('grants on the container that it is told', () => {
    const { stack, workspace } = existingPlatform();
    const container = containerIn(stack);
    const attributes = { workspace, name: 'raw', container };
    Datastore.fromDatastoreAttributes(stack, 'Raw', attributes).grantRead(Principal.user(GUID));
    expect(Template.fromStack(stack).resource('azurerm_role_assignment')).toMatchObject({
      scope: `${ACCOUNT_ID}/blobServices/default/containers/raw`,
      role_definition_id: expect.stringContaining('2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'),
    });
  });
});

describe('the datastores of every workspace', () => {
  test('are there once, however often they are asked for, and emit nothing', () => {
    const { stack, workspace } = existingPlatform();
    const blobs = Datastore.workspaceBlobStore(workspace);
    const files = Datastore.workspaceFileStore(workspace);
    expect(Datastore.workspaceBlobStore(workspace)).toBe(blobs);
    expect(Datastore.workspaceFileStore(workspace)).toBe(files);
    expect([blobs.datastoreId, files.datastoreId]).toEqual([
      `${WORKSPACE_ID}/datastores/workspaceblobstore`,
      `${WORKSPACE_ID}/datastores/workspacefilestore`,
    ]);
    expect(Template.fromStack(stack).toJson()).not.toHaveProperty('resource');
  });

  test('of blobs are granted on where the storage account of the workspace is known', () => {
    const { stack, workspace } = existingPlatform();
    Datastore.workspaceBlobStore(workspace).grantRead(Principal.user(GUID));
    Datastore.workspaceBlobStore(workspace).grantReadWrite(Principal.user(GUID));
    const template = Template.fromStack(stack);
    for (const role of ['2a2b9908', 'ba92f5b4']) {
      template.hasResource('azurerm_role_assignment', {
        scope: Match.stringMatching(
          /storageAccounts\/stbefore\/blobServices\/default\/containers\/\$\{data\.azapi_resource\.\w+\.output\.containerName\}$/,
        ),
        role_definition_id: Match.stringMatching(new RegExp(role)),
      });
    }
  });

  test('are not granted on where it is not known, and files never are', () => {
    const { stack, workspace } = existingPlatform();
    const bare = Workspace.fromWorkspaceAttributes(stack, 'Bare', { workspaceId: WORKSPACE_ID });
    for (const store of [
      Datastore.workspaceBlobStore(bare),
      Datastore.workspaceFileStore(workspace),
    ]) {
      expect(codesIn(() => store.grantRead(Principal.user(GUID)))).toEqual([
        'DatastoreStorageUnknown',
      ]);
    }
  });

  test('are asked of a workspace', () => {
    expect(codesIn(() => Datastore.workspaceBlobStore('mlw' as never))).toEqual([
      'PropertyTypeInvalid',
    ]);
  });
});

describe('a path on a datastore', () => {
  test.each<[string, readonly string[]]>([
    ['', []],
    ['a', []],
    ['a/b/', []],
    ['${{name}}/', []],
    ['/', ['DatastorePathInvalid']],
    ['/a', ['DatastorePathInvalid']],
  ])('fails or not: "%s"', (path, codes) => {
    const { datastore } = existingPlatform();
    expect(codesIn(() => datastore.path(path))).toEqual(codes);
  });

  test('keeps what it is made of, and takes what only Terraform will know', () => {
    const { stack, datastore } = existingPlatform();
    const { text, reference } = tokensIn(stack);
    const path = datastore.path(text);
    expect(path).toBeInstanceOf(DatastorePath);
    expect(resolvedIn(stack, [path.relativePath, path.uri])).toEqual([
      reference,
      `azureml://datastores/raw/paths/${reference}`,
    ]);
    expect(path.datastore).toBe(datastore);
  });
});
