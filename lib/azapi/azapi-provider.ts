import { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';

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

  public constructor(
    scope: Construct,
    id: string,
    private readonly config: AzapiProviderConfig = {},
  ) {
    super(scope, id, {
      terraformResourceType: AzapiProvider.tfResourceType,
      terraformGeneratorMetadata: AZAPI_PROVIDER_METADATA,
      terraformProviderSource: 'Azure/azapi',
    });
    this.alias = config.alias;
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return {
      subscription_id: this.config.subscriptionId,
      tenant_id: this.config.tenantId,
      environment: this.config.environment,
      skip_provider_registration: this.config.skipProviderRegistration,
      alias: this.alias,
    };
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    const hcl: { [name: string]: unknown } = {};
    for (const [name, value] of Object.entries(this.synthesizeAttributes())) {
      if (value !== undefined) {
        hcl[name] = { value, isBlock: false, type: 'simple', storageClassType: 'string' };
      }
    }
    return hcl;
  }
}
