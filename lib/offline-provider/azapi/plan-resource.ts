import { sameId } from '../azure/arm-id';
import { Refusal, type ValuePath } from '../protocol/diagnostics';
import type { PlanInput, PlanOutput } from '../provider';
import { withoutWriteOnly } from '../schema/computed';
import { sameJson } from '../wire/canonical-json';
import { isJsonList, toJson } from '../wire/json';
import {
  isWhollyKnown,
  textOf,
  textOrEmpty,
  UNKNOWN,
  type ObjectValue,
  type Value,
} from '../wire/value';
import type { AzapiContext } from './azapi-kind';
import { queried } from './export-values';
import { plannedIdentity } from './identity-block';
import { withPlannedDefaults } from './planned-defaults';
import { plannedLocation, plannedTags } from './planned-envelope';
import { replacedBy } from './replacement-rules';
import { parseType, resourceId } from './resource-type';
import { isSensitiveBodyChanged } from './sensitive-body';

/** What an `azapi_resource` will become. */
export function planResource(context: AzapiContext, input: PlanInput): PlanOutput {
  const { prior, proposed, config, privateData } = input;
  const defaults = withPlannedDefaults('azapi_resource', proposed, config);
  const base = withoutWriteOnly(defaults, context.block);
  const named = { ...base, ...plannedName(context, config, base) };
  const body = settledValue(named, prior, 'body');
  const known = isWhollyKnown(body);
  const planned: ObjectValue = {
    ...named,
    id: prior?.['id'] ?? UNKNOWN,
    body,
    response_export_values: settledValue(named, prior, 'response_export_values'),
    location: plannedLocation(context, config, prior, body, known),
    tags: plannedTags(config, prior, body, known),
    identity: plannedIdentity(named['identity'] ?? null, prior),
  };
  checkId(planned);
  const isOutputNew =
    prior === null ||
    OUTPUT_OF.some((name) => !sameJson(planned[name], prior[name])) ||
    isSensitiveBodyChanged(config, privateData);
  const finished: ObjectValue = isOutputNew
    ? { ...planned, output: UNKNOWN, body: config['body'] ?? body }
    : { ...planned, output: prior['output'] ?? null };
  return {
    planned: finished,
    requiresReplace: prior === null ? [] : replacements(prior, finished),
    privateData,
  };
}

/** Attributes whose change makes `output` unknown. */
const OUTPUT_OF = [
  'body',
  'sensitive_body_version',
  'identity',
  'tags',
  'type',
  'response_export_values',
];

function plannedName(
  { configuration }: AzapiContext,
  config: ObjectValue,
  base: ObjectValue,
): ObjectValue {
  const name = config['name'] ?? configuration.defaultName ?? null;
  if (name === null) {
    throw new Refusal(
      'Missing required argument',
      'The argument "name" is required, but no definition was found.',
      ['name'],
    );
  }
  const parent = config['parent_id'] ?? null;
  const isGroup = sameId(
    textOrEmpty(config['type']).split('@')[0] ?? '',
    'Microsoft.Resources/resourceGroups',
  );
  return {
    name,
    parent_id:
      parent === null && isGroup
        ? `/subscriptions/${configuration.subscriptionId}`
        : (base['parent_id'] ?? null),
  };
}

/** The prior value of an attribute where the planned one says the same, so that types do not matter. */
function settledValue(planned: ObjectValue, prior: ObjectValue | null, name: string): Value {
  const value = planned[name] ?? null;
  const before = prior?.[name] ?? null;
  return before !== null && sameJson(value, before) ? before : value;
}

/** The id is checked at plan as soon as everything in it is known. */
function checkId(planned: ObjectValue): void {
  const name = textOf(planned['name']);
  const parentId = textOf(planned['parent_id']);
  const type = textOf(planned['type']);
  if (type !== undefined) parseType(type);
  if (name !== undefined && parentId !== undefined && type !== undefined) {
    resourceId(name, parentId, type);
  }
}

function replacements(prior: ObjectValue, planned: ObjectValue): readonly ValuePath[] {
  const byRule = replacedBy('azapi_resource', prior, planned);
  return isReplacedByReference(prior, planned) ? [...byRule, ['body']] : byRule;
}

/** `replace_triggers_refs` names paths of the body whose change needs another resource. */
function isReplacedByReference(prior: ObjectValue, planned: ObjectValue): boolean {
  const paths = toJson(planned['replace_triggers_refs']);
  if (!isJsonList(paths) || !isWhollyKnown(planned['body'])) return false;
  const before = toJson(prior['body']);
  const after = toJson(planned['body']);
  return paths
    .map(String)
    .some((path) => JSON.stringify(queried(before, path)) !== JSON.stringify(queried(after, path)));
}
