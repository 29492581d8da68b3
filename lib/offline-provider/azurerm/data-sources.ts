import { nameOf } from '../azure/arm-id';
import type { ArmService } from '../azure/arm-service';
import { CLIENT_ID, guidFor, OBJECT_ID, TENANT_ID } from '../azure/fabricate';
import type { AzurermState, StoredResource } from '../azure/resource-store';
import { Refusal } from '../protocol/diagnostics';
import { zeroValue } from '../schema/computed';
import { attributeType, type BlockSchema } from '../schema/provider-schema';
import {
  isList,
  isObject,
  isUnknown,
  textOf,
  textOrEmpty,
  type ObjectValue,
  type Value,
} from '../wire/value';
import { elementType, objectTypes, type WireType } from '../wire/wire-type';
import { findId, needed, optional, type AzurermType, type Made, type Making } from './azurerm-type';
import { builtInRoleId, builtInRoleName } from './built-in-roles';
import type { AzurermConfiguration } from './configuration';
import { attributesFromBody } from './refresh';
import { azurermType } from './types/all-types';

/** A data source to be read. */
export interface DataSourceRequest {
  readonly type: string;
  readonly config: ObjectValue;
  readonly block: BlockSchema;
  readonly service: ArmService;
  readonly configuration: AzurermConfiguration;
}

/** Where resources are that only a data source names. */
const ELSEWHERE = 'westeurope';

/** Data sources that are about no resource of the same name. */
const SPECIAL: { readonly [type: string]: (request: DataSourceRequest) => ObjectValue } = {
  azurerm_client_config: ({ configuration: { subscriptionId } }) => ({
    id: Buffer.from(
      `clientConfigs/clientId=${CLIENT_ID};subscriptionId=${subscriptionId}`,
    ).toString('base64'),
    client_id: CLIENT_ID,
    object_id: OBJECT_ID,
    tenant_id: TENANT_ID,
    subscription_id: subscriptionId,
  }),
  azurerm_subscription: ({ config, configuration }) => {
    const subscriptionId = textOf(config['subscription_id']) ?? configuration.subscriptionId;
    return {
      id: `/subscriptions/${subscriptionId}`,
      subscription_id: subscriptionId,
      display_name: 'Offline subscription',
      tenant_id: TENANT_ID,
      state: 'Enabled',
      quota_id: 'Offline_2024-01-01',
      spending_limit: 'Off',
      location_placement_id: 'Public_2014-09-01',
    };
  },
  azurerm_managed_api: ({ config, configuration }) => ({
    id: `/subscriptions/${configuration.subscriptionId}/providers/Microsoft.Web/locations/${textOrEmpty(config['location'])}/managedApis/${textOrEmpty(config['name'])}`,
  }),
  azurerm_role_definition: roleDefinition,
};

/** The state of a data source of azurerm. */
export function readDataSource(request: DataSourceRequest): ObjectValue {
  const found = SPECIAL[request.type]?.(request) ?? resourceAttributes(request);
  const attributes = Object.entries(request.block.attributes ?? {}).map(([name, attribute]) => {
    const given = request.config[name] ?? null;
    const value = given ?? found[name] ?? null;
    const fallback = attribute.computed === true ? zeroValue(attribute) : null;
    return [name, value === null ? fallback : projected(value, attributeType(attribute))] as const;
  });
  return { ...request.config, ...Object.fromEntries(attributes) };
}

/** What a resource's own type knows of it: as stored, or as it would be if it exists from before. */
function resourceAttributes({
  type,
  config,
  block,
  service,
  configuration,
}: DataSourceRequest): ObjectValue {
  const definition = azurermType(type);
  const making = { attributes: config, subscriptionId: configuration.subscriptionId, service };
  const armId = targetId(definition, making, block);
  const stored = service.store.get(armId);
  if (stored === undefined && service.store.isKnownAbsent(armId)) {
    throw new Refusal(`${type} "${nameOf(armId)}" was not found`, `${armId} does not exist`);
  }
  const made: Made = { ...making, armId, attributes: { location: ELSEWHERE, ...present(config) } };
  const known = stored === undefined ? made.attributes : storedAttributes(stored);
  return {
    ...computedAttributes(definition, { ...made, attributes: { ...made.attributes, ...known } }),
    ...known,
    id: definition.terraformId?.(made) ?? armId,
  };
}

/** Where a data source may leave out the resource group, the name has to do. */
function targetId(definition: AzurermType, making: Making, block: BlockSchema): string {
  const isGroupMissing =
    block.attributes?.['resource_group_name'] !== undefined &&
    optional(making, 'resource_group_name') === undefined;
  if (!isGroupMissing) return definition.armId(making);
  const name = needed(making, 'name');
  const id = findId(making, definition.armType, name);
  if (id === undefined) throw new Refusal(`${definition.armType} "${name}" was not found`);
  return id;
}

function storedAttributes(stored: StoredResource): ObjectValue {
  return stored.azurerm?.attributes ?? attributesFromBody(stored);
}

function computedAttributes({ computed = {} }: AzurermType, made: Made): ObjectValue {
  return Object.fromEntries(
    Object.entries(computed)
      .filter(([path]) => !path.includes('.'))
      .map(([name, compute]) => [name, compute(made)]),
  );
}

function present(config: ObjectValue): ObjectValue {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== null));
}

function roleDefinition({ config, service, configuration }: DataSourceRequest): ObjectValue {
  const name = textOf(config['name']);
  const id = textOf(config['role_definition_id']);
  const own = service.store.list().find(({ azurerm }) => isRole(azurerm, name, id));
  if (own?.azurerm !== undefined) return { ...own.azurerm.attributes, id: own.id };
  const guid = id ?? (name === undefined ? undefined : roleGuid(name));
  if (guid === undefined) {
    throw new Refusal('one of `name,role_definition_id` must be specified');
  }
  const isScoped = (config['scope'] ?? null) !== null;
  const prefix = isScoped ? `/subscriptions/${configuration.subscriptionId}` : '';
  return {
    id: `${prefix}/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
    role_definition_id: guid,
    name: name ?? builtInRoleName(guid) ?? 'Custom Role',
    type: 'BuiltInRole',
    assignable_scopes: ['/'],
  };
}

function isRole(
  azurerm: AzurermState | undefined,
  name: string | undefined,
  id: string | undefined,
): boolean {
  if (azurerm?.type !== 'azurerm_role_definition') return false;
  const { attributes } = azurerm;
  return attributes['name'] === name || attributes['role_definition_id'] === id;
}

function roleGuid(name: string): string {
  return builtInRoleId(name) ?? guidFor(name);
}

/** A value in the type that the data source gives it, which may have other members. */
function projected(value: Value, type: WireType): Value {
  if (value === null || isUnknown(value)) return null;
  const element = elementType(type);
  if (isList(value)) {
    return element === undefined ? value : value.map((item) => projected(item, element));
  }
  const members = objectTypes(type);
  if (!isObject(value) || members === undefined) return value;
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [name, projected(value[name] ?? null, member)]),
  );
}
