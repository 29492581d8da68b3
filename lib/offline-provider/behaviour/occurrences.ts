import type { ValuePath } from '../protocol/diagnostics';
import type { BlockSchema } from '../schema/provider-schema';
import { isList, isObject, isUnknown, type ObjectValue, type Value } from '../wire/value';

/** One place where an attribute or block of a path stands, or could stand. */
export interface Occurrence {
  readonly path: ValuePath;
  readonly value: Value;
}

/**
 * The places of a path in a value: one per item of each block above it.
 *
 * Where a block above it is absent there is none, and where one is unknown nobody can tell.
 */
export function occurrences(root: ObjectValue, path: string): readonly Occurrence[] {
  return within(root, path.split('.'), []);
}

function within(container: Value, steps: readonly string[], path: ValuePath): Occurrence[] {
  if (isList(container)) {
    return container.flatMap((item, index) => within(item, steps, [...path, index]));
  }
  const [step, ...rest] = steps;
  if (!isObject(container) || step === undefined) return [];
  const value = container[step] ?? null;
  const here = [...path, step];
  return rest.length === 0 ? [{ path: here, value }] : within(value, rest, here);
}

/** What a reference such as `filter.0.tag` points at; an unknown on the way makes it unknown. */
export function referenced(root: ObjectValue, reference: string): Value {
  let value: Value = root;
  for (const step of reference.split('.')) {
    if (isUnknown(value)) return value;
    if (isList(value)) value = value[Number(step)] ?? null;
    else if (isObject(value)) value = value[step] ?? null;
    else return null;
  }
  return value;
}

/** Whether a path, with or without indices, names a block and not an attribute. */
export function isBlockPath(block: BlockSchema, path: string): boolean {
  let current: BlockSchema | undefined = block;
  for (const step of path.split('.').filter((part) => !/^\d+$/.test(part))) {
    current = current?.block_types?.[step]?.block;
  }
  return current !== undefined;
}
