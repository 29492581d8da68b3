/** The items, each turned into another; the same list where none becomes another, so that little is copied. */
export function turnedItems<T, U>(
  items: readonly T[],
  turn: (item: T, index: number) => U,
): readonly (T | U)[] {
  let copy: (T | U)[] | undefined;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] as T;
    const turned = turn(item, index);
    if (copy === undefined && !Object.is(turned, item)) copy = items.slice(0, index);
    copy?.push(turned);
  }
  return copy ?? items;
}

/** The same for the members of an object. */
export function turnedMembers<T, U>(
  object: Readonly<Record<string, T>>,
  turn: (value: T, key: string) => U,
): Readonly<Record<string, T | U>> {
  let copy: Record<string, T | U> | undefined;
  for (const key of Object.keys(object)) {
    const value = object[key] as T;
    const turned = turn(value, key);
    if (Object.is(turned, value)) continue;
    // The copy has all keys as its own: also `__proto__` is set as any other.
    copy ??= { ...object };
    copy[key] = turned;
  }
  return copy ?? object;
}
