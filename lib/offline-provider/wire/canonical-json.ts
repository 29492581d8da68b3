import { isJsonList, isJsonObject, toJson, type Json } from './json';
import { isWhollyKnown, type Value } from './value';

/** JSON text with the members of objects in order: one text per distinct value. */
export function canonicalJson(json: Json): string {
  if (isJsonList(json)) return `[${json.map(canonicalJson).join(',')}]`;
  if (!isJsonObject(json)) return JSON.stringify(json);
  const members = Object.keys(json)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(json[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** Whether two values say the same as JSON, whatever their types; unknown differs from everything. */
export function sameJson(a: Value | undefined, b: Value | undefined): boolean {
  if (!isWhollyKnown(a) || !isWhollyKnown(b)) return false;
  return canonicalJson(toJson(a)) === canonicalJson(toJson(b));
}
