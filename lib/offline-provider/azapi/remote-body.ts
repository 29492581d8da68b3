import { isJsonList, isJsonObject, type Json, type JsonObject } from '../wire/json';

/** What may differ between a body and what the service answers without being drift. */
export interface DriftOptions {
  readonly ignoreCasing: boolean;
  readonly ignoreMissing: boolean;
}

/** The body as the service has it: what is not in the body of the configuration is not looked at. */
export function remoteBody(body: Json, remote: Json, options: DriftOptions): Json {
  if (isJsonObject(body) && isJsonObject(remote)) return remoteObject(body, remote, options);
  if (isJsonList(body) && isJsonList(remote) && body.length === remote.length) {
    return body.map((item, index) => remoteBody(item, remote[index] ?? null, options));
  }
  if (typeof body === 'string' && typeof remote === 'string') {
    return isSameText(body, remote, options) ? body : remote;
  }
  return remote;
}

function remoteObject(body: JsonObject, remote: JsonObject, options: DriftOptions): JsonObject {
  const members = Object.entries(body).flatMap(([key, value]): [string, Json][] => {
    const now = remote[key] ?? null;
    if (now !== null) return [[key, remoteBody(value, now, options)]];
    return options.ignoreMissing || isEmpty(value) ? [[key, value]] : [];
  });
  return Object.fromEntries(members);
}

/** Services answer secrets masked or empty. */
function isSameText(body: string, remote: string, options: DriftOptions): boolean {
  if (options.ignoreCasing && body.toLowerCase() === remote.toLowerCase()) return true;
  return (
    options.ignoreMissing && (remote === '' || remote === '<redacted>' || /^\*+$/.test(remote))
  );
}

function isEmpty(value: Json): boolean {
  if (isJsonList(value)) return value.length === 0;
  if (isJsonObject(value)) return Object.keys(value).length === 0;
  return value === null || value === '' || value === 0 || value === false;
}
