import type { IResolvable } from 'cdktf';
import type { Construct } from 'constructs';
import { escapeTemplates } from '../core/terraform-text';
import { AzapiElement, bodyAttributes, identityBlock } from './azapi-element';
import { checked, RESOURCE_SHAPE } from './azapi-shapes';
import type { AzapiBodyConfig, AzapiIdentity, QueryParameters, StringMap } from './azapi-types';

/** Configuration of an {@link AzapiResource}. */
export interface AzapiResourceConfig extends AzapiBodyConfig {
  /** Name of the resource; changing it replaces the resource. */
  readonly name: string;
  /** ARM id of the parent; changing it replaces the resource. */
  readonly parentId: string;
  /**
   * Region; changing it replaces the resource.
   *
   * @default - none, for types without one
   */
  readonly location?: string;
  /** @default - none */
  readonly identity?: AzapiIdentity;
  /** @default - none */
  readonly tags?: StringMap;
  /**
   * Whether azapi checks the body against the ARM type at plan time.
   *
   * @default - true, chosen by azapi
   */
  readonly schemaValidationEnabled?: boolean | IResolvable;
  /** @default - none */
  readonly createQueryParameters?: QueryParameters;
  /** @default - none */
  readonly readQueryParameters?: QueryParameters;
  /** @default - none */
  readonly updateQueryParameters?: QueryParameters;
  /** @default - none */
  readonly deleteQueryParameters?: QueryParameters;
  /**
   * Properties of this resource, as paths such as `body.properties.x`, whose change replaces it.
   *
   * @default - none
   */
  readonly replaceTriggersRefs?: string[];
}

/** `azapi_resource`: one ARM resource with its whole body; an update is a full PUT. */
export class AzapiResource extends AzapiElement {
  /** Type of the resource in Terraform. */
  public static readonly tfResourceType = 'azapi_resource';

  /** Resource type and api-version. */
  public readonly armType: string;

  public constructor(scope: Construct, id: string, config: AzapiResourceConfig) {
    super(scope, id, AzapiResource.tfResourceType, checked(scope, config, RESOURCE_SHAPE), [
      ...bodyAttributes(config),
      ['name', 'string', config.name],
      ['parent_id', 'string', config.parentId],
      ['location', 'string', config.location],
      ['identity', 'blockList', identityBlock(config.identity)],
      ['tags', 'stringMap', escapeTemplates(config.tags)],
      ['schema_validation_enabled', 'boolean', config.schemaValidationEnabled],
      ['create_query_parameters', 'any', escapeTemplates(config.createQueryParameters)],
      ['read_query_parameters', 'any', escapeTemplates(config.readQueryParameters)],
      ['update_query_parameters', 'any', escapeTemplates(config.updateQueryParameters)],
      ['delete_query_parameters', 'any', escapeTemplates(config.deleteQueryParameters)],
      ['replace_triggers_refs', 'stringList', config.replaceTriggersRefs],
    ]);
    this.armType = config.type;
  }

  /** Object id of the system-assigned identity. */
  public get principalId(): string {
    return this.getStringAttribute('identity[0].principal_id');
  }

  /** The name, as a reference. */
  public get name(): string {
    return this.getStringAttribute('name');
  }
}
