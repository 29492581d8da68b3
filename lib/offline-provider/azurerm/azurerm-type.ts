import { parseArmId, sameId } from '../azure/arm-id';
import type { ArmService } from '../azure/arm-service';
import type { RecordedRequest } from '../azure/request-log';
import { Refusal } from '../protocol/diagnostics';
import { textOf, type ObjectValue, type Value } from '../wire/value';

/** What ids and computed values of a resource are made from. */
export interface Making {
  /** Planned attributes; what is computed is still unknown. */
  readonly attributes: ObjectValue;
  /** Subscription of the provider block. */
  readonly subscriptionId: string;
  /** What exists already. */
  readonly service: ArmService;
}

/** The same, once the ids are known. */
export interface Made extends Making {
  /** ARM id of the resource. */
  readonly armId: string;
}

/** Computed attributes by path without indices, such as `soa_record.fqdn`. */
export interface ComputedAttributes {
  readonly [path: string]: (made: Made) => Value;
}

/** How a resource type of azurerm appears in ARM. */
export interface AzurermType {
  /** Key of the resource in the store; a real ARM id wherever the type has one. */
  readonly armId: (making: Making) => string;
  /** ARM type. */
  readonly armType: string;
  /** Id that Terraform sees, where it is not the ARM id. */
  readonly terraformId?: (made: Made) => string;
  /** Computed attributes that have better values than their names tell. */
  readonly computed?: ComputedAttributes;
  /** What the provider refuses at plan, besides its schema and behaviour table. */
  readonly planRule?: (planned: ObjectValue) => string | undefined;
  /** What the provider refuses when it is about to create. */
  readonly createRule?: (making: Making) => string | undefined;
  /** Query parameters of the deletion. */
  readonly deleteQuery?: RecordedRequest['query'];
  /** Attributes that come back other than they were sent. */
  readonly readBack?: (made: Made) => ObjectValue;
  /** Attributes that the provider never reads, so that an import leaves them null. */
  readonly neverRead?: readonly string[];
}

/** Types by their Terraform name. */
export interface AzurermTypes {
  readonly [type: string]: AzurermType;
}

/** An attribute that an id needs. */
export function needed({ attributes }: Making, name: string): string {
  const value = textOf(attributes[name]);
  if (value === undefined) throw new Refusal(`An id needs the attribute ${name}`);
  return value;
}

/** An attribute that may be absent; empty counts as absent. */
export function optional({ attributes }: Making, name: string): string | undefined {
  const value = textOf(attributes[name]);
  return value === '' ? undefined : value;
}

/** ARM id of an existing resource of a type by its name, for types that name what they belong to. */
export function findId({ service }: Making, armType: string, name: string): string | undefined {
  return service.store
    .list()
    .find(({ id, type }) => sameId(type, armType) && sameId(parseArmId(id)?.name ?? '', name))?.id;
}

/** Id of the resource group that a resource names. */
export function groupId(making: Making, attribute = 'resource_group_name'): string {
  return `/subscriptions/${making.subscriptionId}/resourceGroups/${needed(making, attribute)}`;
}

/** A resource that stands in a resource group by name. */
export function inGroup(armType: string, computed?: ComputedAttributes): AzurermType {
  return {
    armType,
    armId: (making) => `${groupId(making)}/providers/${armType}/${needed(making, 'name')}`,
    ...(computed === undefined ? {} : { computed }),
  };
}

/** A resource below another one, whose id an attribute holds. */
export function below(
  parentAttribute: string,
  armType: string,
  segment = armType.slice(armType.lastIndexOf('/') + 1),
): AzurermType {
  return {
    armType,
    armId: (making) => `${needed(making, parentAttribute)}/${segment}/${needed(making, 'name')}`,
  };
}

/** A resource below another one that is named by an attribute, in the same resource group. */
export function belowNamed(
  parentType: string,
  parentAttribute: string,
  segment: string,
): AzurermType {
  return {
    armType: `${parentType}/${segment}`,
    armId: (making) =>
      `${groupId(making)}/providers/${parentType}/${needed(making, parentAttribute)}/${segment}/${needed(making, 'name')}`,
  };
}

/** A resource that extends another one of any type. */
export function extending(
  scopeAttribute: string,
  armType: string,
  name: (making: Making) => string = (making) => needed(making, 'name'),
): AzurermType {
  return {
    armType,
    armId: (making) => `${needed(making, scopeAttribute)}/providers/${armType}/${name(making)}`,
  };
}

/** Settings of another resource that azurerm shows as a resource with the other one's id. */
export function settingsOf(
  targetAttribute: string,
  armType: string,
  computed?: ComputedAttributes,
): AzurermType {
  return {
    armType,
    armId: (making) =>
      `${needed(making, targetAttribute)}/${armType.slice(armType.lastIndexOf('/') + 1)}/default`,
    terraformId: (made) => needed(made, targetAttribute),
    ...(computed === undefined ? {} : { computed }),
  };
}
