import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_ENGINE } from '../../lib/core/engine/own-cdktf';

const ROOT = join(__dirname, '../..');
const CORE = join(ROOT, 'lib/core');

/** Names of the packages that a program loads, in a process of its own. */
function packagesLoadedBy(program: string): readonly string[] {
  const script = `
    require('ts-node').register({ transpileOnly: true, swc: true });
    const before = new Set(Object.keys(require.cache));
    ${program}
    const loaded = Object.keys(require.cache).filter((file) => !before.has(file));
    console.log(JSON.stringify(loaded));`;
  const output = execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' });
  const files = JSON.parse(output) as readonly string[];
  return files.flatMap(
    (file) => /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file)?.[1] ?? [],
  );
}

function loading(modules: readonly string[]): string {
  return modules.map((file) => `require(${JSON.stringify(join(CORE, file))});`).join('\n');
}

describe('loading every module of core', () => {
  test('does not load what only some programs use', () => {
    const packages = packagesLoadedBy(
      loading(readdirSync(CORE).filter((file) => file.endsWith('.ts'))),
    );
    expect(packages).toContain(OWN_ENGINE.name);
    expect(packages).not.toContain('cron-parser');
    expect(packages).not.toContain('luxon');
    expect(packages).not.toContain('windows-iana');
    expect(packages).not.toContain(OWN_ENGINE.bindings);
  });

  test('leaves the time zone tables unread for UTC', () => {
    const packages = packagesLoadedBy(
      `require(${JSON.stringify(join(CORE, 'time-zone.ts'))}).TimeZone.of('UTC');`,
    );
    expect(packages).not.toContain('windows-iana');
  });

  test('reads the time zone tables for other zones', () => {
    const packages = packagesLoadedBy(
      `require(${JSON.stringify(join(CORE, 'time-zone.ts'))}).TimeZone.of('Asia/Tokyo');`,
    );
    expect(packages).toContain('windows-iana');
  });
});
