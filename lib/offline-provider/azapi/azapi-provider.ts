import type { ArmService } from '../azure/arm-service';
import type { Provider } from '../provider';
import type { ProviderSchema } from '../schema/provider-schema';
import { AzapiInstance } from './azapi-instance';

/** What the azapi provider is made of. */
export interface AzapiOptions {
  readonly service: ArmService;
  readonly schema: ProviderSchema;
}

/** azapi, with the real schemas and the stand-in service behind them. */
export function azapiProvider(options: AzapiOptions): Provider {
  return {
    address: 'registry.terraform.io/azure/azapi',
    legacyTypeSystem: false,
    schema: options.schema,
    instance: () => new AzapiInstance(options),
  };
}
