import { nameOf } from '../../azure/arm-id';
import { fakeKeyFor, guidFor, normalizedLocation } from '../../azure/fabricate';
import {
  belowNamed,
  extending,
  inGroup,
  needed,
  type AzurermTypes,
  type ComputedAttributes,
  type Made,
} from '../azurerm-type';

const EVENT_SUBSCRIPTIONS = 'Microsoft.EventGrid/eventSubscriptions';
const BLOB_EVENTS: ComputedAttributes = {
  included_event_types: () => ['Microsoft.Storage.BlobCreated'],
};

/** Networks, machines, registries, clusters and events. */
export const INFRASTRUCTURE: AzurermTypes = {
  azurerm_container_registry: inGroup('Microsoft.ContainerRegistry/registries', {
    login_server: ({ armId }) => `${nameOf(armId).toLowerCase()}.azurecr.io`,
  }),
  azurerm_databricks_workspace: inGroup('Microsoft.Databricks/workspaces', {
    workspace_id: () => '1000000000000001',
    workspace_url: () => 'adb-1000000000000001.1.azuredatabricks.net',
    managed_resource_group_name: ({ armId }) => `databricks-rg-${nameOf(armId)}`,
    managed_resource_group_id: ({ armId, subscriptionId }) =>
      `/subscriptions/${subscriptionId}/resourceGroups/databricks-rg-${nameOf(armId)}`,
  }),
  azurerm_eventgrid_event_subscription: {
    ...extending('scope', EVENT_SUBSCRIPTIONS),
    computed: BLOB_EVENTS,
  },
  azurerm_eventgrid_system_topic: inGroup('Microsoft.EventGrid/systemTopics', {
    metric_resource_id: ({ armId }) => guidFor(armId),
    metric_arm_resource_id: ({ armId }) => guidFor(armId),
  }),
  azurerm_eventgrid_system_topic_event_subscription: {
    ...belowNamed('Microsoft.EventGrid/systemTopics', 'system_topic', 'eventSubscriptions'),
    computed: BLOB_EVENTS,
  },
  azurerm_eventgrid_topic: inGroup('Microsoft.EventGrid/topics', {
    endpoint: (made) =>
      `https://${nameOf(made.armId)}.${normalizedLocation(needed(made, 'location'))}-1.eventgrid.azure.net/api/events`,
    primary_access_key: ({ armId }) => fakeKeyFor(`${armId}#1`),
    secondary_access_key: ({ armId }) => fakeKeyFor(`${armId}#2`),
  }),
  azurerm_kubernetes_cluster: inGroup('Microsoft.ContainerService/managedClusters', {
    fqdn: (made) => `${clusterName(made)}.hcp.offline.azmk8s.io`,
    portal_fqdn: (made) => `${clusterName(made)}.portal.hcp.offline.azmk8s.io`,
    kubernetes_version: () => '1.31',
    current_kubernetes_version: () => '1.31.1',
    node_resource_group: (made) => `MC_${needed(made, 'resource_group_name')}_${clusterName(made)}`,
    node_resource_group_id: (made) =>
      `/subscriptions/${made.subscriptionId}/resourceGroups/MC_${needed(made, 'resource_group_name')}_${clusterName(made)}`,
  }),
  azurerm_linux_virtual_machine: inGroup('Microsoft.Compute/virtualMachines', {
    virtual_machine_id: ({ armId }) => guidFor(armId),
    private_ip_address: () => '10.0.0.4',
    private_ip_addresses: () => ['10.0.0.4'],
    computer_name: ({ armId }) => nameOf(armId),
    disable_password_authentication: () => true,
    provision_vm_agent: () => true,
    allow_extension_operations: () => true,
    patch_mode: () => 'ImageDefault',
    patch_assessment_mode: () => 'ImageDefault',
    'os_disk.name': ({ armId }) => `${nameOf(armId)}_OsDisk`,
    'os_disk.disk_size_gb': () => 30,
  }),
  azurerm_network_security_group: inGroup('Microsoft.Network/networkSecurityGroups'),
  azurerm_private_dns_zone: {
    ...inGroup('Microsoft.Network/privateDnsZones', {
      max_number_of_record_sets: () => 25000,
      max_number_of_virtual_network_links: () => 1000,
      max_number_of_virtual_network_links_with_registration: () => 100,
      number_of_record_sets: () => 1,
    }),
  },
  azurerm_private_dns_zone_virtual_network_link: {
    ...belowNamed(
      'Microsoft.Network/privateDnsZones',
      'private_dns_zone_name',
      'virtualNetworkLinks',
    ),
    computed: { resolution_policy: () => 'Default' },
  },
  azurerm_private_endpoint: inGroup('Microsoft.Network/privateEndpoints', {
    'private_service_connection.private_ip_address': () => '10.0.0.5',
    'private_dns_zone_group.id': ({ armId }) => `${armId}/privateDnsZoneGroups/default`,
    network_interface: ({ armId }) => [
      {
        id: `${armId.replace('privateEndpoints', 'networkInterfaces')}.nic`,
        name: `${nameOf(armId)}.nic`,
      },
    ],
  }),
  azurerm_service_plan: inGroup('Microsoft.Web/serverFarms', {
    kind: (made) => needed(made, 'os_type').toLowerCase(),
    reserved: (made) => needed(made, 'os_type') === 'Linux',
    worker_count: () => 1,
    maximum_elastic_worker_count: () => 1,
  }),
  azurerm_subnet: belowNamed(
    'Microsoft.Network/virtualNetworks',
    'virtual_network_name',
    'subnets',
  ),
  azurerm_subnet_network_security_group_association: {
    armType: 'Microsoft.Network/virtualNetworks/subnets/networkSecurityGroupAssociations',
    armId: (making) => `${needed(making, 'subnet_id')}/networkSecurityGroupAssociations/default`,
    terraformId: (made) => needed(made, 'subnet_id'),
  },
  azurerm_virtual_network: inGroup('Microsoft.Network/virtualNetworks', {
    guid: ({ armId }) => guidFor(armId),
    dns_servers: () => [],
  }),
};

function clusterName({ armId }: Made): string {
  return nameOf(armId);
}
