/** How the ARM id of a resource of azurerm is composed. */
export interface ComposedId {
  /** Arguments of which one holds the id of the parent; none where that is the resource group. */
  readonly parents: readonly string[];
  /** What follows the id of the parent, up to the name. */
  readonly path: string;
}

const ML = '/providers/Microsoft.MachineLearningServices/workspaces/';
const COMPUTE = { parents: ['machine_learning_workspace_id'], path: '/computes/' };
const DATASTORE = { parents: ['workspace_id'], path: '/datastores/' };
const ACCOUNT = ['storage_account_id'];
const TRIGGER = { parents: ['data_factory_id'], path: '/triggers/' };
const LINKED_SERVICE = { parents: ['data_factory_id'], path: '/linkedservices/' };
const DATASET = { parents: ['data_factory_id'], path: '/datasets/' };

/** ARM ids of azurerm resources that a topology knows, by Terraform type. */
export const AZURERM_IDS: ReadonlyMap<string, ComposedId> = new Map([
  ['azurerm_machine_learning_workspace', { parents: [], path: ML }],
  ['azurerm_machine_learning_compute_cluster', COMPUTE],
  ['azurerm_machine_learning_compute_instance', COMPUTE],
  ['azurerm_machine_learning_inference_cluster', COMPUTE],
  ['azurerm_machine_learning_synapse_spark', COMPUTE],
  ['azurerm_machine_learning_datastore_blobstorage', DATASTORE],
  ['azurerm_machine_learning_datastore_datalake_gen2', DATASTORE],
  ['azurerm_machine_learning_datastore_fileshare', DATASTORE],
  [
    'azurerm_storage_account',
    { parents: [], path: '/providers/Microsoft.Storage/storageAccounts/' },
  ],
  ['azurerm_storage_container', { parents: ACCOUNT, path: '/blobServices/default/containers/' }],
  [
    'azurerm_storage_data_lake_gen2_filesystem',
    { parents: ACCOUNT, path: '/blobServices/default/containers/' },
  ],
  ['azurerm_storage_share', { parents: ACCOUNT, path: '/fileServices/default/shares/' }],
  ['azurerm_data_factory', { parents: [], path: '/providers/Microsoft.DataFactory/factories/' }],
  ['azurerm_data_factory_pipeline', { parents: ['data_factory_id'], path: '/pipelines/' }],
  ['azurerm_data_factory_trigger_blob_event', TRIGGER],
  ['azurerm_data_factory_trigger_custom_event', TRIGGER],
  ['azurerm_data_factory_trigger_schedule', TRIGGER],
  ['azurerm_data_factory_trigger_tumbling_window', TRIGGER],
  ['azurerm_data_factory_linked_service_azure_blob_storage', LINKED_SERVICE],
  ['azurerm_data_factory_linked_service_azure_databricks', LINKED_SERVICE],
  ['azurerm_data_factory_dataset_azure_blob', DATASET],
  ['azurerm_data_factory_dataset_binary', DATASET],
  ['azurerm_data_factory_dataset_parquet', DATASET],
  [
    'azurerm_user_assigned_identity',
    { parents: [], path: '/providers/Microsoft.ManagedIdentity/userAssignedIdentities/' },
  ],
  ['azurerm_key_vault', { parents: [], path: '/providers/Microsoft.KeyVault/vaults/' }],
  [
    'azurerm_container_registry',
    { parents: [], path: '/providers/Microsoft.ContainerRegistry/registries/' },
  ],
  ['azurerm_eventgrid_topic', { parents: [], path: '/providers/Microsoft.EventGrid/topics/' }],
]);
