import { cpSync, existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../../../support/repository';

/** A change of a source of an example: text that is there once, and what takes its place. */
export interface SourceEdit {
  /** Relative to the example, by default its program. */
  readonly file?: string;
  readonly from: string;
  readonly to: string;
}

/** A stack as a program wrote it. */
export interface WrittenStack {
  /** Folder of its `cdk.tf.json` and of its assets. */
  readonly folder: string;
  readonly text: string;
}

/** What is synthesized beside the program, and committed with it. */
const VERSIONS_FILE = 'cdktf-azureml.versions';

/** An example in several versions of its sources, one stack each. */
export class ExampleVersions {
  private readonly folder = mkdtempSync(join(tmpdir(), 'example-versions-'));
  private count = 0;

  public constructor(private readonly name: string) {
    symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'));
  }

  /** The stack as the sources make it, edited, which go on from the versions of a former synthesis. */
  public async synthesize(edits: readonly SourceEdit[] = [], former?: WrittenStack) {
    this.count += 1;
    const sources = join(this.folder, `v${String(this.count)}`);
    cpSync(join(ROOT, 'examples', this.name), sources, { recursive: true });
    for (const edit of edits) edited(sources, edit);
    const versions = former === undefined ? '' : join(former.folder, '../../..', VERSIONS_FILE);
    if (existsSync(versions)) cpSync(versions, join(sources, VERSIONS_FILE));
    await run(sources);
    return written(join(sources, 'cdktf.out'));
  }
}

function edited(sources: string, { file = 'main.ts', from, to }: SourceEdit): void {
  const path = join(sources, file);
  const parts = readFileSync(path, 'utf8').split(from);
  if (parts.length !== 2)
    throw new RangeError(`${file} has ${from} ${String(parts.length - 1)} times`);
  writeFileSync(path, parts.join(to));
}

/** Runs the program there, which keeps its versions there. */
async function run(sources: string): Promise<void> {
  const [folder, before] = [process.cwd(), { ...process.env }];
  const log = jest.spyOn(console, 'log').mockImplementation();
  Object.assign(process.env, {
    CDKTF_OUTDIR: join(sources, 'cdktf.out'),
    CDKTF_AZUREML_VERSIONS: 'write',
  });
  process.chdir(sources);
  try {
    await import(join(sources, 'main'));
  } finally {
    process.chdir(folder);
    process.env = before;
    log.mockRestore();
  }
}

function written(outdir: string): WrittenStack {
  const manifest = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8')) as {
    readonly stacks: Readonly<Record<string, { readonly synthesizedStackPath: string }>>;
  };
  const [stack, ...more] = Object.values(manifest.stacks);
  if (stack === undefined || more.length > 0) throw new RangeError('an example has one stack');
  const file = join(outdir, stack.synthesizedStackPath);
  return { folder: dirname(file), text: readFileSync(file, 'utf8') };
}
