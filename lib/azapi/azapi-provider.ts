import { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import { requireOneEngine } from '../core/engine/one-engine';
import { type Attribute, hclOf, jsonOf } from './azapi-attribute';

/** The azapi versions that the bodies of this library were checked against. */
export const AZAPI_VERSION = '~> 2.12';

/** What cdktf needs to know of the provider to find it in a stack. */
export const AZAPI_PROVIDER_METADATA = {
  providerName: 'azapi',
  providerVersion: '2.12.0',
  providerVersionConstraint: AZAPI_VERSION,
} as const;

/** Configuration of the azapi provider. */
export interface AzapiProviderConfig {
  /** @default - from the environment, as the provider reads it */
  readonly subscriptionId?: string;
  /** @default - from the environment, as the provider reads it */
  readonly tenantId?: string;
  /**
   * `public`, `usgovernment` or `china`.
   *
   * @default - `public`, chosen by the provider
   */
  readonly environment?: string;
  /**
   * Whether the provider leaves the registration of resource providers to somebody else.
   *
   * @default false, chosen by the provider
   */
  readonly skipProviderRegistration?: boolean;
  /** @default - none */
  readonly alias?: string;
}

/** The provider `Azure/azapi` ({@link https://registry.terraform.io/providers/Azure/azapi/2.12.0/docs}). */
export class AzapiProvider extends TerraformProvider {
  /** Type of the provider in Terraform. */
  public static readonly tfResourceType = 'azapi';

  private readonly attributes: readonly Attribute[];
  private ownAlias: string | undefined;

  /** @throws ValidationError EngineMixed */
  public constructor(scope: Construct, id: string, config: AzapiProviderConfig = {}) {
    super(scope, id, {
      terraformResourceType: AzapiProvider.tfResourceType,
      terraformGeneratorMetadata: AZAPI_PROVIDER_METADATA,
      terraformProviderSource: 'Azure/azapi',
    });
    requireOneEngine(this);
    this.ownAlias = config.alias;
    this.attributes = [
      ['subscription_id', 'string', config.subscriptionId],
      ['tenant_id', 'string', config.tenantId],
      ['environment', 'string', config.environment],
      ['skip_provider_registration', 'boolean', config.skipProviderRegistration],
    ];
  }

  /** Name of this configuration among several of the provider; `undefined` for the default one. */
  public override get alias(): string | undefined {
    return this.ownAlias;
  }

  /** Renames it, until it is synthesized. */
  public override set alias(name: string | undefined) {
    this.ownAlias = name;
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return jsonOf(this.allAttributes);
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclOf(this.allAttributes);
  }

  private get allAttributes(): readonly Attribute[] {
    return [...this.attributes, ['alias', 'string', this.ownAlias]];
  }
}
