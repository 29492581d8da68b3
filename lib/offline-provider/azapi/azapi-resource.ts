import { sameId } from '../azure/arm-id';
import { merged } from '../azure/json-merge';
import { Refusal, errorDiagnostic } from '../protocol/diagnostics';
import type { DiagnosticMessage } from '../protocol/messages';
import type { ApplyInput, StateOutput } from '../provider';
import { sameJson } from '../wire/canonical-json';
import { isJsonObject, textMembers, toJson, type JsonObject } from '../wire/json';
import {
  isList,
  isUnknown,
  textOf,
  textOrEmpty,
  type ObjectValue,
  type Value,
} from '../wire/value';
import { validateArguments } from './argument-rules';
import type { AzapiContext, AzapiKind } from './azapi-kind';
import { identityBlock, principalOf } from './identity-block';
import { planResource } from './plan-resource';
import { importResource, outputOf, readResource } from './read-resource';
import { requestBody } from './request-body';
import { queryOf } from './request-query';
import { parseType, resourceId } from './resource-type';
import { sensitiveFingerprint, sensitivePart } from './sensitive-body';

/** Arguments whose change alone sends no request. */
const NOT_SENT = new Set([
  'retry',
  'timeouts',
  'create_headers',
  'create_query_parameters',
  'delete_headers',
  'delete_query_parameters',
  'read_headers',
  'read_query_parameters',
]);

/** `azapi_resource`: any ARM resource, always written whole. */
export const AZAPI_RESOURCE: AzapiKind = {
  validate,
  plan: planResource,
  apply,
  read: readResource,
  importState: importResource,
};

function validate(config: ObjectValue): readonly DiagnosticMessage[] {
  return [
    ...validateArguments(config),
    ...missingParent(config),
    ...['body', 'sensitive_body'].flatMap((argument) => duplicates(config, argument)),
  ];
}

/** Only a resource group finds its parent by itself: the subscription. */
function missingParent(config: ObjectValue): readonly DiagnosticMessage[] {
  const type = textOf(config['type']);
  if (type === undefined || (config['parent_id'] ?? null) !== null) return [];
  const [armType = ''] = type.split('@');
  if (sameId(armType, 'Microsoft.Resources/resourceGroups')) return [];
  return [
    errorDiagnostic(
      'Missing required argument',
      'The argument "parent_id" is required, but no definition was found.',
    ),
  ];
}

/** What has an argument of its own may not stand in the body as well. */
function duplicates(config: ObjectValue, argument: string): readonly DiagnosticMessage[] {
  const body = toJson(config[argument]);
  if (!isJsonObject(body)) return [];
  return ['tags', 'location', 'identity']
    .filter((name) => isGiven(config[name] ?? null) && (body[name] ?? null) !== null)
    .map((name) =>
      errorDiagnostic(
        'Invalid configuration',
        `can't specify both the argument "${name}" and "${name}" in the argument "${argument}"`,
      ),
    );
}

function isGiven(value: Value): boolean {
  return value !== null && !isUnknown(value) && !(isList(value) && value.length === 0);
}

function apply(context: AzapiContext, input: ApplyInput): StateOutput {
  const { prior, planned, config, privateData } = input;
  if (planned === null || config === null) {
    if (prior !== null) destroy(context, prior);
    return { state: null, privateData };
  }
  if (prior !== null && isRequestNeedless(prior, planned)) return { state: planned, privateData };
  return {
    state: write(context, prior, planned, config),
    privateData: sensitiveFingerprint(config),
  };
}

function write(
  context: AzapiContext,
  prior: ObjectValue | null,
  planned: ObjectValue,
  config: ObjectValue,
): ObjectValue {
  const { service } = context;
  const type = textOrEmpty(planned['type']);
  const id =
    textOf(prior?.['id']) ??
    resourceId(textOrEmpty(planned['name']), textOrEmpty(planned['parent_id']), type);
  if (prior === null && service.exists(id)) {
    throw new Refusal(
      'Resource already exists',
      `A resource with the ID "${id}" already exists - to be managed via Terraform this resource needs to be imported into the State. Please see the resource documentation for "azapi_resource" for more information.`,
    );
  }
  const body = requestBody(planned, prior);
  service.put({
    id,
    type: parseType(type).armType,
    body,
    sent: merged(body, sensitivePart(config, prior)),
    terraformType: 'azapi_resource',
    query: queryOf(planned, prior === null ? 'create_query_parameters' : 'update_query_parameters'),
  });
  return settled(context, { ...planned, id });
}

/** The planned state with what the service computed. */
function settled(context: AzapiContext, state: ObjectValue): ObjectValue {
  const response = context.service.get(textOrEmpty(state['id'])) ?? {};
  const { location } = response;
  const identity = identityBlock(state);
  const read: ObjectValue = {
    location: typeof location === 'string' ? location : null,
    tags: tagsOf(response),
  };
  const late = Object.entries(read).filter(([name]) => isUnknown(state[name]));
  return {
    ...state,
    ...Object.fromEntries(late),
    output: outputOf(context, state, response),
    ...(identity === undefined
      ? {}
      : { identity: [{ ...identity, ...principalOf(response['identity']) }] }),
  };
}

function tagsOf({ tags }: JsonObject): Value {
  return isJsonObject(tags) ? textMembers(tags) : null;
}

function isRequestNeedless(prior: ObjectValue, planned: ObjectValue): boolean {
  return Object.keys(planned).every(
    (name) => NOT_SENT.has(name) || sameJson(prior[name], planned[name]),
  );
}

function destroy({ service }: AzapiContext, prior: ObjectValue): void {
  service.delete(textOrEmpty(prior['id']), {
    terraformType: 'azapi_resource',
    query: queryOf(prior, 'delete_query_parameters'),
  });
}
