import { isJsonList, isJsonObject, type Json, type JsonObject } from '../wire/json';

/** Both objects in one; where both have a value that is no object, the later one's. */
export function merged(earlier: JsonObject, later: JsonObject): JsonObject {
  const keys = new Set([...Object.keys(earlier), ...Object.keys(later)]);
  return Object.fromEntries([...keys].map((key) => [key, mergedMember(earlier[key], later[key])]));
}

function mergedMember(earlier: Json | undefined, later: Json | undefined): Json {
  if (later === undefined) return earlier ?? null;
  if (isJsonObject(earlier) && isJsonObject(later)) return merged(earlier, later);
  if (isJsonList(earlier) && isJsonList(later) && earlier.length === later.length) {
    return later.map((item, index) => mergedMember(earlier[index], item));
  }
  return later;
}

/** A JSON value without the members of objects that are null. */
export function withoutNulls(json: Json): Json {
  if (isJsonList(json)) return json.map(withoutNulls);
  if (!isJsonObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json)
      .filter(([, member]) => member !== null)
      .map(([key, member]) => [key, withoutNulls(member)]),
  );
}
