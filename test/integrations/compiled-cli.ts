import { transformFileSync } from '@swc/core';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../support/repository';

/** The command line, compiled from the sources of today: a command that runs it in any folder. */
export function compiledCli(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cli-'));
  for (const file of readdirSync(join(ROOT, 'lib'), { recursive: true, encoding: 'utf8' })) {
    const [from, to] = [join(ROOT, 'lib', file), join(folder, file)];
    mkdirSync(dirname(to), { recursive: true });
    if (file.endsWith('.ts')) writeFileSync(to.replace(/\.ts$/, '.js'), compiled(from));
    else if (/\.\w+$/.test(file)) cpSync(from, to, { recursive: true });
  }
  const packages = join(ROOT, 'node_modules');
  return `NODE_PATH='${packages}' '${process.execPath}' '${join(folder, 'cli', 'main.js')}'`;
}

function compiled(file: string): string {
  return transformFileSync(file, {
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  }).code;
}
