import type { Construct } from 'constructs';
import { escapeTemplates } from '../core/terraform-text';
import { AzapiElement, bodyAttributes } from './azapi-element';
import { checked, REFERENCE_SHAPE } from './azapi-shapes';
import type { ArmObject, AzapiBodyConfig, QueryParameters } from './azapi-types';

/** Configuration of an {@link AzapiUpdateResource}. */
export interface AzapiUpdateResourceConfig extends AzapiBodyConfig {
  /** ARM id of the resource to update. */
  readonly resourceId: string;
  /** @default - none */
  readonly readQueryParameters?: QueryParameters;
  /** @default - none */
  readonly updateQueryParameters?: QueryParameters;
  /**
   * Values whose change sends the update again, as a replacement that destroys nothing.
   *
   * @default - none
   */
  readonly replaceTriggersExternalValues?: ArmObject;
}

/** `azapi_update_resource`: merges a partial body into an existing resource; destroying it changes nothing in Azure. */
export class AzapiUpdateResource extends AzapiElement {
  /** Type of the resource in Terraform. */
  public static readonly tfResourceType = 'azapi_update_resource';

  public constructor(scope: Construct, id: string, config: AzapiUpdateResourceConfig) {
    super(scope, id, AzapiUpdateResource.tfResourceType, checked(scope, config, REFERENCE_SHAPE), [
      ...bodyAttributes(config),
      ['resource_id', 'string', config.resourceId],
      ['read_query_parameters', 'any', escapeTemplates(config.readQueryParameters)],
      ['update_query_parameters', 'any', escapeTemplates(config.updateQueryParameters)],
      [
        'replace_triggers_external_values',
        'any',
        escapeTemplates(config.replaceTriggersExternalValues),
      ],
    ]);
  }
}
