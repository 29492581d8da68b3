import { azurermBehaviour } from '../../lib/offline-provider/schemas';
import type { TypeBehaviour } from '../../lib/offline-provider/behaviour/behaviour-table';
import type {
  AttributeSchema,
  BlockSchema,
} from '../../lib/offline-provider/schema/provider-schema';
import type { Json, JsonObject } from '../../lib/offline-provider/wire/json';
import type { WireType } from '../../lib/offline-provider/wire/wire-type';
import { GROUP_ID } from './stack';

/** Attributes whose values other values are made from. */
const PARENTS: JsonObject = {
  name: 'thing',
  resource_group_name: 'rg-before',
  location: 'westeurope',
  scope: GROUP_ID,
  parent_id: `${GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id`,
  vm_size: 'STANDARD_DS3_V2',
  storage_share_url: 'https://account.file.core.windows.net/share',
};

/** Pairs that the behaviour table does not know of. */
const BY_TYPE: { readonly [type: string]: JsonObject } = {
  azurerm_machine_learning_datastore_blobstorage: {
    service_data_auth_identity: 'WorkspaceSystemAssignedIdentity',
  },
  azurerm_storage_blob: { storage_container_id: container() },
  azurerm_logic_app_integration_account_batch_configuration: {
    release_criteria: [{ message_count: 1 }],
  },
  azurerm_private_endpoint: {
    private_service_connection: [
      { name: 'it', is_manual_connection: false, private_connection_resource_id: GROUP_ID },
    ],
  },
  azurerm_linux_virtual_machine: {
    admin_username: 'someone',
    source_image_id: GROUP_ID,
    os_disk: [{ caching: 'None', storage_account_type: 'Standard_LRS' }],
  },
};

/** The least configuration of a resource type that its schema and behaviour allow. */
export function minimalResource(type: string, block: BlockSchema): JsonObject {
  const behaviours = azurermBehaviour()[type] ?? {};
  const required = { ...minimalBlock(block), ...(BY_TYPE[type] ?? {}) };
  return { ...chosen(behaviours, block, required), ...required };
}

/** The required arguments of a block, with those of its required blocks. */
export function minimalBlock(block: BlockSchema): JsonObject {
  const attributes = Object.entries(block.attributes ?? {})
    .filter(([, attribute]) => attribute.required === true)
    .map(([name, attribute]) => [name, sample(name, attribute)] as const);
  const blocks = Object.entries(block.block_types ?? {})
    .filter(([, nested]) => (nested.min_items ?? 0) > 0)
    .map(([name, nested]) => [name, [minimalBlock(nested.block)]] as const);
  return Object.fromEntries<Json>([...attributes, ...blocks]);
}

/** One of each group of alternatives at the top, with what it requires. */
function chosen(behaviours: TypeBehaviour, block: BlockSchema, required: JsonObject): JsonObject {
  let given: JsonObject = {};
  for (const [path, behaviour] of Object.entries(behaviours)) {
    const group = behaviour.exactly_one_of ?? behaviour.at_least_one_of;
    if (group === undefined || path.includes('.')) continue;
    if (group.some((name) => name in given || name in required)) continue;
    given = { ...given, [path]: alternative(path, block) };
    for (const name of behaviour.required_with ?? []) {
      given = { ...given, [name]: alternative(name, block) };
    }
  }
  return given;
}

function alternative(name: string, block: BlockSchema): Json {
  const nested = block.block_types?.[name];
  if (nested !== undefined) return [minimalBlock(nested.block)];
  return sample(name, block.attributes?.[name] ?? { type: 'string' });
}

function sample(name: string, attribute: AttributeSchema): Json {
  const known = PARENTS[name];
  if (known !== undefined) return known;
  return valueOf(name, attribute.type ?? 'string');
}

function valueOf(name: string, type: WireType): Json {
  if (type === 'string') return /_ids?$/.test(name) ? idFor(name) : 'text';
  if (type === 'number') return 1;
  if (type === 'bool') return true;
  if (type === 'dynamic') return null;
  const [kind] = type;
  if (kind === 'list' || kind === 'set') return [valueOf(name, type[1])];
  return {};
}

function idFor(name: string): string {
  if (name === 'storage_container_id') return container();
  const noun = name.replace(/_ids?$/, '');
  return noun === 'resource_group'
    ? GROUP_ID
    : `${GROUP_ID}/providers/Microsoft.Example/${noun}/before`;
}

function container(): string {
  return `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/account/blobServices/default/containers/raw`;
}
