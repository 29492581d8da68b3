import { spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { run } from '../../../lib/cli/run';
import { folderOf } from '../../support/folder';
import { ROOT } from '../../support/repository';

const PROGRAM = ['-r', 'ts-node/register/transpile-only', join(ROOT, 'lib/cli/main.ts'), 'review'];

/** Runs the command as a shell does, with something piped into it. */
function piped(input: string | Buffer | number, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...PROGRAM, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: [typeof input === 'number' ? input : 'pipe', 'pipe', 'pipe'],
    ...(typeof input === 'number' ? {} : { input }),
  });
  return { status, stdout, stderr };
}

function plan(...actions: readonly string[]): string {
  const type = 'azurerm_storage_account';
  const state = { name: 'stchurn' };
  const change = { actions, before: state, after: state, replace_paths: [['name']] };
  return JSON.stringify({
    format_version: '1.2',
    resource_changes: [{ address: `${type}.x`, mode: 'managed', type, name: 'x', change }],
  });
}

const HUMAN = `
Terraform used the selected providers to generate the following execution
plan. Resource actions are indicated with the following symbols:
  + create

Terraform will perform the following actions:
`;

describe('what is piped into a review', () => {
  test.each<[string, string | Buffer, number, string]>([
    ['nothing to do', plan('no-op'), 0, 'Nothing to do'],
    ['a change', plan('update'), 10, '1 to update'],
    ['a dangerous change', plan('delete', 'create'), 11, '1 to replace'],
    [
      'two plans',
      `${plan('update')}\n${plan('delete', 'create')}\n`,
      11,
      '1 to update and 1 to replace',
    ],
    ['a plan in UTF-16', Buffer.from(`\ufeff${plan('update')}`, 'utf16le'), 10, '1 to update'],
    ['a long plan', `${plan('update')}${' '.repeat(300_000)}`, 10, '1 to update'],
  ])('is read: %s', (_, input, code, said) => {
    const { status, stdout, stderr } = piped(input, '-', '--exit-code');
    expect({ status, stderr }).toEqual({ status: code, stderr: '' });
    expect(stdout).toContain(said);
  });

  test.each<[string, string | Buffer, string]>([
    ['nothing', '', 'got nothing'],
    ['a plan for people', HUMAN, 'a plan as Terraform shows it to people'],
    [
      'a coloured plan for people',
      `\u001b[0m\u001b[1mNo changes. \u001b[0mYour infrastructure`,
      'shows it to people',
    ],
    [
      'a plan for people, shown',
      '\n# azurerm_resource_group.x will be created\n',
      'shows it to people',
    ],
    ['something compressed', gzipSync(plan('update')), 'compressed data'],
    ['a binary plan', Buffer.from('504b030414000800', 'hex'), 'a plan file in binary form'],
    ['something binary', Buffer.from('7f454c4602010100', 'hex'), 'binary data'],
    ['a plan and something else', `${plan('update')}\ndone`, 'text that begins with "done"'],
    ['a plan that is cut off', plan('update').slice(0, -9), 'cut off after'],
  ])('is refused with 2: %s', (_, input, said) => {
    const { status, stdout, stderr } = piped(input, '-');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr).toContain('[PlanInvalid]');
  });

  test('is refused with 2 where it cannot be read', () => {
    const { status, stderr } = piped(openSync(folderOf({}), 'r'), '-');
    expect(status).toBe(2);
    expect(stderr).toContain('[InputFileUnreadable]');
  });
});

describe('files of a review', () => {
  const folder = folderOf({
    'a/tfplan.json': plan('update'),
    'b/c/tfplan.json': plan('create'),
    'b/note.txt': 'x',
    'two.json': `${plan('create')}${plan('create')}`,
  });

  test.each<[string, readonly string[], number, readonly string[]]>([
    ['a pattern', ['**/tfplan.json'], 10, ['a', 'c']],
    ['several, one of them twice', ['a/tfplan.json', 'a/*.json', 'b/?/*'], 10, ['a', 'c']],
    ['a file of two plans', ['two.json'], 10, ['two #1', 'two #2']],
    ['a pattern that fits nothing', ['*/none.json'], 2, []],
    ['a folder', ['a'], 2, []],
    ['a file that is no plan', ['a/tfplan.json', 'b/note.txt'], 2, []],
  ])('are found and read: %s', async (_, patterns, code, stacks) => {
    const written: string[] = [];
    const paths = patterns.map((pattern) => join(folder, pattern));
    const status = await run(['review', ...paths, '--format', 'json', '--exit-code'], {
      out: (line) => written.push(line),
      note: () => undefined,
    });
    expect(status).toBe(code);
    const review =
      written.length === 0 ? { stacks: [] } : (JSON.parse(written.join('\n')) as object);
    expect(review).toMatchObject({ stacks });
  });
});
