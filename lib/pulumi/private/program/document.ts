/** A JSON object of a synthesized document. */
export interface JsonObject {
  readonly [key: string]: unknown;
}

/** Whether a value is an object of JSON. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as an object; one without members where it is none. */
export function objectIn(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** A value as a list; what is no list is its only item, what is absent has none. */
export function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** Blocks of `{ type: { label: block } }`. */
export function* labelledBlocks(
  types: unknown,
): Generator<readonly [type: string, label: string, block: JsonObject]> {
  for (const [type, labels] of Object.entries(objectIn(types))) {
    for (const [label, block] of Object.entries(objectIn(labels))) {
      yield [type, label, objectIn(block)];
    }
  }
}
