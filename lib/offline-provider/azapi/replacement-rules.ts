import { sameId } from '../azure/arm-id';
import { normalizedLocation } from '../azure/fabricate';
import type { ValuePath } from '../protocol/diagnostics';
import { isUnknown, textOf, textOrEmpty, type ObjectValue, type Value } from '../wire/value';
import { parseType } from './resource-type';
import { sameJson } from '../wire/canonical-json';

/** Whether a planned change of an attribute needs another resource. */
type Rule = (prior: Value, planned: Value) => boolean;

/** Every reason for which azapi replaces a resource instead of updating it, by Terraform type. */
const RULES: { readonly [type: string]: { readonly [attribute: string]: Rule } } = {
  azapi_resource: {
    name: differs,
    parent_id: differs,
    location: differsAsLocation,
    type: differsBesidesVersion,
    replace_triggers_external_values: differsIfGiven,
  },
  azapi_update_resource: {
    name: differs,
    parent_id: differs,
    resource_id: differs,
    replace_triggers_external_values: differsIfGiven,
  },
  azapi_resource_action: {
    type: differs,
    resource_id: differs,
    action: differs,
  },
  azapi_data_plane_resource: {
    name: differs,
    parent_id: differs,
    type: differsBesidesVersion,
    replace_triggers_external_values: differsIfGiven,
  },
};

/** The attributes whose planned change needs another resource. */
export function replacedBy(
  terraformType: string,
  prior: ObjectValue,
  planned: ObjectValue,
): readonly ValuePath[] {
  return Object.entries(RULES[terraformType] ?? {})
    .filter(([attribute, rule]) => rule(prior[attribute] ?? null, planned[attribute] ?? null))
    .map(([attribute]) => [attribute]);
}

function differs(prior: Value, planned: Value): boolean {
  return isUnknown(planned) || prior !== planned;
}

function differsIfGiven(prior: Value, planned: Value): boolean {
  return prior !== null && planned !== null && !sameJson(prior, planned);
}

/** An unknown location is judged when it is known. */
function differsAsLocation(prior: Value, planned: Value): boolean {
  if (isUnknown(planned)) return false;
  return normalizedLocation(textOrEmpty(prior)) !== normalizedLocation(textOrEmpty(planned));
}

/** Another api-version is no other resource. */
function differsBesidesVersion(prior: Value, planned: Value): boolean {
  const before = textOf(prior);
  const after = textOf(planned);
  if (before === undefined || after === undefined) return false;
  return !sameId(parseType(before).armType, parseType(after).armType);
}
