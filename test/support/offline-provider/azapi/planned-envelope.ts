import { normalizedLocation } from '../azure/fabricate';
import { isJsonObject, textMembers, toJson, type JsonObject } from '../wire/json';
import { isUnknown, textOf, UNKNOWN, type ObjectValue, type Value } from '../wire/value';
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
  if (isUnknown(configured)) return configured;
  if (configured !== null) {
    const isSame =
      normalizedLocation(textOf(configured) ?? '') === normalizedLocation(textOf(before) ?? '');
    return isSame ? before : configured;
  }
  if (!isBodyKnown) return UNKNOWN;
  const { location } = bodyOf(body);
  if (typeof location === 'string') return location;
  return before ?? configuration.defaultLocation ?? null;
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
  const before = toJson(prior?.['tags'] ?? null);
  return isJsonObject(before) && Object.keys(before).length === 0 ? {} : null;
}

function bodyOf(body: Value): JsonObject {
  const json = toJson(body);
  return isJsonObject(json) ? json : {};
}
