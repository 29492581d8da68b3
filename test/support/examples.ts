import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './repository';

/** One stack of an example, as it was synthesized. */
export interface SynthesizedStack {
  readonly stackName: string;
  /** Where its Terraform JSON is. */
  readonly file: string;
  readonly document: unknown;
}

/** What cdktf writes beside the stacks. */
interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly synthesizedStackPath: string }>>;
}

/** Runs the program of an example, from the sources of the library, into a folder of its own. */
export async function synthesizeExample(name: string): Promise<readonly SynthesizedStack[]> {
  const outdir = mkdtempSync(join(tmpdir(), `example-${name}-`));
  const before = process.env.CDKTF_OUTDIR;
  process.env.CDKTF_OUTDIR = outdir;
  const log = jest.spyOn(console, 'log').mockImplementation();
  try {
    await jest.isolateModulesAsync(async () => {
      await import(join(ROOT, 'examples', name, 'main'));
    });
  } finally {
    log.mockRestore();
    if (before === undefined) delete process.env.CDKTF_OUTDIR;
    else process.env.CDKTF_OUTDIR = before;
  }
  return stacksIn(outdir);
}

function stacksIn(outdir: string): readonly SynthesizedStack[] {
  const manifest = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8')) as Manifest;
  return Object.entries(manifest.stacks).map(([stackName, { synthesizedStackPath }]) => {
    const file = join(outdir, synthesizedStackPath);
    return { stackName, file, document: JSON.parse(readFileSync(file, 'utf8')) as unknown };
  });
}
