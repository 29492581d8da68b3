import { ExpressionFault } from './expression-fault';
import { isList, isMap, nameOf, textOf, type Value, wholeOf } from './values';

/** A member of an object, a key of a map. */
export function accessMember(of: Value, name: string): Value {
  if (isMap(of)) {
    const found = Object.hasOwn(of, name) ? of[name] : undefined;
    if (found !== undefined) return found;
    throw new ExpressionFault(`read members that are there: ${name} is not`);
  }
  throw new ExpressionFault(`read ${name} of an object, not of ${nameOf(of)}`);
}

/** An attribute of a block of a provider: one without a value is `null`. */
export function accessAttribute(of: Value, name: string): Value {
  if (of === null) return null;
  return isMap(of) && !Object.hasOwn(of, name) ? null : accessMember(of, name);
}

/** An item of a list, or a key of a map. */
export function accessIndex(of: Value, key: Value): Value {
  if (!isList(of)) return accessMember(of, textOf(key));
  const found = of[wholeOf(key)];
  if (found !== undefined) return found;
  throw new ExpressionFault('read items of a list that are there');
}
