import { normalizedLocation } from '../azure/fabricate';
import { isJsonObject, textMembers, toJson, type JsonObject } from '../wire/json';
import { UNKNOWN, type ObjectValue, type Value } from '../wire/value';
import type { AzapiContext } from './azapi-kind';

/** The planned location: configured, in the body, as before, or the provider's default. */
export function plannedLocation(
  { configuration }: AzapiContext,
  config: ObjectValue,
  prior: ObjectValue | null,
  body: Value,
  isBodyKnown: boolean,
): Value {
  const configured = config['location'] ?? null;
  const before = prior?.['location'] ?? null;
  if (configured !== null) return isSameLocation(configured, before) ? before : configured;
  if (!isBodyKnown) return UNKNOWN;
  const { location } = bodyOf(body);
  return typeof location === 'string'
    ? location
    : (before ?? configuration.defaultLocation ?? null);
}

function isSameLocation(a: Value, b: Value): boolean {
  return (
    typeof a === 'string' &&
    typeof b === 'string' &&
    normalizedLocation(a) === normalizedLocation(b)
  );
}

/** The planned tags: configured or in the body. */
export function plannedTags(
  config: ObjectValue,
  prior: ObjectValue | null,
  body: Value,
  isBodyKnown: boolean,
): Value {
  const configured = config['tags'] ?? null;
  if (configured !== null) return configured;
  if (!isBodyKnown) return UNKNOWN;
  const { tags } = bodyOf(body);
  if (isJsonObject(tags)) {
    return textMembers(tags);
  }
  const before = toJson(prior?.['tags']);
  return isJsonObject(before) && Object.keys(before).length === 0 ? {} : null;
}

function bodyOf(body: Value): JsonObject {
  const json = toJson(body);
  return isJsonObject(json) ? json : {};
}
