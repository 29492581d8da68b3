import { guidFor, normalizedLocation } from '../../azure/fabricate';
import { below, inGroup, needed, type AzurermTypes } from '../azurerm-type';

const WORKSPACES = 'Microsoft.MachineLearningServices/workspaces';
const COMPUTE = below('machine_learning_workspace_id', `${WORKSPACES}/computes`);
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
  azurerm_machine_learning_compute_cluster: COMPUTE,
  azurerm_machine_learning_compute_instance: {
    ...COMPUTE,
    computed: { 'ssh.port': () => 50000, 'ssh.username': () => 'azureuser' },
  },
  azurerm_machine_learning_inference_cluster: COMPUTE,
  azurerm_machine_learning_synapse_spark: COMPUTE,
  azurerm_machine_learning_datastore_blobstorage: DATASTORE,
  azurerm_machine_learning_datastore_datalake_gen2: DATASTORE,
  azurerm_machine_learning_datastore_fileshare: DATASTORE,
  azurerm_machine_learning_workspace_network_outbound_rule_fqdn: OUTBOUND_RULE,
  azurerm_machine_learning_workspace_network_outbound_rule_private_endpoint: OUTBOUND_RULE,
  azurerm_machine_learning_workspace_network_outbound_rule_service_tag: OUTBOUND_RULE,
};
