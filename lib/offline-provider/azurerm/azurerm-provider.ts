import type { ArmService } from '../azure/arm-service';
import type { BehaviourTable } from '../behaviour/behaviour-table';
import type { Provider } from '../provider';
import type { ProviderSchema } from '../schema/provider-schema';
import { AzurermInstance } from './azurerm-instance';

/** What the azurerm provider is made of. */
export interface AzurermOptions {
  readonly service: ArmService;
  readonly schema: ProviderSchema;
  readonly behaviour: BehaviourTable;
  /** Subscription of provider blocks that name none; they are refused without it. */
  readonly subscriptionId?: string;
}

/** azurerm, with the real schemas and the stand-in service behind them. */
export function azurermProvider(options: AzurermOptions): Provider {
  return {
    address: 'registry.terraform.io/hashicorp/azurerm',
    legacyTypeSystem: true,
    schema: options.schema,
    instance: () => new AzurermInstance(options),
  };
}
