import { guidFor, normalizedLocation } from '../../azure/fabricate';
import { isList, textOf, textOrEmpty, type ObjectValue } from '../../wire/value';
import {
  below,
  inGroup,
  needed,
  optional,
  type AzurermTypes,
  type Made,
  type Making,
} from '../azurerm-type';

const WORKSPACES = 'Microsoft.MachineLearningServices/workspaces';
const COMPUTE = {
  ...below('machine_learning_workspace_id', `${WORKSPACES}/computes`),
  deleteQuery: { underlyingResourceAction: ['Delete'] },
};
/** What another service owns is only detached. */
const ATTACHED = { ...COMPUTE, deleteQuery: { underlyingResourceAction: ['Detach'] } };
/** azurerm spells the segment its own way; Azure does not mind. */
const DATASTORE = below('workspace_id', `${WORKSPACES}/datastores`, 'dataStores');
const OUTBOUND_RULE = below('workspace_id', `${WORKSPACES}/outboundRules`);

/** Azure Machine Learning. */
export const MACHINE_LEARNING: AzurermTypes = {
  azurerm_machine_learning_workspace: inGroup(WORKSPACES, {
    workspace_id: ({ armId }) => guidFor(armId),
    discovery_url: (made) =>
      `https://${normalizedLocation(needed(made, 'location'))}.api.azureml.ms/discovery`,
    'managed_network.isolation_mode': () => 'Disabled',
  }),
  azurerm_machine_learning_compute_cluster: {
    ...COMPUTE,
    createRule: nodesReachable,
    readBack: clusterAsRead,
  },
  azurerm_machine_learning_compute_instance: {
    ...COMPUTE,
    computed: { 'ssh.port': () => 50000, 'ssh.username': () => 'azureuser' },
  },
  azurerm_machine_learning_inference_cluster: ATTACHED,
  azurerm_machine_learning_synapse_spark: ATTACHED,
  azurerm_machine_learning_datastore_blobstorage: { ...DATASTORE, planRule: credentialsGiven },
  azurerm_machine_learning_datastore_datalake_gen2: DATASTORE,
  azurerm_machine_learning_datastore_fileshare: DATASTORE,
  azurerm_machine_learning_workspace_network_outbound_rule_fqdn: OUTBOUND_RULE,
  azurerm_machine_learning_workspace_network_outbound_rule_private_endpoint: OUTBOUND_RULE,
  azurerm_machine_learning_workspace_network_outbound_rule_service_tag: OUTBOUND_RULE,
};

/** Without an identity that reads the data, a blob datastore needs a secret that does. */
function credentialsGiven(planned: ObjectValue): string | undefined {
  const isKeyless = [planned['account_key'], planned['shared_access_signature']].every(
    (secret) => (secret ?? null) === null,
  );
  return planned['service_data_auth_identity'] === 'None' && isKeyless
    ? 'one of `account_key` or `shared_access_signature` must be specified when `service_data_auth_identity` is set to `None`'
    : undefined;
}

/** Nodes without public addresses need a subnet, or a workspace with a network of its own. */
function nodesReachable(making: Making): string | undefined {
  const { attributes, service } = making;
  const isHidden =
    attributes['node_public_ip_enabled'] === false &&
    optional(making, 'subnet_resource_id') === undefined;
  const workspace = service.store.get(needed(making, 'machine_learning_workspace_id'));
  const networks = workspace?.azurerm?.attributes['managed_network'];
  const isManaged = isList(networks) && networks.length > 0;
  return isHidden && workspace !== undefined && !isManaged
    ? '`subnet_resource_id` must be set if `node_public_ip_enabled` is set to `false` or the workspace is not in a managed network'
    : undefined;
}

/** A cluster is read with its workspace's location and its size in the service's spelling. */
function clusterAsRead({ attributes, service }: Made): ObjectValue {
  const workspace = service.get(textOrEmpty(attributes['machine_learning_workspace_id']));
  const location = workspace?.['location'];
  return {
    vm_size: textOf(attributes['vm_size'])?.toUpperCase() ?? null,
    location:
      typeof location === 'string'
        ? normalizedLocation(location)
        : (attributes['location'] ?? null),
  };
}
