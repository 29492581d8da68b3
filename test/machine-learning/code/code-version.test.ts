import { App } from 'cdktf';
import { Construct } from 'constructs';
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { factsOf } from '../../../lib/core/facts';
import { Code } from '../../../lib/machine-learning/code/code';
import { CodeVersion } from '../../../lib/machine-learning/code/code-version';
import { Workspace } from '../../../lib/machine-learning/workspace';
import { StorageAccount } from '../../../lib/storage/storage-account';
import { StorageContainer } from '../../../lib/storage/storage-container';
import { Match, Template } from '../../../lib/testing';
import { folderOf, type Files } from '../../support/folder';
import {
  codesIn,
  declaredPlatform,
  existingPlatform,
  existingWorkspace,
  freshStack,
  GROUP_ID,
  WORKSPACE_ID,
} from '../../support/stack';
import { emitted, ML, onlyEmitted } from '../setup';

const FILES: Files = {
  'train.py': 'print(1)',
  'lib/a b%{x}.py': 'x = "${y}"',
  'noise.log': 'noise',
  '.amlignore': '*.log',
};
const UPLOADED = ['lib/a b%{x}.py', 'train.py'];

const codeOf = (files = FILES) => Code.fromDirectory(folderOf(files));

describe('a code version', () => {
  test('is named by its content, over a container in the storage of the workspace', () => {
    const { stack, workspace } = declaredPlatform();
    const code = codeOf();
    CodeVersion.of(stack, workspace, code);
    const hash = code.hash.slice(0, 16);
    const template = Template.fromStack(stack);
    template.hasResource('azurerm_storage_container', {
      name: Match.stringMatching(/^azureml-code-[0-9a-f]{8}$/),
      container_access_type: 'private',
      storage_account_id: workspace.storageAccount.storageAccountId,
    });
    const container = template.resource('azurerm_storage_container');
    const account = template.resources('azurerm_storage_account');
    const host = `\${azurerm_storage_account.${Object.keys(account).join()}.name}.blob.core.windows.net`;
    expect(onlyEmitted(stack, 'codes/versions')).toEqual({
      type: `${ML}/codes/versions@2025-06-01`,
      name: hash,
      parent_id: expect.stringMatching(/\.id\}\/codes\/churn$/),
      body: {
        properties: {
          codeUri: `https://${host}/${String(container['name'])}/churn/${hash}/`,
          isAnonymous: true,
          properties: { hash_sha256: code.hash, hash_version: '202208' },
        },
      },
      lifecycle: { ignore_changes: ['body'] },
      depends_on: [expect.stringMatching(/^azurerm_storage_blob\./)],
    });
  });

  test('uploads every file once the container is there, one blob for each', () => {
    const { stack, workspace } = declaredPlatform();
    const code = codeOf();
    CodeVersion.of(stack, workspace, code);
    const blob = Template.fromStack(stack).resource('azurerm_storage_blob');
    expect(blob).toEqual({
      for_each: {
        'lib/a b%%{x}.py': expect.stringMatching(/^assets\/[\w-]+\/lib\/a b%%\{x\}\.py$/),
        'train.py': expect.stringMatching(/^assets\/[\w-]+\/train\.py$/),
      },
      name: `churn/${code.hash.slice(0, 16)}/\${each.key}`,
      storage_account_name: expect.stringContaining('azurerm_storage_account'),
      storage_container_name: expect.stringMatching(/^azureml-code-[0-9a-f]{8}$/),
      type: 'Block',
      source: '${each.value}',
      lifecycle: { ignore_changes: ['source', 'parallelism', 'size', 'content_md5'] },
      depends_on: [expect.stringMatching(/^azurerm_storage_container\./)],
    });
    expect(factsOf(stack, 'instances').map(({ fact }) => fact.count)).toEqual([2]);
  });

  test('makes an empty blob of an empty file, since azurerm refuses to upload one', () => {
    const { stack, workspace } = existingPlatform();
    CodeVersion.of(stack, workspace, codeOf({ 'train.py': 'x', 'lib/__init__.py': '' }));
    const template = Template.fromStack(stack);
    for (const [path, source] of [
      ['train.py', Match.anyValue()],
      ['lib/__init__.py', Match.absent()],
    ] as const) {
      const files = Match.exact({ [path]: Match.anyValue() });
      template.hasResource('azurerm_storage_blob', { for_each: files, source });
    }
    expect([...emitted(stack, 'codes/versions').values()].map((code) => code.depends_on)).toEqual([
      [expect.stringMatching(/_File_/), expect.stringMatching(/_EmptyFile_/)],
    ]);
  });

  test('is made once for the same code, and again for other code', () => {
    const { stack, workspace } = existingPlatform();
    expect(CodeVersion.of(stack, workspace, codeOf())).toBe(
      CodeVersion.of(stack, workspace, codeOf()),
    );
    CodeVersion.of(stack, workspace, codeOf({ 'train.py': 'print(2)' }));
    expect(emitted(stack, 'codes/versions').size).toBe(2);
    expect(Object.keys(Template.fromStack(stack).resources('azurerm_storage_container'))).toEqual([
      expect.stringContaining('CodeContainer'),
    ]);
  });

  test('does not collide with that of another stack in the same workspace', () => {
    const app = new App();
    const [one, two] = ['one', 'two.eu'].map((id) => {
      const stack = freshStack({}, id, app);
      CodeVersion.of(stack, existingWorkspace(stack), codeOf());
      return onlyEmitted(stack, 'codes/versions').parent_id;
    });
    expect(one).toBe(`${WORKSPACE_ID}/codes/one`);
    expect(two).toBe(`${WORKSPACE_ID}/codes/two-eu`);
  });

  test('is in the stack of whoever uses it, with its container, where the workspace is in another', () => {
    const app = new App();
    const { stack: platform, workspace } = declaredPlatform({}, {}, 'platform', app);
    const before = Object.keys(Template.fromStack(platform).resources('azurerm_storage_container'));
    const stack = freshStack({}, 'churn', app);
    const version = CodeVersion.of(new Construct(stack, 'One'), workspace, codeOf());
    expect(CodeVersion.of(new Construct(stack, 'Two'), workspace, codeOf())).toBe(version);
    expect(emitted(stack, 'codes/versions').size).toBe(1);
    const template = Template.fromStack(stack);
    const [container] = Object.keys(template.resources('azurerm_storage_container'));
    template.hasResource('azurerm_storage_blob', {
      depends_on: [`azurerm_storage_container.${String(container)}`],
    });
    expect(stack.dependencies).toEqual([platform]);
    const after = Template.fromStack(platform);
    after.hasNoResource('azurerm_storage_blob');
    expect(Object.keys(after.resources('azurerm_storage_container'))).toEqual(before);
  });

  test('goes to the container that an existing workspace names, without making one', () => {
    const stack = freshStack();
    const account = StorageAccount.fromStorageAccountAttributes(stack, 'Account', {
      storageAccountId: `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stcode`,
    });
    const workspace = Workspace.fromWorkspaceAttributes(stack, 'Workspace', {
      workspaceId: WORKSPACE_ID,
      codeContainer: StorageContainer.fromContainerName(stack, 'Code', account, 'sources'),
    });
    CodeVersion.of(stack, workspace, codeOf());
    const template = Template.fromStack(stack);
    template.hasNoResource('azurerm_storage_container');
    template.hasResource('azurerm_storage_blob', {
      storage_account_name: 'stcode',
      storage_container_name: 'sources',
    });
    expect(onlyEmitted(stack, 'codes/versions').body.properties['codeUri']).toMatch(
      /^https:\/\/stcode\.blob\.core\.windows\.net\/sources\/churn\/[0-9a-f]{16}\/$/,
    );
  });
});

describe('after synthesis', () => {
  test('the files that are uploaded lie beside the stack as they were, and nothing else does', () => {
    const app = new App({ outdir: folderOf({}) });
    const stack = freshStack({}, 'churn', app);
    CodeVersion.of(stack, existingWorkspace(stack), codeOf());
    app.synth();
    app.synth();
    const folder = join(app.outdir, 'stacks', 'churn');
    const { for_each: forEach } = Template.fromDirectory(app.outdir, 'churn').resource(
      'azurerm_storage_blob',
    );
    const sources = Object.values(forEach as Files).map((path) => path.replaceAll('%%{', '%{'));
    expect(sources.map((path) => readFileSync(join(folder, path), 'utf8'))).toEqual(
      UPLOADED.map((path) => FILES[path]),
    );
    expect(filesBelow(join(folder, 'assets'))).toEqual(
      sources.map((path) => path.slice('assets/'.length)),
    );
  });

  /** An app with the code of a folder, and where its files are staged. */
  const staging = (folder: string) => {
    const app = new App({ outdir: folderOf({}) });
    const stack = freshStack({}, 'churn', app);
    CodeVersion.of(stack, existingWorkspace(stack), Code.fromDirectory(folder));
    const assets = join(app.outdir, 'stacks', 'churn', 'assets');
    const staged = () => filesBelow(assets).map((path) => join(assets, path));
    return { app, staged };
  };

  test('what is edited later is not what is uploaded', () => {
    const folder = folderOf({ 'a.py': 'one' });
    const { app, staged } = staging(folder);
    app.synth();
    writeFileSync(join(folder, 'a.py'), 'two');
    expect(staged().map((path) => readFileSync(path, 'utf8'))).toEqual(['one']);
  });

  test('nothing is staged again', () => {
    const { app, staged } = staging(folderOf(FILES));
    app.synth();
    const inodes = () => staged().map((path) => statSync(path).ino);
    const before = inodes();
    app.synth();
    expect(inodes()).toEqual(before);
  });

  test.each<[string, (file: string) => void, readonly string[]]>([
    [
      'touched',
      (file) => {
        utimesSync(file, 0, 0);
      },
      [],
    ],
    [
      'edited',
      (file) => {
        writeFileSync(file, 'three');
      },
      ['FileChangedDuringSynthesis'],
    ],
    [
      'removed',
      (file) => {
        rmSync(file);
      },
      ['FileChangedDuringSynthesis'],
    ],
  ])('a file that was %s since it was read: %j', (_, change, codes) => {
    const folder = folderOf({ 'a.py': 'one' });
    const { app, staged } = staging(folder);
    change(join(folder, 'a.py'));
    expect(
      codesIn(() => {
        app.synth();
      }),
    ).toEqual(codes);
    expect(staged()).toHaveLength(codes.length === 0 ? 1 : 0);
  });

  test('nothing lies beside a stack without code', () => {
    const app = new App({ outdir: folderOf({}) });
    existingWorkspace(freshStack({}, 'churn', app));
    app.synth();
    expect(existsSync(join(app.outdir, 'stacks', 'churn', 'assets'))).toBe(false);
  });
});

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();
}
