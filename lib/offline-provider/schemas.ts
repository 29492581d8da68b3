import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssumptionError } from '../core/errors';
import { AZURERM_EPHEMERAL } from './azurerm/ephemeral';
import type { BehaviourTable } from './behaviour/behaviour-table';
import type { ProviderSchema, ProviderSchemaFile } from './schema/provider-schema';

const FOLDER = join(__dirname, 'data');

/** Schemas of azurerm 4.81.0, for the resource types that matter here. */
export function azurermSchema(): ProviderSchema {
  azurerm ??= {
    ...schemaFile('azurerm-4.81.0.schema.json'),
    ephemeral_resource_schemas: AZURERM_EPHEMERAL,
  };
  return azurerm;
}

/** What azurerm 4.81.0 does beyond its schemas. */
export function azurermBehaviour(): BehaviourTable {
  behaviour ??= parsed('azurerm-4.81.0.behaviour.json') as BehaviourTable;
  return behaviour;
}

/** Schemas of azapi 2.12.0. */
export function azapiSchema(): ProviderSchema {
  azapi ??= schemaFile('azapi-2.12.0.schema.json');
  return azapi;
}

let azurerm: ProviderSchema | undefined;
let azapi: ProviderSchema | undefined;
let behaviour: BehaviourTable | undefined;

function schemaFile(name: string): ProviderSchema {
  const [schema] = Object.values((parsed(name) as ProviderSchemaFile).provider_schemas);
  if (schema === undefined) throw new AssumptionError(`${name} holds no schema`);
  return schema;
}

function parsed(name: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
}
