import { createHash } from 'node:crypto';
import { merged } from '../azure/json-merge';
import { isJsonObject, toJson, type Json, type JsonObject } from '../wire/json';
import type { ObjectValue, Value } from '../wire/value';
import { canonicalJson } from '../wire/canonical-json';

/**
 * Fingerprint of a write-only body, kept beside the state since the body itself may not be.
 *
 * With a version the version decides, and nothing is kept.
 */
export function sensitiveFingerprint(config: ObjectValue): Uint8Array {
  const body = toJson(config['sensitive_body']);
  if (body === null || (config['sensitive_body_version'] ?? null) !== null) return new Uint8Array();
  return createHash('sha256').update(canonicalJson(body)).digest();
}

/** Whether a write-only body is another one than last time. */
export function isSensitiveBodyChanged(config: ObjectValue, privateData: Uint8Array): boolean {
  return (
    (config['sensitive_body_version'] ?? null) === null &&
    Buffer.compare(sensitiveFingerprint(config), privateData) !== 0
  );
}

/** The secret part of a request: with versions, only the paths whose version changed. */
export function sensitivePart(config: ObjectValue, prior: ObjectValue | null): JsonObject {
  const body = toJson(config['sensitive_body']);
  if (!isJsonObject(body)) return {};
  const versions = toJson(config['sensitive_body_version']);
  if (!isJsonObject(versions)) return body;
  const before = toJson(priorVersions(prior));
  return Object.entries(versions)
    .filter(([path, version]) => !isJsonObject(before) || before[path] !== version)
    .reduce<JsonObject>((all, [path]) => merged(all, at(body, path.split('.'))), {});
}

function priorVersions(prior: ObjectValue | null): Value {
  return prior?.['sensitive_body_version'] ?? null;
}

function at(json: Json, [name, ...rest]: readonly string[]): JsonObject {
  if (name === undefined || !isJsonObject(json)) return {};
  const value = json[name] ?? null;
  if (value === null) return {};
  return { [name]: rest.length === 0 ? value : at(value, rest) };
}
