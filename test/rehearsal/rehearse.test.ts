import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { synthesizeExample } from '../support/examples';
import { folderOf } from '../support/folder';
import { describeTerraform } from '../support/terraform';
import { outcomesIn, rehearse } from './ran';
import { group, groups, stackDocument, synthesized } from './stacks';

const STEPS = ['init', 'validate', 'plan', 'apply', 'replan', 'destroy'];

describeTerraform('a rehearsal', () => {
  test.each(['01-quickstart', '02-existing-v1-pipeline'])(
    'of %s passes, and leaves what was synthesized as it was',
    async (name) => {
      const [stack] = await synthesizeExample(name);
      const folder = dirname(dirname(dirname(stack?.file ?? '')));
      const before = contentOf(folder);
      const ran = await rehearse(folder);
      expect(ran).toMatchObject({ code: 0, notes: '' });
      expect(outcomesIn(ran)).toEqual(STEPS.map((step) => `${stack?.stackName} ${step} passed`));
      expect(ran.out).toContain('1 stack passed (Terraform 1.');
      expect(ran.out).toContain('This rehearsed Terraform, not Azure');
      expect(contentOf(folder)).toEqual(before);
    },
  );

  test('says which construct Terraform refuses, and goes no further', async () => {
    const tags = { owner: '${azurerm_resource_group.Absent.name}' };
    const ran = await rehearse(synthesized({ a: groups('a', { G: group('a/Group', { tags }) }) }));
    expect(ran.code).toBe(1);
    expect(outcomesIn(ran)).toEqual([
      'a init passed',
      'a validate FAILED',
      ...['plan', 'apply', 'replan', 'destroy'].map((step) => `a ${step} skipped`),
    ]);
    expect(ran.out).toContain(
      'error: a/Group (azurerm_resource_group.G): Reference to undeclared resource',
    );
    expect(ran.out).toContain('0 stacks passed, 1 did not: a');
  });

  test('tells what does not settle, without its values, and destroys it', async () => {
    const tags = { at: '${timestamp()}', owner: 'ada' };
    const ran = await rehearse(synthesized({ a: groups('a', { G: group('a/Group', { tags }) }) }));
    expect(ran.code).toBe(1);
    expect(outcomesIn(ran).slice(3)).toEqual([
      'a apply passed',
      'a replan not settled',
      'a destroy passed',
    ]);
    expect(ran.out).toContain('  update a/Group (azurerm_resource_group.G)\n    tags.at\n');
  });

  test('counts what prevent_destroy keeps as kept, and destroys the copy without it', async () => {
    const lifecycle = { prevent_destroy: true };
    const folder = synthesized({
      a: groups('a', {
        G: group('a/Group', { lifecycle }),
        H: group('a/Other', { name: 'rg-other' }),
      }),
    });
    const ran = await rehearse(folder);
    expect(ran.code).toBe(0);
    expect(outcomesIn(ran).at(-1)).toBe('a destroy kept');
    expect(ran.out).toContain('2 destroyed');
    expect(ran.out).toContain('    a/Group (azurerm_resource_group.G)\n');
    expect(ran.out).not.toContain('a/Other');
    expect(ran.out).toContain('RemovalPolicy.DESTROY');
  });

  test('begins with an earlier synthesis, and tells what the change replaces and updates', async () => {
    const [west, north] = [{ location: 'westeurope' }, { location: 'northeurope' }];
    const before = groups('a', {
      G: group('a/Group', west),
      H: group('a/Other', { name: 'rg-other', tags: { owner: 'ada' } }),
    });
    const after = groups('a', {
      G: group('a/Group', north),
      H: group('a/Other', { name: 'rg-other', tags: { owner: 'bob' } }),
      I: group('a/New', { name: 'rg-new' }),
    });
    const ran = await rehearse(synthesized({ a: after }), '--base', synthesized({ a: before }));
    expect(ran.code).toBe(0);
    expect(outcomesIn(ran)).toEqual(['base', ...STEPS].map((step) => `a ${step} passed`));
    expect(ran.out).toMatch(/a {2}base +passed +[\d.]+ s {2}2 created/);
    expect(ran.out).toMatch(
      /a {2}plan +passed +[\d.]+ s {2}2 to create, 1 to change, 1 to destroy/,
    );
    expect(ran.out).toContain(
      '  replace a/Group (azurerm_resource_group.G)\n    forced by location\n',
    );
    expect(ran.out).toContain('  update a/Other (azurerm_resource_group.H)\n    tags.owner\n');
    expect(ran.out).not.toContain('a/New');
  });

  test('fails where prevent_destroy keeps what the change would replace', async () => {
    const lifecycle = { prevent_destroy: true };
    const of = (location: string) =>
      synthesized({ a: groups('a', { G: group('a/Group', { lifecycle, location }) }) });
    const ran = await rehearse(of('westus'), '--base', of('eastus'));
    expect(ran.code).toBe(1);
    expect(outcomesIn(ran)).toContain('a plan FAILED');
    expect(ran.out).toContain('a/Group (azurerm_resource_group.G): Instance cannot be destroyed');
  });

  test('goes no further where the earlier synthesis cannot be applied', async () => {
    const of = (location: string) =>
      synthesized({ a: groups('a', { G: group('a/Group', { location }) }) });
    const ran = await rehearse(of('westus'), '--base', of('${var.absent}'));
    expect(ran.code).toBe(1);
    expect(outcomesIn(ran)).toEqual(['a base FAILED', ...STEPS.map((step) => `a ${step} skipped`)]);
  });

  test('gives a stack the outputs of another one, in the order that takes, and destroys backwards', async () => {
    const ran = await rehearse(twoStacks({}));
    expect(ran.code).toBe(0);
    const forth = STEPS.slice(0, -1);
    expect(outcomesIn(ran)).toEqual([
      ...forth.map((step) => `zone ${step} passed`),
      ...forth.map((step) => `app ${step} passed`),
      'app destroy passed',
      'zone destroy passed',
    ]);
  });

  test('brings what a chosen stack depends on, applied, and leaves out the rest', async () => {
    const other = groups('other', { G: group('other/Group') });
    const ran = await rehearse(twoStacks({ other }), '--stack', 'app', '--until', 'plan');
    expect(ran.code).toBe(0);
    expect(outcomesIn(ran)).toEqual([
      ...['init', 'validate', 'plan', 'apply'].map((step) => `zone ${step} passed`),
      ...['init', 'validate', 'plan'].map((step) => `app ${step} passed`),
    ]);
  });

  test('skips what depends on a stack that failed', async () => {
    const ran = await rehearse(twoStacks({}, { location: '${var.absent}' }));
    expect(ran.code).toBe(1);
    expect(outcomesIn(ran)).toContain('zone validate FAILED');
    expect(outcomesIn(ran)).toContain('app init skipped');
    expect(outcomesIn(ran)).toContain('zone destroy skipped');
  });

  test('lets stacks that do not know each other give the same names', async () => {
    const ran = await rehearse(
      synthesized({
        dev: groups('dev', { G: group('dev/Group') }),
        prod: groups('prod', { G: group('prod/Group') }),
      }),
    );
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('2 stacks passed');
  });

  test('refuses a name that is taken within a stack, with the value of a secret left out', async () => {
    const variable = { pw: { type: 'string', sensitive: true } };
    const named = { name: '${var.pw}' };
    const folder = synthesized({
      a: groups('a', { G: group('a/G', named), H: group('a/H', named) }, { variable }),
    });
    const files = folderOf({ 'a.tfvars': 'pw = "correct-horse"\n' });
    const ran = await rehearse(folder, '--var-file', join(files, 'a.tfvars'));
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('(sensitive)');
    expect(ran.out).toContain('already exists');
    expect(ran.out).not.toContain('correct-horse');
  });

  test('says which variable has no value', async () => {
    const variable = { pw: { type: 'string', sensitive: true } };
    const folder = synthesized({ a: stackDocument('a', { variable }) });
    const ran = await rehearse(folder);
    expect(outcomesIn(ran)).toContain('a plan FAILED');
    expect(ran.out).toContain('error: var.pw: No value for required variable');
  });

  test('runs no command of a provisioner', async () => {
    const folder = folderOf({});
    const marker = join(folder, 'ran');
    const provisioner = [{ 'local-exec': { command: `touch ${marker}` } }];
    const ran = await rehearse(
      synthesized({ a: groups('a', { G: group('a/Group', { provisioner }) }) }),
    );
    expect(ran.code).toBe(1);
    expect(outcomesIn(ran)).toContain('a apply FAILED');
    expect(ran.out).toContain('a/Group (azurerm_resource_group.G): A rehearsal runs no commands');
    expect(existsSync(marker)).toBe(false);
  });

  test('creates what a stack imports, and says so', async () => {
    const id = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-churn';
    const block = { to: 'azurerm_resource_group.G', id };
    const ran = await rehearse(
      synthesized({ a: groups('a', { G: group('a/Group') }, { import: [block] }) }),
    );
    expect(ran.code).toBe(0);
    expect(ran.out).toContain(
      'note: a/Group (azurerm_resource_group.G): Created in place of its import',
    );
  });

  test('prints one object of JSON, and keeps the copies when asked', async () => {
    const folder = synthesized({ a: groups('a', { G: group('a/Group') }) });
    const { code, out } = await rehearse(folder, '--json', '--keep', '--until', 'apply');
    const result = JSON.parse(out) as { readonly folder: string };
    expect(code).toBe(0);
    expect(result).toMatchObject({
      version: 1,
      passed: true,
      rehearsed: 'Terraform, not Azure',
      stacks: [
        {
          stack: 'a',
          steps: [
            { step: 'init', outcome: 'passed' },
            { step: 'validate', outcome: 'passed' },
            { step: 'plan', outcome: 'passed', counts: { add: 1, change: 0, remove: 0 } },
            { step: 'apply', outcome: 'passed', counts: { add: 1, change: 0, remove: 0 } },
          ],
        },
      ],
    });
    expect(existsSync(join(result.folder, '0', 'stacks', 'a', 'rehearsal.tfstate'))).toBe(true);
    rmSync(result.folder, { recursive: true });
  });

  test('reads a state from outside the folder where the user names its file', async () => {
    const state = { version: 4, outputs: { place: { value: 'westus', type: 'string' } } };
    const files = folderOf({ 'hub.tfstate': JSON.stringify({ ...state, resources: [] }) });
    const folder = synthesized({ a: readerOfHub() });
    const ran = await rehearse(folder, '--state', `hub=${join(files, 'hub.tfstate')}`);
    expect(ran.code).toBe(0);
    const without = await rehearse(folder);
    expect(without.code).toBe(2);
    expect(without.notes).toContain('--state hub=FILE');
    expect(without.notes).toContain('[RehearsalStateMissing]');
  });
});

function readerOfHub() {
  const remote = { backend: 'azurerm', config: { key: 'hub', storage_account_name: 'st' } };
  const location = '${data.terraform_remote_state.hub.outputs.place}';
  const data = { terraform_remote_state: { hub: remote } };
  return groups('a', { G: group('a/Group', { location }) }, { data });
}

/** `zone` exports its location, `app` reads it from the state of `zone`, which is a blob. */
function twoStacks(others: Readonly<Record<string, object>>, zoneGroup: object = {}) {
  const config = { storage_account_name: 'st', container_name: 'state', key: 'zone' };
  const zone = groups('zone', { G: group('zone/Group', { ...zoneGroup }) });
  const app = groups('app', {
    G: group('app/Group', {
      name: 'rg-app',
      location: '${data.terraform_remote_state.zone.outputs.place}',
    }),
  });
  return synthesized({
    app: { ...app, data: { terraform_remote_state: { zone: { backend: 'azurerm', config } } } },
    zone: {
      ...zone,
      terraform: { ...(zone['terraform'] as object), backend: { azurerm: config } },
      output: { place: { value: '${azurerm_resource_group.G.location}' } },
    },
    ...(others as Readonly<Record<string, Record<string, unknown>>>),
  });
}

function contentOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  return Object.fromEntries(
    files.sort().map((file) => {
      const content = readFileSync(join(folder, file));
      return [file, createHash('sha256').update(content).digest('hex')];
    }),
  );
}
