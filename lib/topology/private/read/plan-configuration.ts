import { at, isObject, type JsonObject, listOf, membersOf, textAt } from './json';

/** Expressions of resources by their address, keys of `count` and `for_each` left out. */
export type Configuration = ReadonlyMap<string, ConfiguredResource>;

/** How the arguments of a resource are written. */
interface ConfiguredResource {
  readonly expressions: unknown;
  /** What stands before addresses in its module, such as `module.a.`. */
  readonly prefix: string;
}

/** The configuration that a plan was made of. */
export function configurationOf(document: unknown): Configuration {
  const found = new Map<string, ConfiguredResource>();
  collect(at(document, 'configuration', 'root_module'), '', found);
  return found;
}

function collect(module: unknown, prefix: string, found: Map<string, ConfiguredResource>): void {
  for (const resource of listOf(at(module, 'resources'))) {
    const address = textAt(resource, 'address');
    if (address === undefined) continue;
    found.set(`${prefix}${address}`, { expressions: at(resource, 'expressions'), prefix });
  }
  for (const [name, call] of membersOf(at(module, 'module_calls'))) {
    collect(at(call, 'module'), `${prefix}module.${name}.`, found);
  }
}

/** Values with references where the plan knows no value, and all that the resource refers to. */
export function withReferences(
  values: unknown,
  configured: ConfiguredResource | undefined,
): { readonly values: JsonObject; readonly references: readonly string[] } {
  const known = isObject(values) ? values : {};
  if (configured === undefined) return { values: known, references: [] };
  const references = new Set<string>();
  const filled = fill(known, configured.expressions, configured.prefix, references);
  return { values: isObject(filled) ? filled : known, references: [...references] };
}

function fill(
  value: unknown,
  expression: unknown,
  prefix: string,
  references: Set<string>,
): unknown {
  if (Array.isArray(expression)) {
    const items: readonly unknown[] = expression;
    return items.map((item, index) => fill(at(value, index), item, prefix, references));
  }
  if (!isObject(expression)) return value;
  if ('references' in expression) {
    const named = listOf(expression['references']).filter((name) => typeof name === 'string');
    for (const name of named) references.add(`${prefix}${name}`);
    return value ?? oneReference(named, prefix);
  }
  if ('constant_value' in expression) return value;
  const filled: Record<string, unknown> = isObject(value) ? { ...value } : {};
  for (const [key, member] of Object.entries(expression)) {
    const found = fill(filled[key], member, prefix, references);
    if (found !== undefined) filled[key] = found;
  }
  return filled;
}

/** The reference of an expression that has one only: a plan lists it first, then all its beginnings. */
function oneReference(named: readonly string[], prefix: string): string | undefined {
  const [first] = named;
  if (first === undefined || !named.every((name) => first.startsWith(name))) return undefined;
  return `\${${prefix}${first}}`;
}
