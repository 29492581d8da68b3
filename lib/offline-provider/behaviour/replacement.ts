import type { ValuePath } from '../protocol/diagnostics';
import { sameValue } from '../wire/compare';
import { isList, isObject, isUnknown, type ObjectValue, type Value } from '../wire/value';
import { elementType, isSetType, objectTypes, type WireType } from '../wire/wire-type';
import type { TypeBehaviour } from './behaviour-table';

/** Paths whose planned change needs another resource. */
export function replacementPaths(
  prior: ObjectValue,
  planned: ObjectValue,
  type: WireType,
  behaviours: TypeBehaviour,
): readonly ValuePath[] {
  return Object.entries(behaviours)
    .filter(([, behaviour]) => behaviour.force_new === true)
    .flatMap(([path]) => changes(prior, planned, type, path.split('.'), []));
}

function changes(
  prior: Value,
  planned: Value,
  type: WireType,
  steps: readonly string[],
  path: ValuePath,
): readonly ValuePath[] {
  const [step, ...rest] = steps;
  if (step === undefined) return isChanged(prior, planned, type) ? [path] : [];
  const item = elementType(type);
  if (item !== undefined) {
    if (isSetType(type)) return sameValue(prior, planned, type) ? [] : [path];
    return itemChanges(prior, planned, item, steps, path);
  }
  const memberType = objectTypes(type)?.[step];
  if (memberType === undefined) return [];
  return changes(member(prior, step), member(planned, step), memberType, rest, [...path, step]);
}

function itemChanges(
  prior: Value,
  planned: Value,
  item: WireType,
  steps: readonly string[],
  path: ValuePath,
): readonly ValuePath[] {
  if (isUnknown(planned)) return isUnknown(prior) ? [] : [path];
  const before = isList(prior) ? prior : [];
  const after = isList(planned) ? planned : [];
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, index) =>
    changes(before[index] ?? null, after[index] ?? null, item, steps, [...path, index]),
  ).flat();
}

function member(value: Value, name: string): Value {
  return isObject(value) ? (value[name] ?? null) : null;
}

/** The old plugin SDK cannot tell null from the zero value of a type. */
function isChanged(prior: Value, planned: Value, type: WireType): boolean {
  const item = elementType(type);
  if (item !== undefined && objectTypes(item) !== undefined && !isSetType(type)) {
    return !isUnknown(planned) && size(prior) !== size(planned);
  }
  return !(isZero(prior) && isZero(planned)) && !sameValue(prior, planned, type);
}

function size(value: Value): number {
  return isList(value) ? value.length : 0;
}

function isZero(value: Value): boolean {
  if (value === null || value === '' || value === false || value === 0) return true;
  if (isList(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}
