import { TerraformDataSource } from 'cdktf';
import type { Construct } from 'constructs';
import { requireOneEngine } from '../core/engine/one-engine';
import { AZAPI_PROVIDER_METADATA } from './azapi-provider';
import { type Attribute, type HclAttributes, hclOf, jsonOf } from './azapi-attribute';
import type { StringMap } from './azapi-types';

/** Configuration of an {@link AzapiDataResource}. */
export interface AzapiDataResourceConfig {
  /** Resource type and api-version. */
  readonly type: string;
  /** ARM id of what is read. */
  readonly resourceId: string;
  /** What of the response is kept, by name: paths such as `properties.x`. */
  readonly responseExportValues: StringMap;
}

/** `data.azapi_resource`: an existing ARM resource, read as soon as its id is known. */
export class AzapiDataResource extends TerraformDataSource {
  private readonly attributes: readonly Attribute[];

  /** @throws ValidationError EngineMixed */
  public constructor(scope: Construct, id: string, config: AzapiDataResourceConfig) {
    super(scope, id, {
      terraformResourceType: 'azapi_resource',
      terraformGeneratorMetadata: AZAPI_PROVIDER_METADATA,
    });
    requireOneEngine(this);
    this.attributes = [
      ['type', 'string', config.type],
      ['resource_id', 'string', config.resourceId],
      ['response_export_values', 'any', config.responseExportValues],
    ];
  }

  /**
   * One value of the response.
   *
   * @param name a name of `responseExportValues`
   */
  public exported(name: string): string {
    return this.getStringAttribute(`output.${name}`);
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return jsonOf(this.attributes);
  }

  protected override synthesizeHclAttributes(): HclAttributes {
    return hclOf(this.attributes);
  }
}
