import { nameOf } from '../../azure/arm-id';
import { fakeKeyFor, normalizedLocation } from '../../azure/fabricate';
import type { Value } from '../../wire/value';
import {
  findId,
  inGroup,
  needed,
  optional,
  settingsOf,
  type AzurermTypes,
  type ComputedAttributes,
  type Made,
  type Making,
} from '../azurerm-type';

const ACCOUNTS = 'Microsoft.Storage/storageAccounts';
const CONTAINERS = `${ACCOUNTS}/blobServices/containers`;
const SHARES = `${ACCOUNTS}/fileServices/shares`;

/** Storage accounts and what is in them. */
export const STORAGE: AzurermTypes = {
  azurerm_storage_account: inGroup(ACCOUNTS, {
    ...accountEndpoints(),
    access_tier: () => 'Hot',
    large_file_share_enabled: () => true,
    primary_location: (made) => normalizedLocation(needed(made, 'location')),
    primary_access_key: (made) => key(made, 1),
    secondary_access_key: (made) => key(made, 2),
    primary_connection_string: (made) => connectionString(made, 1),
    secondary_connection_string: (made) => connectionString(made, 2),
    primary_blob_connection_string: (made) => connectionString(made, 1),
    secondary_blob_connection_string: () => '',
  }),
  azurerm_storage_account_customer_managed_key: settingsOf(
    'storage_account_id',
    `${ACCOUNTS}/customerManagedKeys`,
  ),
  azurerm_storage_account_network_rules: settingsOf(
    'storage_account_id',
    `${ACCOUNTS}/networkRules`,
    {
      bypass: () => ['AzureServices'],
    },
  ),
  azurerm_storage_account_queue_properties: settingsOf(
    'storage_account_id',
    `${ACCOUNTS}/queueProperties`,
  ),
  azurerm_storage_account_static_website: settingsOf(
    'storage_account_id',
    `${ACCOUNTS}/staticWebsites`,
  ),
  azurerm_storage_management_policy: {
    armType: `${ACCOUNTS}/managementPolicies`,
    armId: (making) => `${needed(making, 'storage_account_id')}/managementPolicies/default`,
  },
  azurerm_storage_container: {
    armType: CONTAINERS,
    armId: (making) =>
      `${accountOf(making)}/blobServices/default/containers/${needed(making, 'name')}`,
    terraformId: (made) => armIdUnlessByName(made, 'blob'),
    computed: {
      resource_manager_id: ({ armId }) => armId,
      url: (made) => serviceUrl(made, 'blob', needed(made, 'name')),
      default_encryption_scope: () => '$account-encryption-key',
      metadata: () => ({}),
    },
  },
  azurerm_storage_blob: {
    armType: `${CONTAINERS}/blobs`,
    armId: (making) => `${containerOf(making)}/blobs/${encodeURIComponent(needed(making, 'name'))}`,
    terraformId: blobUrl,
    neverRead: ['parallelism', 'size', 'source', 'source_content', 'source_uri'],
    computed: {
      url: blobUrl,
      access_tier: (made) => (needed(made, 'type') === 'Block' ? 'Hot' : ''),
      metadata: () => ({}),
      storage_account_name: (made) => containerOf(made).split('/')[8] ?? '',
      storage_container_name: (made) => nameOf(containerOf(made)),
      storage_container_id: containerOf,
    },
  },
  azurerm_storage_share: {
    armType: SHARES,
    armId: (making) => `${accountOf(making)}/fileServices/default/shares/${needed(making, 'name')}`,
    terraformId: (made) => armIdUnlessByName(made, 'file'),
    computed: {
      resource_manager_id: ({ armId }) => armId,
      rbac_scope_id: ({ armId }) => armId.replace('/shares/', '/fileshares/'),
      url: (made) => serviceUrl(made, 'file', needed(made, 'name')),
      access_tier: () => 'TransactionOptimized',
      metadata: () => ({}),
    },
  },
  azurerm_storage_share_directory: inShare('directories'),
  azurerm_storage_share_file: inShare('files'),
  azurerm_storage_data_lake_gen2_filesystem: {
    armType: CONTAINERS,
    armId: (making) =>
      `${accountOf(making)}/blobServices/default/containers/${needed(making, 'name')}`,
    terraformId: (made) => serviceUrl(made, 'dfs', needed(made, 'name')),
    computed: owner(),
  },
  azurerm_storage_data_lake_gen2_path: {
    armType: `${CONTAINERS}/paths`,
    armId: (making) =>
      `${accountOf(making)}/blobServices/default/containers/${needed(making, 'filesystem_name')}/paths/${encodeURIComponent(needed(making, 'path'))}`,
    terraformId: (made) =>
      serviceUrl(made, 'dfs', `${needed(made, 'filesystem_name')}/${needed(made, 'path')}`),
    computed: owner(),
  },
};

function owner(): ComputedAttributes {
  return {
    owner: () => '$superuser',
    group: () => '$superuser',
    default_encryption_scope: () => '$account-encryption-key',
  };
}

/** Endpoints and hosts of every service; those of the other routes and of the second location stay empty. */
function accountEndpoints(): ComputedAttributes {
  const services = ['blob', 'dfs', 'file', 'queue', 'table', 'web'];
  const own = (service: string) => (made: Made) =>
    `${needed(made, 'name')}.${service === 'web' ? 'z6.web' : service}.core.windows.net`;
  return Object.fromEntries(
    services.flatMap((service) => [
      [`primary_${service}_host`, own(service)],
      [`primary_${service}_endpoint`, (made: Made): Value => `https://${own(service)(made)}/`],
    ]),
  );
}

function key(made: Made, number: number): string {
  return fakeKeyFor(`${made.armId}#key${String(number)}`);
}

function connectionString(made: Made, number: number): string {
  return `DefaultEndpointsProtocol=https;AccountName=${needed(made, 'name')};AccountKey=${key(made, number)};EndpointSuffix=core.windows.net`;
}

/** ARM id of the account that a container or share names by id or by name. */
function accountOf(making: Making): string {
  const id = optional(making, 'storage_account_id');
  if (id !== undefined) return id;
  const name = needed(making, 'storage_account_name');
  return (
    findId(making, ACCOUNTS, name) ??
    `/subscriptions/${making.subscriptionId}/resourceGroups/unknown/providers/${ACCOUNTS}/${name}`
  );
}

function serviceUrl(making: Making, service: string, path: string): string {
  return `https://${nameOf(accountOf(making))}.${service}.core.windows.net/${path}`;
}

/** azurerm uses the ARM id for what names its account by id, the older URL for the rest. */
function armIdUnlessByName(made: Made, service: string): string {
  return optional(made, 'storage_account_id') === undefined
    ? serviceUrl(made, service, needed(made, 'name'))
    : made.armId;
}

function containerOf(making: Making): string {
  const id = optional(making, 'storage_container_id');
  if (id !== undefined) return id;
  return `${accountOf(making)}/blobServices/default/containers/${needed(making, 'storage_container_name')}`;
}

function blobUrl(making: Making): string {
  const container = containerOf(making);
  const account = container.split('/')[8] ?? '';
  return `https://${account}.blob.core.windows.net/${nameOf(container)}/${needed(making, 'name')}`;
}

function inShare(segment: string): AzurermTypes[string] {
  const url = (making: Making): string =>
    `${shareUrl(making)}/${[optional(making, 'path'), needed(making, 'name')].filter((part) => part !== undefined).join('/')}`;
  return {
    armType: `${SHARES}/${segment}`,
    armId: (making) =>
      `${optional(making, 'storage_share_id') ?? needed(making, 'storage_share_url')}/${segment}/${encodeURIComponent(url(making).slice(shareUrl(making).length + 1))}`,
    terraformId: url,
    computed: {
      storage_share_url: shareUrl,
      storage_share_id: () => '',
      content_length: () => 0,
    },
  };
}

function shareUrl(making: Making): string {
  const url = optional(making, 'storage_share_url');
  if (url !== undefined) return url;
  const id = needed(making, 'storage_share_id');
  return id.startsWith('https://')
    ? id
    : `https://${id.split('/')[8] ?? ''}.file.core.windows.net/${nameOf(id)}`;
}
