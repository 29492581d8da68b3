import { isList, isObject, type ObjectValue, type Value } from '../wire/value';
import type { TypeBehaviour } from './behaviour-table';

/** A planned state with the defaults filled in where it is null, also within blocks. */
export function withDefaults(planned: ObjectValue, behaviours: TypeBehaviour): ObjectValue {
  return Object.entries(behaviours).reduce<ObjectValue>((state, [path, behaviour]) => {
    const value = behaviour.default;
    return value === undefined || value === null || typeof value === 'object'
      ? state
      : filledObject(state, path.split('.'), value);
  }, planned);
}

function filledObject(object: ObjectValue, steps: readonly string[], value: Value): ObjectValue {
  const [step, ...rest] = steps;
  if (step === undefined || !(step in object)) return object;
  const member = object[step] ?? null;
  if (rest.length === 0) return member === null ? { ...object, [step]: value } : object;
  return { ...object, [step]: filled(member, rest, value) };
}

function filled(container: Value, steps: readonly string[], value: Value): Value {
  if (isList(container)) return container.map((item) => filled(item, steps, value));
  return isObject(container) ? filledObject(container, steps, value) : container;
}
