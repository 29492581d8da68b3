import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import type * as CommandLine from '../../lib/cli/run';
import { rehearsalEnvironment } from '../../lib/rehearsal/environment';
import { folderOf } from '../support/folder';
import { rehearse } from './ran';
import { group, groups, stackDocument, synthesized } from './stacks';

/** What stands in for a Terraform of another kind. */
function program(script: string): string {
  const folder = folderOf({ terraform: `#!/bin/sh\n${script}\n` });
  chmodSync(join(folder, 'terraform'), 0o755);
  return join(folder, 'terraform');
}

const SOUND = { a: groups('a', { G: group('a/Group') }) };

describe('a rehearsal does not begin', () => {
  test.each([
    ['a folder that is not there', '/no/such/folder', [], 'RehearsalFolderInvalid'],
    ['a folder without stacks', folderOf({ 'x.json': '{}' }), [], 'RehearsalFolderInvalid'],
    ['a stack that is no JSON', folderOf({ 'cdk.tf.json': '{' }), [], 'RehearsalFolderInvalid'],
    ['a stack that is no object', folderOf({ 'cdk.tf.json': '[]' }), [], 'RehearsalFolderInvalid'],
    ['a stack that is not in it', synthesized(SOUND), ['--stack', 'b'], 'RehearsalStackUnknown'],
    ['an unknown last step', synthesized(SOUND), ['--until', 'aply'], 'RehearsalStepUnknown'],
    [
      'a last step that says nothing',
      synthesized(SOUND),
      ['--until', 'init'],
      'RehearsalStepUnknown',
    ],
    ['two folders', synthesized(SOUND), ['other'], 'CommandArgumentsInvalid'],
    ['an unknown option', synthesized(SOUND), ['--hcl'], 'CommandArgumentsInvalid'],
    ['a state without a file', synthesized(SOUND), ['--state', 'hub='], 'RehearsalStateInvalid'],
    ['a state without a label', synthesized(SOUND), ['--state', '=x'], 'RehearsalStateInvalid'],
    ['a state that nothing reads', synthesized(SOUND), ['--state', 'x=y'], 'RehearsalStateUnused'],
    [
      'variables that are not there',
      synthesized(SOUND),
      ['--var-file', '/no/such'],
      'RehearsalFileMissing',
    ],
    [
      'no Terraform of the name',
      synthesized(SOUND),
      ['--terraform', 'no-such-terraform'],
      'RehearsalTerraformMissing',
    ],
    [
      'a program that is no Terraform',
      synthesized(SOUND),
      ['--terraform', program('echo hello')],
      'RehearsalTerraformMissing',
    ],
    [
      'a Terraform that is too old',
      synthesized(SOUND),
      ['--terraform', program(`echo '{"terraform_version":"1.10.5"}'`)],
      'RehearsalTerraformTooOld',
    ],
    [
      'a Terraform of before 1.0',
      synthesized(SOUND),
      ['--terraform', program(`echo '{"terraform_version":"0.15.5"}'`)],
      'RehearsalTerraformTooOld',
    ],
    [
      'stacks that wait for each other',
      synthesized({ ...SOUND, b: groups('b', {}) }, { a: ['b'], b: ['a'] }),
      [],
      'RehearsalOrderCyclic',
    ],
  ])('with %s', async (_, folder, options, code) => {
    const ran = await rehearse(folder, ...options);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.notes).toContain(`[${code}]`);
  });

  test('with other providers, which it names with what is of them', async () => {
    const random = { '//': { metadata: { path: 'a/Suffix' } }, length: 4 };
    const document = stackDocument('a', {
      terraform: {
        required_providers: {
          azurerm: { source: 'azurerm' },
          time: { source: 'hashicorp/time' },
        },
      },
      resource: { random_string: { Suffix: random }, azapi_resource: { R: {} } },
    });
    const { code, notes } = await rehearse(synthesized({ a: document }));
    expect(code).toBe(2);
    expect(notes).toContain(
      'a: provider registry.terraform.io/hashicorp/time must be azurerm or azapi',
    );
    expect(notes).toMatch(/hashicorp\/random must .* got "a\/Suffix"/);
    expect(notes).toContain('registry.terraform.io/hashicorp/azapi');
    expect(notes.match(/\[RehearsalProviderUnknown\]/g)).toHaveLength(3);
  });

  test('with types that have no schema here, which it lists once each', async () => {
    const vm = (path: string) => ({ '//': { metadata: { path } } });
    const document = stackDocument('a', {
      resource: { azurerm_cosmosdb_account: { A: vm('a/One'), B: vm('a/Two') } },
      data: { azurerm_resources: { C: vm('a/Three') }, terraform_remote_state: {} },
      ephemeral: { azurerm_key_vault_certificate: { D: vm('a/Four') } },
    });
    const { code, notes } = await rehearse(synthesized({ a: document }));
    expect(code).toBe(2);
    expect(notes).toMatch(/a: azurerm_cosmosdb_account must .* got "a\/One, a\/Two"/);
    expect(notes).toMatch(/a: azurerm_resources must .* got "a\/Three"/);
    expect(notes).toMatch(/a: azurerm_key_vault_certificate must .* got "a\/Four"/);
    expect(notes.match(/\[RehearsalTypeUnknown\]/g)).toHaveLength(3);
  });

  test('and looks at no stack that nobody asked for', async () => {
    const strange = stackDocument('b', {
      resource: { random_string: { X: {} } },
      data: { terraform_remote_state: { far: { backend: 'remote', config: {} } } },
    });
    const folder = synthesized({ ...SOUND, b: strange });
    const { notes } = await rehearse(folder, '--stack', 'a', '--terraform', 'no-such-terraform');
    expect(notes).toContain('[RehearsalTerraformMissing]');
  });
});

describe('the environment of a rehearsal', () => {
  test('has variables, and neither credentials nor settings of Terraform', async () => {
    const environment = await rehearsalEnvironment(
      {
        PATH: 'p',
        TF_VAR_name: 'n',
        TF_LOG: 'trace',
        TF_WORKSPACE: 'w',
        TF_CLI_ARGS_plan: '-target=x',
        ARM_CLIENT_SECRET: 's',
        AZURE_CONFIG_DIR: 'd',
      },
      folderOf({}),
    );
    expect(environment).toEqual({
      PATH: 'p',
      TF_VAR_name: 'n',
      TF_CLI_CONFIG_FILE: expect.stringMatching(/terraform\.rc$/),
      TF_IN_AUTOMATION: '1',
      TF_PLUGIN_TIMEOUT: '60s',
      CHECKPOINT_DISABLE: '1',
    });
  });
});

describe('what few programs need', () => {
  test('is loaded neither with the library nor with another command', async () => {
    jest.resetModules();
    jest.doMock('../../lib/offline-provider', () => {
      throw new TypeError('the offline provider was loaded');
    });
    jest.doMock('../../lib/rehearsal', () => {
      throw new TypeError('the rehearsal was loaded');
    });
    jest.requireActual<object>('../../lib');
    const { run } = jest.requireActual<typeof CommandLine>('../../lib/cli/run');
    const silent = { out: () => undefined, note: () => undefined };
    expect(await run(['help'], silent)).toBe(0);
    expect(await run(['rehearse', '--help'], silent)).toBe(0);
    await expect(run(['rehearse'], silent)).rejects.toThrow('the rehearsal was loaded');
  });
});
