/** What is lost when a resource of a type is deleted or replaced, by type. */
export const STATEFUL_TYPES: ReadonlyMap<string, string> = new Map([
  ...each(
    ['azurerm_machine_learning_workspace', 'microsoft.machinelearningservices/workspaces'],
    'the workspace with its run history, models, registered assets, endpoints and computes',
  ),
  ...each(
    ['azurerm_storage_account', 'microsoft.storage/storageaccounts'],
    'all data of the storage account',
  ),
  ...each(
    [
      'azurerm_storage_container',
      'azurerm_storage_data_lake_gen2_filesystem',
      'microsoft.storage/storageaccounts/blobservices/containers',
    ],
    'all blobs of the container',
  ),
  ...each(
    ['azurerm_key_vault', 'microsoft.keyvault/vaults'],
    'all secrets and keys of the vault, and its name for as long as soft delete keeps it',
  ),
  ...each(
    ['azurerm_resource_group', 'microsoft.resources/resourcegroups'],
    'everything in the resource group',
  ),
  ...each(
    ['azurerm_container_registry', 'microsoft.containerregistry/registries'],
    'all images of the registry',
  ),
  ...each(
    ['azurerm_log_analytics_workspace', 'microsoft.operationalinsights/workspaces'],
    'all logs of the workspace',
  ),
]);

function each(types: readonly string[], lost: string): readonly (readonly [string, string])[] {
  return types.map((type) => [type, lost] as const);
}
