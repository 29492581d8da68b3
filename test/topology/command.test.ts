import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../lib/cli/run';
import { folderOf } from '../support/folder';
import { estate } from './estate';

const [STACK] = estate(1, 1);
const PLAN = { format_version: '1.2', planned_values: {}, resource_changes: [] };

async function ran(...args: readonly string[]) {
  const out: string[] = [];
  const notes: string[] = [];
  const code = await run(['topology', ...args], {
    out: (line) => out.push(line),
    note: (line) => notes.push(line),
  });
  return { code, out: out.join('\n'), notes: notes.join('\n') };
}

/** What cdktf writes, with a plan and what is none beside it. */
function folder(): string {
  return folderOf({
    'stacks/team-1/cdk.tf.json': JSON.stringify(STACK?.content),
    'plan.json': JSON.stringify(PLAN),
    'cut.json': '{"format_version": "1.',
    'state.json': '{"version": 4}',
    'empty/readme.txt': '',
  });
}

describe('the command topology', () => {
  test.each([
    ['mermaid', /^flowchart LR\n/],
    ['svg', /^<svg /],
    ['dot', /^digraph topology \{/],
    ['json', /^\{\n {2}"groups"/],
  ])('writes %s', async (format, beginning) => {
    const { code, out, notes } = await ran('--synth', folder(), '--format', format);
    expect({ code, notes }).toEqual({ code: 0, notes: '' });
    expect(out).toMatch(beginning);
  });

  test.each([
    ['UTF-16', Buffer.from(`\ufeff${JSON.stringify(PLAN)}`, 'utf16le')],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${JSON.stringify(PLAN)}`)],
  ])('takes a plan in %s, as shells write it', async (_, bytes) => {
    const file = join(folder(), 'written.json');
    writeFileSync(file, bytes);
    expect(await ran(file)).toEqual({ code: 0, out: 'flowchart LR', notes: '' });
  });

  test('writes to a file and says what is in it', async () => {
    const file = join(folder(), 'topology.mmd');
    const { code, out, notes } = await ran('--synth', folder(), '--out', file);
    expect({ code, out, notes }).toEqual({
      code: 0,
      out: '',
      notes: `${file}: 5 nodes, 5 connections`,
    });
    expect(readFileSync(file, 'utf8')).toMatch(/^flowchart LR\n/);
  });

  test('takes the folder of one stack, and plans', async () => {
    const root = folder();
    expect((await ran('--synth', join(root, 'stacks/team-1'))).out).toContain('stack team-1');
    expect(await ran(join(root, 'plan.json'))).toEqual({ code: 0, out: 'flowchart LR', notes: '' });
  });

  test.each([
    ['an unknown option', ['--wide'], 'CommandArgumentsInvalid'],
    ['an unknown format', ['--synth', '.', '--format', 'svgz'], 'TopologyFormatUnknown'],
    ['a folder without stacks', ['--synth', 'empty'], 'TopologyFolderEmpty'],
    ['a folder that there is not', ['--synth', 'nowhere'], 'TopologyFolderEmpty'],
    ['a stack that there is not', ['--synth', '.', '--stack', 'team-2'], 'TopologyStackUnknown'],
    ['plans and a folder', ['plan.json', '--synth', '.'], 'TopologyInputAmbiguous'],
    ['a plan that is cut off', ['cut.json'], 'TopologyInputUnreadable'],
    ['a plan that there is not', ['nowhere.json'], 'TopologyInputUnreadable'],
    ['what is no plan', ['state.json'], 'TopologyInputInvalid'],
    [
      'a place where nothing can be written',
      ['plan.json', '--out', 'nowhere/x'],
      'TopologyOutputUnwritable',
    ],
  ])('refuses %s with 2', async (_, args, errorCode) => {
    const root = folder();
    const here = args.map((arg) =>
      /^(?:\.|\w+\.json|empty|nowhere.*)$/.test(arg) ? join(root, arg) : arg,
    );
    const { code, out, notes } = await ran(...here);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(notes).toContain(`[${errorCode}]`);
  });
});
