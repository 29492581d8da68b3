/**
 * Types of `@pulumi/azure` by the types of azurerm that the constructs declare: modules there were named
 * by hand.
 */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['azurerm_application_insights', 'appinsights/insights:Insights'],
  ['azurerm_data_factory', 'datafactory/factory:Factory'],
  [
    'azurerm_data_factory_credential_user_managed_identity',
    'datafactory/credentialUserManagedIdentity:CredentialUserManagedIdentity',
  ],
  ['azurerm_data_factory_trigger_blob_event', 'datafactory/triggerBlobEvent:TriggerBlobEvent'],
  [
    'azurerm_data_factory_trigger_custom_event',
    'datafactory/triggerCustomEvent:TriggerCustomEvent',
  ],
  [
    'azurerm_data_factory_trigger_tumbling_window',
    'datafactory/triggerTumblingWindow:TriggerTumblingWindow',
  ],
  ['azurerm_key_vault', 'keyvault/keyVault:KeyVault'],
  ['azurerm_log_analytics_workspace', 'operationalinsights/analyticsWorkspace:AnalyticsWorkspace'],
  ['azurerm_machine_learning_compute_cluster', 'machinelearning/computeCluster:ComputeCluster'],
  [
    'azurerm_machine_learning_datastore_blobstorage',
    'machinelearning/datastoreBlobstorage:DatastoreBlobstorage',
  ],
  [
    'azurerm_machine_learning_datastore_datalake_gen2',
    'machinelearning/datastoreDatalakeGen2:DatastoreDatalakeGen2',
  ],
  ['azurerm_machine_learning_workspace', 'machinelearning/workspace:Workspace'],
  ['azurerm_monitor_diagnostic_setting', 'monitoring/diagnosticSetting:DiagnosticSetting'],
  ['azurerm_resource_group', 'core/resourceGroup:ResourceGroup'],
  ['azurerm_role_assignment', 'authorization/assignment:Assignment'],
  ['azurerm_role_definition', 'authorization/roleDefinition:RoleDefinition'],
  ['azurerm_storage_account', 'storage/account:Account'],
  ['azurerm_storage_blob', 'storage/blob:Blob'],
  ['azurerm_storage_container', 'storage/container:Container'],
  ['azurerm_user_assigned_identity', 'authorization/userAssignedIdentity:UserAssignedIdentity'],
]);

const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['azurerm_client_config', 'core/getClientConfig:getClientConfig'],
]);

/** Type of a resource in `@pulumi/azure`; `undefined` for one that the constructs do not declare. */
export function classicType(terraformType: string): string | undefined {
  return prefixed(TYPES.get(terraformType));
}

/** Function that reads a data source in `@pulumi/azure`; `undefined` as above. */
export function classicFunction(terraformType: string): string | undefined {
  return prefixed(FUNCTIONS.get(terraformType));
}

/** The types of azurerm that have a name in `@pulumi/azure` here. */
export function classicTypes(): readonly string[] {
  return [...TYPES.keys()];
}

function prefixed(token: string | undefined): string | undefined {
  return token === undefined ? undefined : `azure:${token}`;
}
