import { nameOf, parseArmId, resourceGroupIdOf, sameId, subscriptionIdOf } from '../azure/arm-id';
import type { ArmService } from '../azure/arm-service';
import { CLIENT_ID, guidFor, OBJECT_ID, TENANT_ID } from '../azure/fabricate';
import { computedBody } from '../azure/computed-properties';
import { Refusal } from '../protocol/diagnostics';
import {
  isJsonObject,
  jsonText,
  textMembers,
  toJson,
  type Json,
  type JsonObject,
} from '../wire/json';
import { textOf, textOrEmpty, type ObjectValue, type Value } from '../wire/value';
import type { AzapiConfiguration } from './azapi-kind';
import { outputFor } from './export-values';
import { principalOf } from './identity-block';
import { parseType, resourceId } from './resource-type';

/** What a data source of azapi reads from. */
export interface AzapiDataContext {
  readonly service: ArmService;
  readonly configuration: AzapiConfiguration;
}

type Reader = (config: ObjectValue, context: AzapiDataContext) => ObjectValue;

const READERS: { readonly [type: string]: Reader } = {
  azapi_client_config: clientConfig,
  azapi_resource: existingResource,
  azapi_resource_action: action,
  azapi_resource_id: identifier,
  azapi_resource_list: list,
};

/** The state of a data source of azapi. */
export function readAzapiData(
  type: string,
  config: ObjectValue,
  context: AzapiDataContext,
): ObjectValue {
  const reader = READERS[type];
  if (reader === undefined) {
    throw new Refusal(`The offline provider does not know how to read the data source ${type}`);
  }
  return { ...config, ...reader(config, context) };
}

function clientConfig(_: ObjectValue, { configuration }: AzapiDataContext): ObjectValue {
  const { subscriptionId } = configuration;
  return {
    id: guidFor(`clientConfigs/${subscriptionId}/${CLIENT_ID}`),
    object_id: OBJECT_ID,
    tenant_id: TENANT_ID,
    subscription_id: subscriptionId,
    subscription_resource_id: `/subscriptions/${subscriptionId}`,
  };
}

function existingResource(config: ObjectValue, context: AzapiDataContext): ObjectValue {
  const id = targetOf(config, context);
  const mayBeAbsent = config['ignore_not_found'] === true;
  const response = mayBeAbsent
    ? context.service.get(id)
    : responseOf(context.service, id, textOrEmpty(config['type']));
  if (response === undefined) {
    if (mayBeAbsent) {
      return { id, exists: false, identity: null, location: null, output: null, tags: null };
    }
    throw new Refusal('Failed to retrieve resource', `${id} was not found`);
  }
  const { location, tags, identity } = response;
  return {
    id,
    name: nameOf(id),
    parent_id: parseArmId(id)?.parentId ?? null,
    resource_id: id,
    exists: true,
    location: typeof location === 'string' ? location : null,
    tags: isJsonObject(tags) ? textMembers(tags) : null,
    identity: identityOf(identity),
    output: outputFor(response, config['response_export_values'], response),
  };
}

/** A resource as it is, or one from before that nobody here knows better. */
function responseOf(service: ArmService, id: string, type: string): JsonObject | undefined {
  const response = service.get(id);
  if (response !== undefined || service.store.isKnownAbsent(id)) return response;
  return computedBody(id, parseType(type).armType, {});
}

function identityOf(identity: Json | undefined): Value {
  if (!isJsonObject(identity)) return [];
  const { userAssignedIdentities: ids } = identity;
  return [
    {
      type: jsonText(identity['type']),
      identity_ids: isJsonObject(ids) ? Object.keys(ids) : [],
      ...principalOf(identity),
    },
  ];
}

function action(config: ObjectValue, { service }: AzapiDataContext): ObjectValue {
  const id = textOrEmpty(config['resource_id']);
  const name = textOrEmpty(config['action']);
  const method = textOf(config['method']) ?? 'POST';
  const answer = service.action(
    method === 'GET' ? 'GET' : 'POST',
    id,
    name,
    toJson(config['body']),
    { terraformType: 'data.azapi_resource_action' },
  );
  return {
    id: name === '' ? id : `${id}/${name}`,
    method,
    output: outputFor(answer, config['response_export_values'], {}),
    sensitive_output: outputFor(answer, config['sensitive_response_export_values'], {}),
  };
}

function identifier(config: ObjectValue, context: AzapiDataContext): ObjectValue {
  const id = targetOf(config, context);
  const parsed = parseArmId(id);
  const group = resourceGroupIdOf(id);
  return {
    id,
    resource_id: id,
    name: nameOf(id),
    parent_id: parsed?.parentId ?? null,
    parts: partsOf(id),
    provider_namespace: parsed?.type.split('/')[0] ?? '',
    resource_group_name: group === undefined ? '' : nameOf(group),
    subscription_id: subscriptionIdOf(id) ?? '',
  };
}

/** Names by the segment before each. */
function partsOf(id: string): ObjectValue {
  const segments = id.split('/').slice(1);
  return Object.fromEntries(
    segments.flatMap((segment, index) =>
      index % 2 === 0 ? [[segment, segments[index + 1] ?? '']] : [],
    ),
  );
}

function list(config: ObjectValue, { service }: AzapiDataContext): ObjectValue {
  const parentId = textOrEmpty(config['parent_id']);
  const { armType } = parseType(textOrEmpty(config['type']));
  const value = service.store
    .list()
    .filter(
      ({ id, type }) => sameId(type, armType) && sameId(parseArmId(id)?.parentId ?? '', parentId),
    )
    .map(({ id }) => service.get(id) ?? {});
  return {
    id: parentId,
    output: outputFor({ value }, config['response_export_values'], { value }),
  };
}

function targetOf(config: ObjectValue, { configuration }: AzapiDataContext): string {
  const id = textOf(config['resource_id']);
  if (id !== undefined) return id;
  return resourceId(
    textOrEmpty(config['name']),
    textOf(config['parent_id']) ?? `/subscriptions/${configuration.subscriptionId}`,
    textOrEmpty(config['type']),
  );
}
