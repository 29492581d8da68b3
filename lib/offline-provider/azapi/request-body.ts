import { withoutNulls } from '../azure/json-merge';
import { isJsonObject, toJson, type JsonObject } from '../wire/json';
import { textOf, type ObjectValue } from '../wire/value';
import { identityBlock, identityMember } from './identity-block';

/** The body of a PUT: the configured one, with what has arguments of its own. */
export function requestBody(planned: ObjectValue, prior: ObjectValue | null): JsonObject {
  const body = toJson(planned['body']);
  const identity = identityBlock(planned);
  const isIdentityRemoved = identity === undefined && identityBlock(prior) !== undefined;
  const expanded: JsonObject = {
    ...locationAndTags(planned),
    ...(identity === undefined ? {} : { identity: identityMember(identity) }),
    ...(isIdentityRemoved ? { identity: { type: 'None' } } : {}),
    ...(isJsonObject(body) ? body : {}),
  };
  if (planned['ignore_null_property'] !== true) return expanded;
  const present = withoutNulls(expanded);
  return isJsonObject(present) ? present : {};
}

function locationAndTags(planned: ObjectValue): JsonObject {
  const location = textOf(planned['location']);
  const tags = toJson(planned['tags']);
  return {
    ...(location === undefined || location === '' ? {} : { location }),
    ...(isJsonObject(tags) && Object.keys(tags).length > 0 ? { tags } : {}),
  };
}
