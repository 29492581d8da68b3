import { ConstructPaths } from '../../review/read/construct-paths';
import type { JsonRecord } from '../read/synthesized-stacks';

/** How many blocks deep the name of something is, below its kind. */
const DEPTHS: ReadonlyMap<string, number> = new Map([
  ['resource', 2],
  ['data', 2],
  ['ephemeral', 2],
  ['output', 1],
  ['variable', 1],
  ['module', 1],
  ['provider', 1],
]);

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['resource', ''],
  ['variable', 'var.'],
]);

/** The text of a copied stack, in which lines lead to addresses, and addresses to constructs. */
export class StackText {
  public readonly text: string;
  private readonly lines: readonly string[];
  private readonly paths: ConstructPaths;

  public constructor(public readonly document: JsonRecord) {
    this.text = JSON.stringify(document, null, 1);
    this.lines = this.text.split('\n');
    this.paths = ConstructPaths.in(document);
  }

  /** Path of the construct behind an address. */
  public pathOf(address: string): string | undefined {
    return this.paths.of(address);
  }

  /** Address of the block that a line, counted from 1, is in. */
  public addressAt(line: number): string | undefined {
    const [kind, ...names] = this.keysAt(line);
    const depth = kind === undefined ? undefined : DEPTHS.get(kind);
    if (kind === undefined || depth === undefined || names.length < depth) return undefined;
    return `${PREFIXES.get(kind) ?? `${kind}.`}${names.slice(0, depth).join('.')}`;
  }

  /** Keys of the objects around a line, outermost first; one space for each level is how it was written. */
  private keysAt(line: number): readonly string[] {
    const keys: string[] = [];
    let least = Number.POSITIVE_INFINITY;
    for (let index = line - 1; index >= 0 && least > 1; index -= 1) {
      const key = /^( *)"((?:[^"\\]|\\.)*)": /.exec(this.lines[index] ?? '');
      const depth = key?.[1]?.length ?? least;
      if (key?.[2] === undefined || depth >= least) continue;
      keys.unshift(key[2]);
      least = depth;
    }
    return keys;
  }
}
