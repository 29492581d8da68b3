import { stringToTerraform } from 'cdktf';
import type { Construct } from 'constructs';
import { AzapiElement, bodyAttributes } from './azapi-element';
import type { AzapiBodyConfig, QueryParameters } from './azapi-types';

/** Configuration of an {@link AzapiUpdateResource}. */
export interface AzapiUpdateResourceConfig extends AzapiBodyConfig {
  /** ARM id of the resource to update. */
  readonly resourceId: string;
  /** @default - none */
  readonly readQueryParameters?: QueryParameters;
  /** @default - none */
  readonly updateQueryParameters?: QueryParameters;
}

/** `azapi_update_resource`: merges a partial body into an existing resource; destroying it changes nothing in Azure. */
export class AzapiUpdateResource extends AzapiElement {
  /** Type of the resource in Terraform. */
  public static readonly tfResourceType = 'azapi_update_resource';

  public constructor(scope: Construct, id: string, config: AzapiUpdateResourceConfig) {
    super(
      scope,
      id,
      AzapiUpdateResource.tfResourceType,
      config,
      new Map([
        ...bodyAttributes(config),
        ['resource_id', ['string', stringToTerraform(config.resourceId)]],
        ['read_query_parameters', ['map', config.readQueryParameters]],
        ['update_query_parameters', ['map', config.updateQueryParameters]],
      ]),
    );
  }
}
