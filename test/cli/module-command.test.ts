import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../lib/cli/run';
import { addFiles, folderOf } from '../support/folder';

type Document = Readonly<Record<string, unknown>>;

const PROVIDERS = {
  azurerm: [
    {
      subscription_id: '11111111-2222-4333-8444-555555555555',
      client_secret: 'of-nobody-else',
      features: [{ storage: [{ data_plane_available: false }] }],
    },
  ],
};

/** A synthesized stack in a folder of cdktf, with a staged file. */
function synthesized(document: Document, name = 'team'): string {
  const metadata = { stackName: name, version: '0.21.0' };
  const folder = `stacks/${name}`;
  return folderOf({
    [`${folder}/cdk.tf.json`]: JSON.stringify({ '//': { metadata }, ...document }),
    [`${folder}/assets/Code_1/a.py`]: 'print(1)',
    [`${folder}/assets/Code_1/sub/b.py`]: 'print(2)',
    [`${folder}/assets/Old_2/c.py`]: 'print(3)',
    [`${folder}/plain.txt`]: 'plain',
  });
}

async function command(...args: readonly string[]) {
  const out: string[] = [];
  const notes: string[] = [];
  const code = await run(['module', ...args], {
    out: (line) => out.push(line),
    note: (line) => notes.push(line),
  });
  return { code, out: out.join('\n'), notes: notes.join('\n') };
}

/** The module that a stack becomes: its files by path, those of JSON read. */
async function moduleOf(document: Document) {
  const out = join(folderOf({}), 'module');
  const { code, notes } = await command(synthesized(document), '--out', out);
  expect(code).toBe(0);
  const json = (file: string) => JSON.parse(readFileSync(join(out, file), 'utf8')) as Document;
  return {
    notes,
    files: filesIn(out),
    main: json('main.tf.json'),
    variables: json('variables.tf.json'),
    outputs: json('outputs.tf.json'),
    versions: json('versions.tf.json'),
    readme: readFileSync(join(out, 'README.md'), 'utf8'),
  };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function resource(type: string, block: object): Document {
  return { resource: { [type]: { A: block } } };
}

describe('the module of a stack', () => {
  test('has no provider and no state, and keeps what it requires', async () => {
    const { main, versions } = await moduleOf({
      terraform: {
        backend: { local: { path: 'x' } },
        cloud: { organization: 'x' },
        required_version: '>= 1.11.0',
        required_providers: { azurerm: { source: 'azurerm', version: '~> 4.81' } },
      },
      provider: PROVIDERS,
      ...resource('azurerm_resource_group', { name: 'rg' }),
    });
    expect(main).toEqual({ resource: { azurerm_resource_group: { A: { name: 'rg' } } } });
    expect(versions).toEqual({
      terraform: {
        required_version: '>= 1.11.0',
        required_providers: { azurerm: { source: 'azurerm', version: '~> 4.81' } },
      },
    });
  });

  test('names the configurations of a provider that callers pass', async () => {
    const { versions, readme } = await moduleOf({
      terraform: { required_providers: { azurerm: { source: 'azurerm', version: '~> 4.81' } } },
      provider: { azurerm: [{ features: [{}] }, { alias: 'hub', features: [{}] }] },
    });
    expect(versions).toEqual({
      terraform: {
        required_providers: {
          azurerm: {
            source: 'azurerm',
            version: '~> 4.81',
            configuration_aliases: ['azurerm.hub'],
          },
        },
      },
    });
    expect(readme).toContain('    azurerm = azurerm\n    azurerm.hub = azurerm.hub\n');
  });

  test('keeps the paths of constructs, and nothing else of the comments', async () => {
    const block = { '//': { metadata: { path: 'team/A/Resource', uniqueId: 'A' } }, name: 'rg' };
    const { main } = await moduleOf(resource('azurerm_resource_group', block));
    expect(main).toEqual({
      resource: {
        azurerm_resource_group: {
          A: { '//': { metadata: { path: 'team/A/Resource' } }, name: 'rg' },
        },
      },
    });
  });

  test('leaves out inputs that only provider blocks had', async () => {
    const { variables, notes } = await moduleOf({
      variable: { subscription: {}, kept: {}, unused: {} },
      provider: { azurerm: [{ subscription_id: '${var.subscription}', tenant: '${var.kept}' }] },
      output: { kept: { value: '${upper(var.kept)}' } },
    });
    expect(variables).toEqual({ variable: { kept: {}, unused: {} } });
    expect(notes).toContain('input subscription was of provider blocks only');
  });

  test.each<[string, unknown, unknown, readonly string[]]>([
    ['a staged file', 'assets/Code_1/a.py', '${path.module}/assets/Code_1/a.py', ['a.py']],
    ['one with ./', './assets/Code_1/a.py', '${path.module}/assets/Code_1/a.py', ['a.py']],
    ['a staged folder', 'assets/Code_1', '${path.module}/assets/Code_1', ['a.py', 'sub/b.py']],
    [
      'a name that is known later',
      'assets/Code_1/${each.key}',
      '${path.module}/assets/Code_1/${each.key}',
      ['a.py', 'sub/b.py'],
    ],
    [
      'a staged file in an expression',
      '${filemd5("assets/Code_1/a.py")}',
      '${filemd5("${path.module}/assets/Code_1/a.py")}',
      ['a.py'],
    ],
    ['what is staged no more', 'assets/Code_9/a.py', 'assets/Code_9/a.py', []],
    ['text that only looks alike', 'my assets/Code_1/a.py', 'my assets/Code_1/a.py', []],
  ])('names %s from its own folder', async (_, given, expected, staged) => {
    const { main, files } = await moduleOf(resource('azapi_resource', { body: { x: given } }));
    expect(main).toEqual(resource('azapi_resource', { body: { x: expected } }));
    const copied = files.filter((file) => file.startsWith('assets/'));
    expect(copied).toEqual(staged.map((file) => `assets/Code_1/${file}`));
  });

  test('takes along what functions read beside the stack', async () => {
    const { main, files } = await moduleOf(
      resource('azapi_resource', {
        body: '${file("plain.txt")}-${file("${path.module}/plain.txt")}',
      }),
    );
    expect(main).toEqual(
      resource('azapi_resource', {
        body: '${file("${path.module}/plain.txt")}-${file("${path.module}/plain.txt")}',
      }),
    );
    expect(files).toContain('plain.txt');
  });

  test('takes along modules that it calls, by the source that they have', async () => {
    const { main, files } = await moduleOf({ module: { inner: { source: './assets/Code_1' } } });
    expect(main).toEqual({ module: { inner: { source: './assets/Code_1' } } });
    expect(files).toContain('assets/Code_1/sub/b.py');
  });

  test('describes inputs and outputs, but no secret', async () => {
    const { readme } = await moduleOf({
      provider: PROVIDERS,
      variable: {
        key: { type: 'string', sensitive: true, default: 'hidden-default', nullable: false },
        sizes: { type: 'list(string)', description: 'a|b\nc', default: ['x'] },
        name: { validation: [{ condition: '${true}', error_message: 'Must be short.' }] },
      },
      output: { id: { value: 'x', description: 'Its id', sensitive: true } },
    });
    expect(readme).toContain('| `key` |  | `string` | set | no | yes |  |');
    expect(readme).toContain('| `sizes` | a\\|b c | `list(string)` | `["x"]` | yes | no |  |');
    expect(readme).toContain('| `name` |  | `any` | required | yes | no | Must be short. |');
    expect(readme).toContain('| `id` | Its id | yes |');
    expect(readme).toContain('\n  name = …\n');
    expect(readme).toContain('    storage {\n      data_plane_available = false\n    }');
    expect(readme).not.toMatch(/hidden-default|of-nobody-else|11111111/);
  });

  test('tells what callers should know', async () => {
    const { readme, notes } = await moduleOf({
      provider: PROVIDERS,
      removed: [{ from: 'azapi_resource.Old', lifecycle: { destroy: false } }],
      resource: {
        azurerm_storage_account: { A: { name: 'stfixed', lifecycle: { prevent_destroy: true } } },
        azurerm_key_vault: { B: { name: 'kv-${var.x}' } },
        azapi_resource: {
          C: { type: 'Microsoft.X/workspaces/batchEndpoints@2025-06-01', name: 'end' },
          D: {
            type: 'Microsoft.X/workspaces/schedules@2025-06-01',
            name: 'nightly',
            parent_id: '/subscriptions/11111111-2222-4333-8444-555555555555/x',
          },
        },
      },
    });
    expect(notes.split('\n')).toEqual([
      'resources name subscription 11111111-2222-4333-8444-555555555555, whatever the caller works in',
      'azapi_resource.C is end in each call: Azure takes it once',
      'azurerm_storage_account.A is stfixed in each call: Azure takes it once',
    ]);
    expect(readme).toContain(
      'taken out, which takes the protection with it:\n\n- `azurerm_storage_account.A`',
    );
    expect(readme).toContain('- `azapi_resource.Old`');
  });
});

describe('what cannot be in a module', () => {
  test.each<[code: string, document: Document]>([
    ['ModuleImportBlock', { import: [{ to: 'azapi_resource.A', id: 'x' }] }],
    ['ModuleRemoteState', { data: { terraform_remote_state: { hub: { backend: 'local' } } } }],
    ['ModulePathOfRoot', resource('azapi_resource', { body: '${file("${path.root}/x")}' })],
    ['ModulePathOfRoot', { locals: { x: '${path.cwd}' } }],
    ['ModuleFileOutside', resource('azurerm_storage_blob', { source: '/data/x.csv' })],
    ['ModuleFileOutside', resource('azurerm_storage_blob', { source: 'C:\\data\\x.csv' })],
    ['ModuleFileOutside', resource('azapi_resource', { body: '${file("../x")}' })],
    ['ModuleFileOutside', { module: { inner: { source: '../inner' } } }],
    ['ModuleFileMissing', resource('azurerm_storage_blob', { source: 'data/x.csv' })],
    ['ModuleFileMissing', resource('azapi_resource', { body: '${filemd5("none.txt")}' })],
  ])('is refused as %s', async (code, document) => {
    const out = join(folderOf({}), 'module');
    const result = await command(synthesized(document), '--out', out);
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.notes).toContain(`[${code}]`);
    expect(existsSync(out)).toBe(false);
  });

  test('is refused where a text holds the path of the stack on this machine', async () => {
    const folder = synthesized({});
    const place = join(folder, 'stacks/team');
    const document = resource('azapi_resource', { body: `${place}/plain.txt` });
    addFiles(place, { 'cdk.tf.json': JSON.stringify(document) });
    const { notes } = await command(folder, '--out', join(folderOf({}), 'module'));
    expect(notes).toContain('[ModuleFileOutside]');
    expect(notes).not.toContain(folder);
  });

  test('is told all at once', async () => {
    const { notes } = await command(
      synthesized({
        import: [{ to: 'azapi_resource.A', id: 'x' }],
        data: { terraform_remote_state: { hub: {} } },
      }),
      '--out',
      join(folderOf({}), 'module'),
    );
    expect(notes).toContain('[ModuleImportBlock]');
    expect(notes).toContain('[ModuleRemoteState]');
  });

  test.each([
    '/subscriptions/x/resourceGroups/y',
    'python /data/x.py',
    '$${path.root}',
    'path.root',
  ])('is not: %s', async (text) => {
    const { main } = await moduleOf(resource('azapi_resource', { body: text }));
    expect(main).toEqual(resource('azapi_resource', { body: text }));
  });
});

describe('module', () => {
  test('writes the same files for the same stack, wherever it lies', async () => {
    const document = resource('azapi_resource', { body: 'assets/Code_1' });
    const [first, second] = [folderOf({}), join(folderOf({}), 'deeper')];
    await command(synthesized(document), '--out', join(first, 'm'));
    await command(synthesized(document), '--out', join(second, 'm'));
    const [a, b] = [join(first, 'm'), join(second, 'm')];
    expect(filesIn(a)).toEqual(filesIn(b));
    for (const file of filesIn(a)) {
      expect(readFileSync(join(b, file))).toEqual(readFileSync(join(a, file)));
    }
  });

  test('takes the file of a stack, its folder, or the folder of several and a name', async () => {
    const folder = synthesized({});
    cpSync(synthesized({}, 'other'), folder, { recursive: true });
    const out = join(folderOf({}), 'm');
    for (const args of [
      [join(folder, 'stacks/team/cdk.tf.json')],
      [join(folder, 'stacks/team')],
      [folder, '--stack', 'team'],
    ]) {
      const { code, out: said } = await command(...args, '--out', out);
      expect(code).toBe(0);
      expect(said).toContain('files of team,');
    }
  });

  test.each<[string, string, (folder: string) => readonly string[]]>([
    ['no --out', 'ModuleOutputInvalid', (folder) => [folder]],
    ['--out in the stack', 'ModuleOutputInvalid', (f) => [f, '--out', join(f, 'stacks/team/m')]],
    ['--out that is a file', 'ModuleOutputInvalid', (f) => [f, '--out', __filename]],
    ['no such folder', 'ModuleSourceInvalid', (f) => [join(f, 'none'), '--out', join(f, 'm')]],
    [
      'a folder without stacks',
      'ModuleSourceInvalid',
      (f) => [join(f, 'stacks/team/assets'), '--out', join(f, 'm')],
    ],
    [
      'what is no JSON',
      'ModuleSourceInvalid',
      (f) => [join(f, 'stacks/team/plain.txt'), '--out', join(f, 'm')],
    ],
    [
      'a stack that is not there',
      'ModuleStackUnknown',
      (f) => [f, '--stack', 'taem', '--out', join(f, 'm')],
    ],
    ['two folders', 'CommandArgumentsInvalid', (f) => [f, f, '--out', join(f, 'm')]],
  ])('refuses %s', async (_, code, args) => {
    const result = await command(...args(synthesized({})));
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.notes).toContain(`[${code}]`);
  });

  test('asks which of several stacks is meant', async () => {
    const folder = synthesized({});
    cpSync(synthesized({}, 'other'), folder, { recursive: true });
    const { notes } = await command(folder, '--out', join(folder, 'm'));
    expect(notes).toContain('other, team');
    expect(notes).toContain('[ModuleStackAmbiguous]');
  });
});

describe('a module that is written again', () => {
  const before = resource('azapi_resource', { body: ['assets/Code_1', 'assets/Old_2/c.py'] });
  const after = resource('azapi_resource', { body: ['assets/Code_1'] });

  async function written() {
    const out = join(folderOf({}), 'module');
    await command(synthesized(before), '--out', out);
    return out;
  }

  test('does not change where the stack did not', async () => {
    const { out } = await command(synthesized(before), '--out', await written());
    expect(out).toContain('0 changed, 0 removed');
  });

  test('loses what the stack no longer names, and nothing that others put there', async () => {
    const out = await written();
    addFiles(out, { LICENSE: 'x', 'assets/Code_1/mine.txt': 'x' });
    expect((await command(synthesized(after), '--out', out)).out).toContain('1 changed, 1 removed');
    expect(existsSync(join(out, 'assets/Old_2'))).toBe(false);
    expect(filesIn(out)).toEqual(expect.arrayContaining(['LICENSE', 'assets/Code_1/mine.txt']));
  });

  test.each([
    ['edited', 'main.tf.json', 'ModuleFileEdited'],
    ['edited, and no longer named', 'assets/Old_2/c.py', 'ModuleFileEdited'],
  ])('is refused where a file was %s', async (_, file, code) => {
    const out = await written();
    writeFileSync(join(out, file), '{}');
    const { code: exit, notes } = await command(synthesized(after), '--out', out);
    expect(exit).toBe(2);
    expect(notes).toContain(`[${code}]`);
    expect(readFileSync(join(out, file), 'utf8')).toBe('{}');
  });

  test('is refused where a file is of somebody else', async () => {
    const out = folderOf({ 'README.md': 'mine', 'notes.txt': 'mine' });
    const { notes } = await command(synthesized(after), '--out', out);
    expect(notes).toContain('[ModuleFileForeign]');
    expect(filesIn(out)).toEqual(['README.md', 'notes.txt']);
  });

  test('comes back where files were removed', async () => {
    const out = await written();
    rmSync(join(out, 'main.tf.json'));
    expect((await command(synthesized(before), '--out', out)).out).toContain(
      '1 changed, 0 removed',
    );
  });

  test.each([
    '{',
    '{"files":{"../../x":"0"}}',
    '{"files":{"/etc/x":"0"}}',
    '{"files":{"C:\\\\x":"0"}}',
  ])('is refused where its list of files is %s', async (manifest) => {
    const out = await written();
    writeFileSync(join(out, '.cdktf-azureml-module.json'), manifest);
    const { notes } = await command(synthesized(after), '--out', out);
    expect(notes).toContain('[ModuleManifestInvalid]');
  });
});
