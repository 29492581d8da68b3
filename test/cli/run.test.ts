import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../lib/cli/run';
import { OWN_ENGINE } from '../../lib/core/engine/own-cdktf';
import { folderOf } from '../support/folder';

/** Runs a command line and collects what it says. */
async function ran(...args: readonly string[]) {
  const out: string[] = [];
  const notes: string[] = [];
  const code = await run(args, {
    out: (line) => out.push(line),
    note: (line) => notes.push(line),
  });
  return { code, out: out.join('\n'), notes: notes.join('\n') };
}

describe('the command line', () => {
  test.each([[], ['--help'], ['-h'], ['help']])('lists its commands for %p', async (...args) => {
    const { code, out, notes } = await ran(...args);
    expect({ code, notes }).toEqual({ code: 0, notes: '' });
    expect(out.startsWith(`${OWN_ENGINE.library} COMMAND`)).toBe(true);
    expect(out).toContain('prune');
  });

  test('says how a command is called', async () => {
    const { code, out } = await ran('prune', '--help');
    expect(code).toBe(0);
    expect(out.startsWith(`${OWN_ENGINE.library} prune [--file FILE]`)).toBe(true);
    expect(out.split('\n')).toHaveLength(4);
  });

  test('refuses a command that there is not, and names the nearest', async () => {
    const { code, out, notes } = await ran('prnue');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(notes).toContain('did you mean prune [CommandUnknown]');
  });

  test.each([
    ['an unknown option', ['--wrote']],
    ['an argument', ['all']],
    ['an option without its value', ['--file']],
  ])('refuses %s', async (_, args) => {
    const { code, notes } = await ran('prune', ...args);
    expect(code).toBe(1);
    expect(notes).toContain('[CommandArgumentsInvalid]');
  });

  test('tells of a file that it cannot read', async () => {
    const file = join(folderOf({}), 'versions');
    writeFileSync(file, '<<<<<<< ours\n');
    const { code, notes } = await ran('prune', '--file', file);
    expect(code).toBe(1);
    expect(notes).toContain('[VersionsFileInvalid]');
  });

  test('does not hide an error that is not about its use', async () => {
    const broken = run(['prune', '--file', '/nowhere/at/all'], {
      out: () => undefined,
      note: () => {
        throw new RangeError('broken pipe');
      },
    });
    await expect(broken).rejects.toThrow(RangeError);
  });
});
