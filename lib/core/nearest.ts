/** The candidate most like a word, cases ignored; `undefined` where none is like it at all. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Math.ceil(word.length / 2);
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase(), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** The advice to use the nearest of some names, for errors; empty where none is near. */
export function nearestFix(given: string, names: readonly string[]): { readonly fix?: string } {
  const candidate = nearest(given, names);
  return candidate === undefined ? {} : { fix: `did you mean ${candidate}` };
}

/** Names as an error lists what is allowed, the first ten of them. */
export function choices(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(', ');
  if (names.length === 0) return 'there is none';
  return names.length > 10 ? `${shown} and ${String(names.length - 10)} more` : shown;
}

/** Levenshtein distance; at least `limit` where it is not less, which spares most of the work. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, char] of [...a].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...b].entries()) {
      const replaced = (row[column] ?? 0) + (char === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
