import { toJson, isJsonList, isJsonObject, type Json } from '../wire/json';
import { isWhollyKnown, type Value } from '../wire/value';

/** Whether two values say the same as JSON, whatever their types; unknown differs from everything. */
export function sameJson(a: Value, b: Value): boolean {
  if (!isWhollyKnown(a) || !isWhollyKnown(b)) return false;
  return sorted(toJson(a)) === sorted(toJson(b));
}

/** JSON text with the members of objects in order. */
export function sorted(json: Json): string {
  if (isJsonList(json)) return `[${json.map(sorted).join(',')}]`;
  if (!isJsonObject(json)) return JSON.stringify(json);
  const members = Object.keys(json)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${sorted(json[key] ?? null)}`);
  return `{${members.join(',')}}`;
}
