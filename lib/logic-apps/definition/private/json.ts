/** A JSON object of which nothing is known yet. */
export interface JsonObject {
  readonly [key: string]: unknown;
}

/** The value, where it is an object. */
export function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** What stands at a path such as `inputs.host.workflow`; `undefined` where there is nothing. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((found, key) => {
    const object = objectOf(found);
    return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
  }, value);
}

/** The name that is meant, spelt as the service does: it reads names of types and states in any case. */
export function spelling(names: Iterable<string>, given: unknown): string | undefined {
  if (typeof given !== 'string') return undefined;
  return [...names].find((name) => name.toLowerCase() === given.toLowerCase());
}

/** Whether a text is an expression of an ARM template, which is another text once deployed. */
export function isTemplateExpression(text: string): boolean {
  return /^\[\s*[A-Za-z][\w.]*\(.*\]$/s.test(text);
}

/** Every text below a value that may hold expressions, with its path; of keys those with `@{`. */
export function* textsIn(value: unknown, path: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* textsIn(item, `${path}[${String(index)}]`);
  } else {
    const object = objectOf(value) ?? {};
    for (const [key, member] of Object.entries(object)) {
      // What the designer notes of an operation is never evaluated.
      if (key === 'metadata' && typeof object['type'] === 'string') continue;
      if (key.includes('@{')) yield [path, key];
      yield* textsIn(member, `${path}.${key}`);
    }
  }
}
