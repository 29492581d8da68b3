import {
  type IResolvable,
  listMapper,
  stringToTerraform,
  TerraformResource,
  type TerraformMetaArguments,
  Token,
} from 'cdktf';
import type { Construct } from 'constructs';
import { escapeTemplates } from '../core/terraform-text';
import { AZAPI_PROVIDER_METADATA } from './azapi-provider';
import type { ArmObject, AzapiBodyConfig, AzapiIdentity, AzapiRetry } from './azapi-types';

/** One attribute as HCL metadata describes it, beside its value. */
interface HclAttribute {
  readonly value: unknown;
  readonly isBlock: boolean;
  readonly type: string;
  readonly storageClassType: string;
}

type StorageClass = 'string' | 'boolean' | 'list' | 'map' | 'any' | 'struct';

/** Base of the azapi resources: attributes once, for JSON and for HCL metadata. */
export abstract class AzapiElement extends TerraformResource {
  private readonly attributes: ReadonlyMap<string, readonly [StorageClass, unknown]>;

  protected constructor(
    scope: Construct,
    id: string,
    terraformType: string,
    config: TerraformMetaArguments,
    attributes: ReadonlyMap<string, readonly [StorageClass, unknown]>,
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
    const json: { [name: string]: unknown } = {};
    for (const [name, [, value]] of this.attributes) if (value !== undefined) json[name] = value;
    return json;
  }

  protected override synthesizeHclAttributes(): { [name: string]: HclAttribute } {
    const hcl: { [name: string]: HclAttribute } = {};
    for (const [name, [storage, value]] of this.attributes) {
      if (value === undefined) continue;
      hcl[name] = {
        value,
        isBlock: storage === 'struct',
        type: storage === 'struct' ? 'list' : storage,
        storageClassType: storage,
      };
    }
    return hcl;
  }
}

/** The attributes that every azapi resource with a body has. */
export function bodyAttributes(
  config: AzapiBodyConfig,
): readonly (readonly [string, readonly [StorageClass, unknown]])[] {
  return [
    ['type', ['string', stringToTerraform(config.type)]],
    ['body', ['any', escapedBody(config.body)]],
    ['sensitive_body', ['any', escapedBody(config.sensitiveBody)]],
    ['sensitive_body_version', ['map', config.sensitiveBodyVersion]],
    ['response_export_values', ['map', config.responseExportValues]],
    ['retry', ['map', retryAttribute(config.retry)]],
    ['timeouts', ['map', config.timeouts]],
    ['locks', ['list', strings(config.locks)]],
  ];
}

/** The `identity` block. */
export function identityBlock(
  identity: AzapiIdentity | undefined,
): readonly ArmObject[] | undefined {
  if (identity === undefined) return undefined;
  const { type, identityIds } = identity;
  return [{ type, ...(identityIds === undefined ? {} : { identity_ids: strings(identityIds) }) }];
}

/** A list of strings for Terraform; a whole-list token stays one. */
export function strings(values: readonly string[] | undefined): unknown {
  return values === undefined ? undefined : listMapper(stringToTerraform, false)([...values]);
}

function escapedBody(body: ArmObject | IResolvable | undefined): unknown {
  return Token.isUnresolved(body) ? body : escapeTemplates(body);
}

function retryAttribute(retry: AzapiRetry | undefined): ArmObject | undefined {
  if (retry === undefined) return undefined;
  return {
    error_message_regex: strings(escapeTemplates(retry.errorMessageRegex)),
    interval_seconds: retry.intervalSeconds,
    max_interval_seconds: retry.maxIntervalSeconds,
  };
}
