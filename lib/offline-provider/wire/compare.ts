import { DynamicValue, isList, isObject, isUnknown, type Value } from './value';
import { elementType, isSetType, objectTypes, type WireType } from './wire-type';

/** Whether two values of a type are the same; items of sets are compared without order, unknown differs from everything known. */
export function sameValue(a: Value | undefined, b: Value | undefined, type: WireType): boolean {
  return canonical(a ?? null, type) === canonical(b ?? null, type);
}

/** One text per distinct value of a type. */
function canonical(value: Value, type: WireType): string {
  if (value === null) return 'null';
  if (isUnknown(value)) return 'unknown';
  if (value instanceof DynamicValue) return canonical(value.value, value.type);
  if (isList(value)) return canonicalItems(value, type);
  if (isObject(value)) {
    const types = objectTypes(type);
    const element = elementType(type) ?? 'dynamic';
    const entries = Object.keys(value)
      .sort()
      .map(
        (key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null, types?.[key] ?? element)}`,
      );
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value);
}

function canonicalItems(items: readonly Value[], type: WireType): string {
  const isTuple = typeof type !== 'string' && type[0] === 'tuple';
  const texts = items.map((item, index) =>
    canonical(item, isTuple ? (type[1][index] ?? 'dynamic') : (elementType(type) ?? 'dynamic')),
  );
  return `[${(isSetType(type) ? texts.sort() : texts).join(',')}]`;
}
