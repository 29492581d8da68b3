/**
 * Service and everyday name of resource types, by Terraform type or, for azapi, by ARM type in lower
 * case; in the order in which a summary names them.
 */
export const RESOURCE_KINDS: ReadonlyMap<string, readonly [service: string, kind: string]> =
  new Map([
    ['azurerm_machine_learning_workspace', ['Machine Learning', 'workspace']],
    ['azurerm_machine_learning_compute_cluster', ['Machine Learning', 'compute cluster']],
    ['microsoft.machinelearningservices/workspaces/computes', ['Machine Learning', 'compute']],
    ['azurerm_machine_learning_datastore_blobstorage', ['Machine Learning', 'datastore']],
    ['azurerm_machine_learning_datastore_datalake_gen2', ['Machine Learning', 'datastore']],
    ['microsoft.machinelearningservices/workspaces/datastores', ['Machine Learning', 'datastore']],
    [
      'microsoft.machinelearningservices/workspaces/data/versions',
      ['Machine Learning', 'data asset version'],
    ],
    [
      'microsoft.machinelearningservices/workspaces/environments/versions',
      ['Machine Learning', 'environment version'],
    ],
    [
      'microsoft.machinelearningservices/workspaces/codes/versions',
      ['Machine Learning', 'code version'],
    ],
    [
      'microsoft.machinelearningservices/workspaces/components/versions',
      ['Machine Learning', 'component version'],
    ],
    [
      'microsoft.machinelearningservices/workspaces/batchendpoints',
      ['Machine Learning', 'batch endpoint'],
    ],
    [
      'microsoft.machinelearningservices/workspaces/batchendpoints/deployments',
      ['Machine Learning', 'batch deployment'],
    ],
    ['microsoft.machinelearningservices/workspaces/schedules', ['Machine Learning', 'schedule']],
    ['microsoft.logic/workflows', ['Logic Apps', 'workflow']],
    ['microsoft.web/connections', ['Logic Apps', 'connection']],
    ['azurerm_monitor_diagnostic_setting', ['Logic Apps', 'diagnostic setting']],
    ['microsoft.eventgrid/systemtopics', ['Event Grid', 'system topic']],
    ['microsoft.eventgrid/systemtopics/eventsubscriptions', ['Event Grid', 'event subscription']],
    ['azurerm_data_factory', ['Data Factory', 'factory']],
    ['microsoft.datafactory/factories/pipelines', ['Data Factory', 'pipeline']],
    ['microsoft.datafactory/factories/linkedservices', ['Data Factory', 'linked service']],
    ['microsoft.datafactory/factories/datasets', ['Data Factory', 'dataset']],
    ['microsoft.datafactory/factories/triggers', ['Data Factory', 'schedule trigger']],
    ['azurerm_data_factory_credential_user_managed_identity', ['Data Factory', 'credential']],
    ['azurerm_data_factory_trigger_custom_event', ['Data Factory', 'custom-event trigger']],
    ['azurerm_data_factory_trigger_tumbling_window', ['Data Factory', 'tumbling-window trigger']],
    ['azurerm_data_factory_trigger_blob_event', ['Data Factory', 'blob-event trigger']],
    ['azurerm_user_assigned_identity', ['Access', 'user-assigned identity']],
    ['azurerm_role_definition', ['Access', 'custom role']],
    ['azurerm_role_assignment', ['Access', 'role assignment']],
    ['azurerm_storage_account', ['Storage', 'storage account']],
    ['azurerm_storage_container', ['Storage', 'container']],
    ['microsoft.storage/storageaccounts/queueservices/queues', ['Storage', 'queue']],
    ['azurerm_storage_blob', ['Storage', 'uploaded file']],
    ['azurerm_resource_group', ['Foundations', 'resource group']],
    ['azurerm_key_vault', ['Foundations', 'key vault']],
    ['azurerm_application_insights', ['Foundations', 'Application Insights']],
    ['azurerm_log_analytics_workspace', ['Foundations', 'Log Analytics workspace']],
  ]);
