import { ResourceGroup as ResourceGroupL1 } from '@cdktf/provider-azurerm/lib/resource-group';
import { Construct, type IConstruct } from 'constructs';
import type { StringMap } from '../azapi/azapi-types';
import { nameOf, subscriptionOf } from '../core/arm-id-parts';
import { declareName } from '../core/declared-name';
import { escapeTemplates } from '../core/terraform-text';
import { validateProps, withDefaults } from '../core/validation';
import { settingsOf, tagsOf } from '../platform/settings';
import {
  RESOURCE_GROUP_ATTRIBUTES_RULES,
  RESOURCE_GROUP_ATTRIBUTES_SHAPE,
  RESOURCE_GROUP_RULES,
  RESOURCE_GROUP_SHAPE,
} from './private/resource-group-rules';

/** A resource group, declared here or existing. */
export interface IResourceGroup extends IConstruct {
  /** ARM id. */
  readonly resourceGroupId: string;
  /** Name. */
  readonly resourceGroupName: string;
  /** Region that resources in it take unless told otherwise. */
  readonly location: string;
  /** Subscription, a GUID. */
  readonly subscriptionId: string;
}

/** Properties of a {@link ResourceGroup}. */
export interface ResourceGroupProps {
  /**
   * 1 to 90 characters, inclusive: letters, digits, `_`, `-`, `.`, `(`, `)`; not ending in a full stop.
   * Changing it replaces the group and all that is in it.
   *
   * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
   */
  readonly name: string;
  /**
   * Region, such as `westeurope`. Changing it replaces the group and all that is in it.
   *
   * @default - the location of the stack
   */
  readonly location?: string;
  /**
   * Tags beside those of the stack.
   *
   * @default - the tags of the stack
   */
  readonly tags?: StringMap;
}

/** What is known of an existing resource group. */
export interface ResourceGroupAttributes {
  /** ARM id, `/subscriptions/<guid>/resourceGroups/<name>`. */
  readonly resourceGroupId: string;
  /**
   * Region that resources in it take unless told otherwise.
   *
   * @default - the location of the stack
   */
  readonly location?: string;
}

/** A resource group: `azurerm_resource_group`, `Microsoft.Resources/resourceGroups`. */
export class ResourceGroup extends Construct implements IResourceGroup {
  /**
   * An existing resource group.
   *
   * @throws ValidationError ResourceGroupIdInvalid, PropertyMissing when there is no location
   */
  public static fromResourceGroupAttributes(
    scope: Construct,
    id: string,
    attributes: ResourceGroupAttributes,
  ): IResourceGroup {
    return new ImportedResourceGroup(scope, id, attributes);
  }

  public readonly location: string;
  private readonly resource: ResourceGroupL1;

  /** @throws ValidationError ResourceGroupNameInvalid, PropertyMissing when there is no location */
  public constructor(scope: Construct, id: string, props: ResourceGroupProps) {
    super(scope, id);
    const resolved = withDefaults(props, { location: settingsOf(this).location, tags: {} });
    validateProps(this, resolved, RESOURCE_GROUP_SHAPE, RESOURCE_GROUP_RULES);

    this.resource = new ResourceGroupL1(this, 'Resource', {
      name: resolved.name,
      location: resolved.location,
      tags: escapeTemplates(tagsOf(this, resolved.tags)),
    });
    declareName(this, resolved.name);
    this.location = resolved.location;
  }

  public get resourceGroupId(): string {
    return this.resource.id;
  }

  public get resourceGroupName(): string {
    return this.resource.name;
  }

  public get subscriptionId(): string {
    return settingsOf(this).subscriptionId ?? subscriptionOf(this.resource.id);
  }
}

class ImportedResourceGroup extends Construct implements IResourceGroup {
  public readonly resourceGroupId: string;
  public readonly resourceGroupName: string;
  public readonly location: string;
  public readonly subscriptionId: string;

  public constructor(scope: Construct, id: string, attributes: ResourceGroupAttributes) {
    super(scope, id);
    const resolved = withDefaults(attributes, { location: settingsOf(this).location });
    validateProps(this, resolved, RESOURCE_GROUP_ATTRIBUTES_SHAPE, RESOURCE_GROUP_ATTRIBUTES_RULES);

    this.resourceGroupId = resolved.resourceGroupId;
    this.resourceGroupName = nameOf(resolved.resourceGroupId);
    this.subscriptionId = subscriptionOf(resolved.resourceGroupId);
    this.location = resolved.location;
  }
}
