import type { ArmService } from '../azure/arm-service';
import type { BlockSchema } from '../schema/provider-schema';
import { zeroValue } from '../schema/computed';
import type { ObjectValue } from '../wire/value';
import type { AzurermConfiguration } from './configuration';
import { CLIENT_ID, OBJECT_ID, TENANT_ID } from '../azure/fabricate';

/** A data source to be read. */
export interface DataSourceRequest {
  readonly type: string;
  readonly config: ObjectValue;
  readonly block: BlockSchema;
  readonly service: ArmService;
  readonly configuration: AzurermConfiguration;
}

export function readDataSource({ config, block, configuration }: DataSourceRequest): ObjectValue {
  const known: ObjectValue = {
    id: 'x',
    client_id: CLIENT_ID,
    object_id: OBJECT_ID,
    tenant_id: TENANT_ID,
    subscription_id: configuration.subscriptionId,
  };
  return {
    ...config,
    ...Object.fromEntries(
      Object.entries(block.attributes ?? {})
        .filter(([name]) => (config[name] ?? null) === null)
        .map(([name, a]) => [name, known[name] ?? (a.computed === true ? zeroValue(a) : null)]),
    ),
  };
}
