import type { Mismatch } from '../matcher';

/** A candidate and how it differs. */
export interface Miss<T> {
  readonly candidate: T;
  readonly mismatches: readonly Mismatch[];
}

/** The candidate that differs least, the first of equals; `undefined` when there are none. */
export function nearestOf<T>(
  candidates: readonly T[],
  differences: (candidate: T, index: number) => readonly Mismatch[],
): Miss<T> | undefined {
  let nearest: (Miss<T> & { readonly weight: number }) | undefined;
  for (const [index, candidate] of candidates.entries()) {
    const mismatches = differences(candidate, index);
    const weight = mismatches.reduce((sum, mismatch) => sum + mismatch.weight, 0);
    if (nearest === undefined || weight < nearest.weight)
      nearest = { candidate, mismatches, weight };
  }
  return nearest;
}
