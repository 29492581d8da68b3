import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from '../support/folder';
import { ROOT } from '../support/repository';
import { describeTerraform } from '../support/terraform';
import { group, groups, synthesized } from './stacks';

describeTerraform('a rehearsal that is interrupted', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'by %s ends Terraform, removes its folders and exits with %i',
    async (signal, code) => {
      const temp = folderOf({});
      const folder = synthesized({ a: groups('a', { G: group('a/Group') }) });
      const child = spawn(
        process.execPath,
        ['-r', 'ts-node/register', join(ROOT, 'lib/cli/main.ts'), 'rehearse', folder],
        { cwd: ROOT, env: { ...process.env, TMPDIR: temp }, stdio: ['ignore', 'pipe', 'pipe'] },
      );
      const said: Buffer[] = [];
      child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
      expect(Buffer.concat(said).toString()).toBe('');
      expect(foldersIn(temp)).not.toEqual([]);
      child.kill(signal);
      expect(await once(child, 'exit')).toEqual([code, null]);
      expect(Buffer.concat(said).toString()).toContain('stopped; the copies were removed');
      expect(foldersIn(temp)).toEqual([]);
    },
  );
});

/** The folders of a rehearsal: its copies, and the sockets of its providers. */
function foldersIn(temp: string): readonly string[] {
  return readdirSync(temp).filter((name) => /^(?:rehearsal|tfp)-/.test(name));
}
