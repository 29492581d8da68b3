/** Sensitive attributes of azurerm 4.81.0, by type without `azurerm_`: paths through blocks, apart by spaces. */
export const SECRET_ATTRIBUTES: Readonly<Record<string, string>> = {
  application_insights: 'connection_string instrumentation_key',
  container_registry: 'admin_password',
  data_factory_integration_runtime_azure_ssis:
    'catalog_info.administrator_password custom_setup_script.sas_token express_custom_setup.command_key.password express_custom_setup.component.license',
  data_factory_linked_service_azure_blob_storage: 'connection_string sas_uri service_endpoint',
  data_factory_linked_service_azure_databricks: 'access_token',
  data_factory_linked_service_data_lake_storage_gen2: 'service_principal_key storage_account_key',
  databricks_workspace:
    'managed_disk_identity.principal_id managed_disk_identity.tenant_id storage_account_identity.principal_id storage_account_identity.tenant_id',
  eventgrid_event_subscription: 'delivery_property.value',
  eventgrid_system_topic_event_subscription: 'delivery_property.value',
  eventgrid_topic: 'primary_access_key secondary_access_key',
  key_vault_secret: 'value',
  kubernetes_cluster:
    'http_proxy_config.trusted_ca kube_admin_config kube_admin_config.client_certificate kube_admin_config.client_key kube_admin_config.cluster_ca_certificate kube_admin_config.host kube_admin_config.password kube_admin_config.username kube_admin_config_raw kube_config kube_config.client_certificate kube_config.client_key kube_config.cluster_ca_certificate kube_config.host kube_config.password kube_config.username kube_config_raw service_principal.client_secret windows_profile.admin_password',
  linux_virtual_machine: 'admin_password custom_data',
  log_analytics_workspace: 'primary_shared_key secondary_shared_key',
  logic_app_standard: 'connection_string.value site_credential.password storage_account_access_key',
  machine_learning_compute_cluster: 'ssh.admin_password',
  machine_learning_datastore_blobstorage: 'account_key shared_access_signature',
  machine_learning_datastore_datalake_gen2: 'client_secret',
  machine_learning_datastore_fileshare: 'account_key shared_access_signature',
  storage_account:
    'primary_access_key primary_blob_connection_string primary_connection_string secondary_access_key secondary_blob_connection_string secondary_connection_string',
};
