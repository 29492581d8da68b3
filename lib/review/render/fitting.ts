/** A piece of a document that is there as a whole or not at all. */
export class Piece {
  private written: string | undefined;

  public constructor(
    /** Headings that it stands under, from the outermost. */
    public readonly headings: readonly string[],
    /** The smaller, the more important. */
    public readonly rank: number,
    private readonly write: () => string,
  ) {}

  /** Written when it is first asked for: of a long document most pieces are left out. */
  public get text(): string {
    this.written ??= this.write();
    return this.written;
  }
}

/** Pieces that fit, in their order, and how many do not. */
export interface Fitted {
  readonly text: string;
  readonly dropped: number;
}

/**
 * As many pieces as fit into a number of characters: the least important are dropped first, and nothing that
 * is less important than what was dropped stays. Headings without pieces are left out.
 */
export function fitted(pieces: readonly Piece[], limit: number): Fitted {
  const byRank = [...pieces.keys()].sort((one, other) => {
    const ranks = (pieces[one]?.rank ?? 0) - (pieces[other]?.rank ?? 0);
    return ranks === 0 ? one - other : ranks;
  });
  const kept = new Set<number>();
  const headings = new Set<string>();
  let length = 0;
  for (const index of byRank) {
    const piece = pieces[index];
    if (piece === undefined) continue;
    const paths = piece.headings.map((_, depth) => piece.headings.slice(0, depth + 1).join('\n'));
    const added = paths.filter((path) => !headings.has(path));
    const needed = added.reduce((sum, path) => sum + lastLine(path).length + 2, 0);
    if (length + needed + piece.text.length + 2 > limit) break;
    length += needed + piece.text.length + 2;
    for (const path of added) headings.add(path);
    kept.add(index);
  }
  return {
    text: assembled(pieces.filter((_, index) => kept.has(index))),
    dropped: pieces.length - kept.size,
  };
}

function lastLine(path: string): string {
  return path.slice(path.lastIndexOf('\n') + 1);
}

/** Items of one list stand below each other, everything else apart. */
function assembled(pieces: readonly Piece[]): string {
  let text = '';
  let former: Piece | undefined;
  for (const piece of pieces) {
    const shared = former === undefined ? 0 : sharedHeadings(former, piece);
    const added = piece.headings.slice(shared);
    const isList = isItem(piece) && former !== undefined && isItem(former) && added.length === 0;
    if (former !== undefined) text += isList ? '\n' : '\n\n';
    text += [...added, piece.text].join('\n\n');
    former = piece;
  }
  return text;
}

function isItem({ text }: Piece): boolean {
  return text.startsWith('- ');
}

function sharedHeadings(one: Piece, other: Piece): number {
  const differs = other.headings.findIndex((heading, depth) => one.headings[depth] !== heading);
  return differs < 0 ? other.headings.length : differs;
}
