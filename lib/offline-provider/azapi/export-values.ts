import { merged } from '../azure/json-merge';
import { Refusal } from '../protocol/diagnostics';
import {
  dynamicFromJson,
  isJsonList,
  isJsonObject,
  jsonText,
  toJson,
  type Json,
  type JsonObject,
} from '../wire/json';
import type { Value } from '../wire/value';

/** What `output` holds: the queried values, or what the service computed where nothing is asked. */
export function outputFor(
  response: JsonObject,
  exportValues: Value | undefined,
  unasked: JsonObject,
): Value {
  const wanted = toJson(exportValues);
  if (wanted === null) return dynamicFromJson(unasked);
  if (isJsonObject(wanted)) {
    return dynamicFromJson(
      Object.fromEntries(
        Object.entries(wanted).map(([name, query]) => [name, queried(response, jsonText(query))]),
      ),
    );
  }
  if (isJsonList(wanted)) {
    return dynamicFromJson(
      wanted.reduce<JsonObject>(
        (all, path) => merged(all, extracted(response, jsonText(path))),
        {},
      ),
    );
  }
  throw new Refusal(
    'Failed to build output',
    'unsupported type for response_export_values, must be a list or map',
    ['response_export_values'],
  );
}

const STEP = /^(?:\.?([A-Za-z_]\w*)|\.?"([^"]+)"|\[(\d+)\])/;

/** The part of JMESPath that exports use: `@`, names, quoted names and indices. */
export function queried(root: Json, query: string): Json {
  if (query === '@') return root;
  let rest = query;
  let value: Json = root;
  while (rest !== '') {
    const [match, name, quotedName, index] = STEP.exec(rest) ?? [];
    if (match === undefined) {
      throw new Refusal(
        'Failed to build output',
        `the offline provider does not evaluate the query ${JSON.stringify(query)}; it knows names, quoted names and indices`,
        ['response_export_values'],
      );
    }
    value = step(value, name ?? quotedName, index);
    rest = rest.slice(match.length);
  }
  return value;
}

function step(value: Json, name: string | undefined, index: string | undefined): Json {
  if (name !== undefined) return isJsonObject(value) ? (value[name] ?? null) : null;
  return isJsonList(value) ? (value[Number(index)] ?? null) : null;
}

/** The list form keeps the objects around a value; `*` is everything. */
function extracted(root: JsonObject, path: string): JsonObject {
  if (path === '*') return root;
  const [name, ...rest] = path.split('.');
  if (name === undefined) return {};
  const value = root[name] ?? null;
  if (value === null) return {};
  if (rest.length === 0) return { [name]: value };
  const inner = isJsonObject(value) ? extracted(value, rest.join('.')) : {};
  return Object.keys(inner).length === 0 ? {} : { [name]: inner };
}
