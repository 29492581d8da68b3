/** Most comparisons that the longest common part of two lists may take; beyond, items are paired by index. */
const MOST_COMPARISONS = 250_000;

/** Indices of items that both lists have in the same order: as many as there can be. */
export function unchangedItems<T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (one: T | undefined, other: T | undefined) => boolean,
): readonly (readonly [number, number])[] {
  const start = lengthWhile(Math.min(before.length, after.length), (index) =>
    isSame(before[index], after[index]),
  );
  const rest = Math.min(before.length, after.length) - start;
  const end = lengthWhile(rest, (index) =>
    isSame(before[before.length - 1 - index], after[after.length - 1 - index]),
  );
  const middle = longestCommon(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
    isSame,
  );
  return [
    ...Array.from({ length: start }, (_, index) => [index, index] as const),
    ...middle.map(([one, other]) => [one + start, other + start] as const),
    ...Array.from(
      { length: end },
      (_, index) => [before.length - end + index, after.length - end + index] as const,
    ),
  ];
}

function lengthWhile(most: number, holds: (index: number) => boolean): number {
  let length = 0;
  while (length < most && holds(length)) length += 1;
  return length;
}

function longestCommon<T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (one: T, other: T) => boolean,
): readonly (readonly [number, number])[] {
  const columns = after.length + 1;
  if (before.length * after.length > MOST_COMPARISONS) return [];
  const same = before.map((one) => after.map((other) => isSame(one, other)));
  const lengths = new Uint32Array((before.length + 1) * columns);
  const lengthAt = (row: number, column: number): number => lengths[row * columns + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      lengths[row * columns + column] =
        same[row]?.[column] === true
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  return pathThrough(same, lengthAt);
}

function pathThrough(
  same: readonly (readonly boolean[])[],
  lengthAt: (row: number, column: number) => number,
): readonly (readonly [number, number])[] {
  const common: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < same.length && column < (same[0]?.length ?? 0)) {
    if (same[row]?.[column] === true) {
      common.push([row, column]);
      row += 1;
      column += 1;
    } else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row += 1;
    else column += 1;
  }
  return common;
}
