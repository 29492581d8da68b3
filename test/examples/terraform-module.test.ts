import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../../lib/cli/run';
import { synthesizeExample } from '../support/examples';
import { addFiles, type Files, folderOf } from '../support/folder';
import { ROOT } from '../support/repository';
import { describeTerraform, errorsOf, expectOk, TerraformWorkdir } from '../support/terraform';

const NAME = '09-terraform-module';
const SUBSCRIPTION = '-var=subscription_id=11111111-2222-4333-8444-555555555555';

interface Block {
  readonly [key: string]: unknown;
}

describeTerraform('a module that HCL calls', () => {
  let written: string;
  let workdir: TerraformWorkdir;

  beforeAll(async () => {
    written = folderOf({});
    for (const { file } of await synthesizeExample(NAME)) {
      const notes: string[] = [];
      const output = { out: () => undefined, note: (line: string) => notes.push(line) };
      const out = join(written, 'team');
      expect(await run(['module', dirname(file), '--out', out], output)).toBe(0);
      expect(notes).toEqual([]);
    }
  });

  beforeEach(async () => {
    workdir = await TerraformWorkdir.create();
    mkdirSync(join(workdir.folder, 'modules'));
    cpSync(join(written, 'team'), join(workdir.folder, 'modules/team'), { recursive: true });
    cpSync(join(ROOT, 'examples', NAME, 'root/main.tf'), join(workdir.folder, 'main.tf'));
  });

  afterEach(async () => {
    await workdir.dispose();
  });

  function edit(file: string, change: (text: string) => string): void {
    const path = join(workdir.folder, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  }

  function editModule(change: (document: Record<string, Block>) => void): void {
    edit('modules/team/main.tf.json', (text) => {
      const document = JSON.parse(text) as Record<string, Block>;
      change(document);
      return JSON.stringify(document);
    });
  }

  async function applied(): Promise<void> {
    expectOk(await workdir.init());
    expect(errorsOf(await workdir.apply(SUBSCRIPTION))).toEqual([]);
  }

  test('is initialized, validated, planned, applied, settled and destroyed, twice at once', async () => {
    expectOk(await workdir.init());
    expect((await workdir.validate()).diagnostics).toEqual([]);
    const { plan } = expectOk(await workdir.plan(SUBSCRIPTION));
    const changes = plan?.resource_changes ?? [];
    const created = changes.filter(({ change }) => change.actions.join() === 'create');
    const [churn, fraud] = ['churn', 'fraud'].map((team) =>
      created
        .map(({ address }) => address)
        .filter((address) => address.startsWith(`module.team["${team}"].`))
        .map((address) => address.slice(`module.team["${team}"].`.length)),
    );
    expect(churn).toEqual(fraud);
    expect(created).toHaveLength(2 * (churn?.length ?? 0));
    expect(churn?.length).toBeGreaterThan(15);
    expect(errorsOf(await workdir.applyPlan())).toEqual([]);
    const group = (team: string) =>
      `/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg-ml-${team}`;
    expect(await workdir.output()).toMatchObject({
      workspaces: {
        churn: `${group('churn')}/providers/Microsoft.MachineLearningServices/workspaces/mlw-churn`,
        fraud: `${group('fraud')}/providers/Microsoft.MachineLearningServices/workspaces/mlw-fraud`,
      },
      scoring_uris: {
        churn: expect.stringContaining('https://') as unknown,
        fraud: expect.stringContaining('https://') as unknown,
      },
    });
    expect(expectOk(await workdir.plan(SUBSCRIPTION)).exitCode).toBe(0);
    expect(errorsOf(await workdir.destroy(SUBSCRIPTION))).toEqual([]);
    expect(workdir.provider.store.ids()).toEqual([]);
  });

  test('refuses an input that its rule refuses', async () => {
    edit('main.tf', (text) => text.replaceAll('fraud = {', 'Fraud = {'));
    expectOk(await workdir.init());
    const errors = errorsOf(await workdir.plan(SUBSCRIPTION)).join();
    expect(errors).toContain('3 to 10 lower-case letters and digits');
  });

  test('cannot be called for each of several with a provider block in it', async () => {
    editModule((document) => {
      document['provider'] = { azurerm: [{ features: [{}] }] };
    });
    const errors = errorsOf(await workdir.init()).join();
    expect(errors).toContain('Module is incompatible with count, for_each, and depends_on');
  });

  test('cannot have an import block in it', async () => {
    editModule((document) => {
      Object.assign(document, {
        import: [{ to: 'azurerm_resource_group.Group_C77FDACD', id: '/x' }],
      });
    });
    expect(errorsOf(await workdir.init()).join()).toMatch(/only allowed in the root module/);
  });

  test('forgets what its removed blocks name, for every caller', async () => {
    await applied();
    addFiles(workdir.folder, {
      'modules/team/extra.tf.json': JSON.stringify({
        resource: { azurerm_user_assigned_identity: { Extra: EXTRA } },
      }),
    });
    expect(errorsOf(await workdir.apply(SUBSCRIPTION))).toEqual([]);
    addFiles(workdir.folder, {
      'modules/team/extra.tf.json': JSON.stringify({
        removed: [{ from: 'azurerm_user_assigned_identity.Extra', lifecycle: { destroy: false } }],
      }),
    });
    const { plan } = expectOk(await workdir.plan(SUBSCRIPTION));
    const forgotten = (plan?.resource_changes ?? [])
      .filter(({ change }) => change.actions.join() !== 'no-op' && change.actions.join() !== 'read')
      .map(({ address, change }) => `${change.actions.join()} ${address}`);
    expect(forgotten).toEqual([
      'forget module.team["churn"].azurerm_user_assigned_identity.Extra',
      'forget module.team["fraud"].azurerm_user_assigned_identity.Extra',
    ]);
  });

  describe('with something that must not be destroyed', () => {
    beforeEach(async () => {
      editModule((document) => {
        const groups = document['resource']?.['azurerm_machine_learning_workspace'] as Block;
        for (const block of Object.values(groups)) {
          Object.assign(block as object, { lifecycle: { prevent_destroy: true } });
        }
      });
      await applied();
    });

    test('keeps it from a destroy, and from a key that is taken out', async () => {
      expect(errorsOf(await workdir.destroy(SUBSCRIPTION)).join()).toContain(
        'Instance cannot be destroyed',
      );
      edit('main.tf', (text) => text.replace(/^ *fraud = .*$/m, ''));
      const errors = errorsOf(await workdir.plan(SUBSCRIPTION)).join();
      expect(errors).toContain('Instance cannot be destroyed');
    });

    test('loses it with the module block, which holds the protection', async () => {
      edit('main.tf', (text) => text.replace(/module "team" \{[^]*/, ''));
      const { plan } = expectOk(await workdir.plan(SUBSCRIPTION));
      const actions = (plan?.resource_changes ?? []).map(({ change }) => change.actions.join());
      expect(actions).toContain('delete');
    });
  });
});

const EXTRA = {
  name: 'id-${var.team}',
  location: '${var.location}',
  resource_group_name: 'rg-ml-${var.team}',
};

describeTerraform('a module with several configurations of a provider', () => {
  const files: Files = {
    'stack/cdk.tf.json': JSON.stringify({
      terraform: { required_providers: { azurerm: { source: 'azurerm', version: '~> 4.81' } } },
      provider: { azurerm: [{ features: [{}] }, { alias: 'hub', features: [{}] }] },
      resource: {
        azurerm_resource_group: {
          A: { name: 'rg-${var.name}', location: 'westeurope' },
          B: { name: 'rg-hub-${var.name}', location: 'westeurope', provider: 'azurerm.hub' },
        },
      },
      variable: { name: { type: 'string' } },
    }),
  };
  const root = (passed: string) => `
    terraform {
      required_providers {
        azurerm = { source = "hashicorp/azurerm" }
      }
    }
    provider "azurerm" {
      subscription_id = "11111111-2222-4333-8444-555555555555"
      features {}
    }
    provider "azurerm" {
      alias           = "hub"
      subscription_id = "99999999-2222-4333-8444-555555555555"
      features {}
    }
    module "team" {
      source   = "./module"
      for_each = toset(["a", "b"])
      name     = each.key
      ${passed}
    }`;

  test('takes those that the caller passes, and says which are missing', async () => {
    const workdir = await TerraformWorkdir.create();
    try {
      const output = { out: () => undefined, note: () => undefined };
      const stack = join(folderOf(files), 'stack');
      await run(['module', stack, '--out', join(workdir.folder, 'module')], output);
      addFiles(workdir.folder, { 'main.tf': root('') });
      expect(errorsOf(await workdir.init()).join()).toContain('azurerm.hub');
      addFiles(workdir.folder, {
        'main.tf': root('providers = {\nazurerm = azurerm\nazurerm.hub = azurerm.hub\n}'),
      });
      expectOk(await workdir.init());
      expect(errorsOf(await workdir.apply())).toEqual([]);
      expect(
        [...workdir.provider.store.ids()].map((id) => id.split('/')[2]?.charAt(0)).sort(),
      ).toEqual(['1', '1', '9', '9']);
      expect(await workdir.planIsEmpty()).toBe(true);
    } finally {
      await workdir.dispose();
    }
  });
});

describeTerraform('a module that reads a file', () => {
  const stack = { output: { md5: { value: '${filemd5("assets/Code_1/a.py")}' } } };
  const caller = `
    module "one" {
      source = "./module"
    }
    output "md5" {
      value = module.one.md5
    }`;

  test('finds it from whatever folder Terraform was started in, which the stack as it is does not', async () => {
    const workdir = await TerraformWorkdir.create();
    try {
      const files = {
        'cdk.tf.json': JSON.stringify(stack),
        'assets/Code_1/a.py': 'print(1)',
      };
      addFiles(join(workdir.folder, 'module'), files);
      addFiles(workdir.folder, { 'main.tf': caller });
      expectOk(await workdir.init());
      expect(errorsOf(await workdir.plan()).join()).toContain('no such file or directory');
      rmSync(join(workdir.folder, 'module'), { recursive: true });
      const output = { out: () => undefined, note: () => undefined };
      await run(['module', folderOf(files), '--out', join(workdir.folder, 'module')], output);
      expect(errorsOf(await workdir.apply())).toEqual([]);
      expect(await workdir.output()).toEqual({
        md5: createHash('md5').update('print(1)').digest('hex'),
      });
    } finally {
      await workdir.dispose();
    }
  });
});
