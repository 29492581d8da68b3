import { TerraformResource, type TerraformMetaArguments } from 'cdktf';
import type { Construct } from 'constructs';
import { requireOneEngine } from '../core/engine/one-engine';
import { escapeTemplates } from '../core/terraform-text';
import { AZAPI_PROVIDER_METADATA } from './azapi-provider';
import { type Attribute, hclOf, jsonOf } from './azapi-attribute';
import type { ArmObject, AzapiBodyConfig, AzapiIdentity, AzapiRetry } from './azapi-types';

/**
 * Base of the azapi resources: attributes once, for JSON and for HCL metadata.
 *
 * @jsii ignore
 */
export abstract class AzapiElement extends TerraformResource {
  private readonly attributes: readonly Attribute[];

  protected constructor(
    scope: Construct,
    id: string,
    terraformType: string,
    config: TerraformMetaArguments,
    attributes: readonly Attribute[],
  ) {
    super(scope, id, {
      terraformResourceType: terraformType,
      terraformGeneratorMetadata: AZAPI_PROVIDER_METADATA,
      provider: config.provider,
      dependsOn: config.dependsOn,
      count: config.count,
      lifecycle: config.lifecycle,
      provisioners: config.provisioners,
      connection: config.connection,
      forEach: config.forEach,
    });
    requireOneEngine(this);
    this.attributes = attributes;
  }

  /** The ARM id, known after apply unless imported. */
  public get id(): string {
    return this.getStringAttribute('id');
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

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclOf(this.attributes);
  }
}

/** The attributes that every azapi resource with a body has. */
export function bodyAttributes(config: AzapiBodyConfig): readonly Attribute[] {
  return [
    ['type', 'string', config.type],
    ['body', 'any', escapeTemplates(config.body)],
    ['sensitive_body', 'any', escapeTemplates(config.sensitiveBody)],
    ['sensitive_body_version', 'stringMap', escapeTemplates(config.sensitiveBodyVersion)],
    ['response_export_values', 'any', escapeTemplates(config.responseExportValues)],
    ['retry', 'any', retryAttribute(config.retry)],
    ['timeouts', 'block', config.timeouts],
    ['locks', 'stringList', config.locks],
  ];
}

/** The `identity` block. */
export function identityBlock(
  identity: AzapiIdentity | undefined,
): readonly ArmObject[] | undefined {
  if (identity === undefined) return undefined;
  const { type, identityIds } = identity;
  return [{ type, ...(identityIds === undefined ? {} : { identity_ids: identityIds }) }];
}

function retryAttribute(retry: AzapiRetry | undefined): ArmObject | undefined {
  if (retry === undefined) return undefined;
  return {
    error_message_regex: escapeTemplates(retry.errorMessageRegex),
    interval_seconds: retry.intervalSeconds,
    max_interval_seconds: retry.maxIntervalSeconds,
  };
}
