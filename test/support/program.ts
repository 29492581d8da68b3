import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './repository';

/** What a program came to. */
export interface ProgramResult {
  /** The stacks that it wrote, as Terraform JSON, in the order of the manifest. */
  readonly stacks: readonly unknown[];
  /** What it printed. */
  readonly printed: string;
}

/** Modules as a program asks for them, which it shares with no other. */
export type ModuleReader = (name: string) => object;

interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly synthesizedStackPath: string }>>;
}

/** Runs a program that synthesizes, with the sources of the library, into a folder of its own. */
export function runProgram(program: (read: ModuleReader) => void): ProgramResult {
  const outdir = mkdtempSync(join(tmpdir(), 'program-'));
  const before = process.env['CDKTF_OUTDIR'];
  process.env['CDKTF_OUTDIR'] = outdir;
  const log = jest.spyOn(console, 'log').mockImplementation();
  try {
    jest.isolateModules(() => {
      program((name) => jest.requireActual<object>(name));
    });
    const printed = log.mock.calls.map((line: readonly unknown[]) => line.join(' ')).join('\n');
    return { stacks: stacksIn(outdir), printed };
  } finally {
    log.mockRestore();
    if (before === undefined) delete process.env['CDKTF_OUTDIR'];
    else process.env['CDKTF_OUTDIR'] = before;
  }
}

/** Runs the program of an example. */
export function runExample(name: string): ProgramResult {
  return runProgram((read) => read(join(ROOT, 'examples', name, 'main')));
}

function stacksIn(outdir: string): readonly unknown[] {
  const manifest = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8')) as Manifest;
  return Object.values(manifest.stacks).map(({ synthesizedStackPath }): unknown =>
    JSON.parse(readFileSync(join(outdir, synthesizedStackPath), 'utf8')),
  );
}
