/** An object of a document that somebody else wrote. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object with members, no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is at a path, `undefined` where the path ends before. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof key === 'number') current = listOf(current)[key];
    else current = isObject(current) && Object.hasOwn(current, key) ? current[key] : undefined;
  }
  return current;
}

/** The text at a path, if it is text. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** A list, or no items where it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A block of Terraform, which its JSON writes as an object or as a list of objects. */
export function blocksOf(value: unknown): readonly unknown[] {
  return isObject(value) ? [value] : listOf(value);
}

/** Members of an object by name, none where it is no object. */
export function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

/** Text that is JSON read as such, any other value as it is. */
export function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
