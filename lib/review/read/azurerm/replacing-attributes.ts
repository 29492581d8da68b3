/** Attributes whose change replaces the resource of azurerm 4.81.0, by type without `azurerm_`: paths through blocks, apart by spaces. */
export const REPLACING_ATTRIBUTES: Readonly<Record<string, string>> = {
  api_connection: 'managed_api_id name resource_group_name',
  application_insights: 'application_type location name resource_group_name',
  consumption_budget_resource_group: 'name resource_group_id time_grain time_period.start_date',
  container_registry: 'location name resource_group_name zone_redundancy_enabled',
  data_factory: 'location name resource_group_name',
  data_factory_credential_service_principal: 'data_factory_id name',
  data_factory_credential_user_managed_identity: 'data_factory_id identity_id name',
  data_factory_customer_managed_key: 'data_factory_id',
  data_factory_data_flow: 'data_factory_id name',
  data_factory_flowlet_data_flow: 'data_factory_id name',
  data_factory_integration_runtime_azure: 'data_factory_id location name virtual_network_enabled',
  data_factory_integration_runtime_azure_ssis: 'data_factory_id location name',
  data_factory_integration_runtime_self_hosted: 'data_factory_id name rbac_authorization',
  data_factory_linked_custom_service: 'data_factory_id name type',
  data_factory_linked_service_azure_blob_storage: 'data_factory_id name',
  data_factory_linked_service_azure_databricks: 'data_factory_id name',
  data_factory_linked_service_data_lake_storage_gen2: 'data_factory_id name',
  data_factory_linked_service_key_vault: 'data_factory_id name',
  data_factory_managed_private_endpoint:
    'data_factory_id fqdns name subresource_name target_resource_id',
  data_factory_pipeline: 'data_factory_id name',
  data_factory_trigger_blob_event: 'data_factory_id name storage_account_id',
  data_factory_trigger_custom_event: 'data_factory_id eventgrid_topic_id name',
  data_factory_trigger_schedule: 'data_factory_id name',
  data_factory_trigger_tumbling_window: 'data_factory_id frequency interval name start_time',
  databricks_workspace:
    'custom_parameters.machine_learning_workspace_id custom_parameters.nat_gateway_name custom_parameters.private_subnet_name custom_parameters.public_ip_name custom_parameters.public_subnet_name custom_parameters.storage_account_name custom_parameters.virtual_network_id custom_parameters.vnet_address_prefix infrastructure_encryption_enabled load_balancer_backend_address_pool_id location managed_resource_group_name name resource_group_name',
  eventgrid_event_subscription: 'event_delivery_schema name scope',
  eventgrid_system_topic:
    'location name resource_group_name source_arm_resource_id source_resource_id topic_type',
  eventgrid_system_topic_event_subscription:
    'event_delivery_schema name resource_group_name system_topic',
  eventgrid_topic:
    'input_mapping_default_values input_mapping_default_values.data_version input_mapping_default_values.event_type input_mapping_default_values.subject input_mapping_fields input_mapping_fields.data_version input_mapping_fields.event_time input_mapping_fields.event_type input_mapping_fields.id input_mapping_fields.subject input_mapping_fields.topic input_schema location name resource_group_name',
  federated_identity_credential: 'name parent_id user_assigned_identity_id',
  key_vault: 'location name resource_group_name',
  key_vault_access_policy: 'application_id key_vault_id object_id tenant_id',
  key_vault_key: 'curve key_size key_type key_vault_id name release_policy',
  key_vault_secret: 'key_vault_id name',
  kubernetes_cluster:
    'default_node_pool.capacity_reservation_group_id default_node_pool.gpu_driver default_node_pool.gpu_instance default_node_pool.host_group_id default_node_pool.node_network_profile.node_public_ip_tags default_node_pool.node_public_ip_prefix_id default_node_pool.proximity_placement_group_id default_node_pool.type disk_encryption_set_id dns_prefix dns_prefix_private_cluster edge_zone kubelet_identity.client_id kubelet_identity.object_id kubelet_identity.user_assigned_identity_id linux_profile.admin_username linux_profile.ssh_key.key_data location name network_profile network_profile.dns_service_ip network_profile.ip_versions network_profile.load_balancer_profile network_profile.load_balancer_sku network_profile.nat_gateway_profile network_profile.network_mode network_profile.service_cidr network_profile.service_cidrs node_resource_group private_cluster_enabled private_dns_zone_id resource_group_name role_based_access_control_enabled windows_profile.admin_username',
  linux_virtual_machine:
    'admin_password admin_ssh_key admin_ssh_key.public_key admin_ssh_key.username admin_username availability_set_id computer_name custom_data disable_password_authentication edge_zone eviction_policy location name os_disk.diff_disk_settings os_disk.diff_disk_settings.option os_disk.diff_disk_settings.placement os_disk.name os_disk.secure_vm_disk_encryption_set_id os_disk.security_encryption_type os_disk.storage_account_type os_managed_disk_id plan plan.name plan.product plan.publisher platform_fault_domain priority provision_vm_agent resource_group_name secure_boot_enabled source_image_id source_image_reference source_image_reference.offer source_image_reference.publisher source_image_reference.sku source_image_reference.version vtpm_enabled zone',
  log_analytics_workspace: 'location name resource_group_name',
  logic_app_action_custom: 'logic_app_id name',
  logic_app_action_http: 'logic_app_id name',
  logic_app_integration_account:
    'integration_service_environment_id location name resource_group_name',
  logic_app_integration_account_agreement: 'integration_account_name name resource_group_name',
  logic_app_integration_account_assembly: 'integration_account_name name resource_group_name',
  logic_app_integration_account_batch_configuration:
    'batch_group_name integration_account_name name resource_group_name',
  logic_app_integration_account_certificate: 'integration_account_name name resource_group_name',
  logic_app_integration_account_map: 'integration_account_name name resource_group_name',
  logic_app_integration_account_partner: 'integration_account_name name resource_group_name',
  logic_app_integration_account_schema: 'integration_account_name name resource_group_name',
  logic_app_integration_account_session: 'integration_account_name name resource_group_name',
  logic_app_standard: 'location name resource_group_name',
  logic_app_trigger_custom: 'logic_app_id name',
  logic_app_trigger_http_request: 'logic_app_id name',
  logic_app_trigger_recurrence: 'logic_app_id name',
  logic_app_workflow:
    'integration_service_environment_id location name resource_group_name workflow_schema workflow_version',
  machine_learning_compute_cluster:
    'description local_auth_enabled location machine_learning_workspace_id name node_public_ip_enabled ssh ssh.admin_password ssh.admin_username ssh.key_value ssh_public_access_enabled subnet_resource_id vm_priority vm_size',
  machine_learning_compute_instance:
    'assign_to_user authorization_type description identity identity.identity_ids identity.type local_auth_enabled machine_learning_workspace_id name node_public_ip_enabled ssh subnet_resource_id tags virtual_machine_size',
  machine_learning_datastore_blobstorage: 'description name storage_container_id tags workspace_id',
  machine_learning_datastore_datalake_gen2:
    'description name storage_container_id tags workspace_id',
  machine_learning_datastore_fileshare: 'description name storage_fileshare_id tags workspace_id',
  machine_learning_inference_cluster:
    'cluster_purpose description identity identity.identity_ids identity.type kubernetes_cluster_id location machine_learning_workspace_id name ssl ssl.cert ssl.cname ssl.key ssl.leaf_domain_label ssl.overwrite_existing_domain tags',
  machine_learning_synapse_spark:
    'description identity identity.identity_ids identity.type local_auth_enabled location machine_learning_workspace_id name synapse_spark_pool_id tags',
  machine_learning_workspace:
    'application_insights_id container_registry_id encryption high_business_impact key_vault_id location managed_network.provision_on_creation_enabled name resource_group_name service_side_encryption_enabled storage_account_id',
  machine_learning_workspace_network_outbound_rule_fqdn: 'name workspace_id',
  machine_learning_workspace_network_outbound_rule_private_endpoint:
    'name service_resource_id spark_enabled sub_resource_target workspace_id',
  machine_learning_workspace_network_outbound_rule_service_tag: 'name workspace_id',
  management_lock: 'lock_level name notes scope',
  monitor_action_group: 'location name resource_group_name',
  monitor_diagnostic_setting: 'name target_resource_id',
  monitor_metric_alert: 'name resource_group_name',
  network_security_group: 'location name resource_group_name',
  private_dns_zone: 'name resource_group_name soa_record',
  private_dns_zone_virtual_network_link:
    'name private_dns_zone_name resource_group_name virtual_network_id',
  private_endpoint:
    'custom_network_interface_name edge_zone ip_configuration.member_name ip_configuration.name ip_configuration.private_ip_address ip_configuration.subresource_name location name private_service_connection.is_manual_connection private_service_connection.name private_service_connection.private_connection_resource_alias private_service_connection.private_connection_resource_id private_service_connection.subresource_names resource_group_name subnet_id',
  resource_group: 'location name',
  resource_group_policy_assignment: 'location name policy_definition_id resource_group_id',
  resource_group_template_deployment: 'name resource_group_name',
  role_assignment:
    'condition condition_version delegated_managed_identity_resource_id description name principal_id principal_type role_definition_id role_definition_name scope',
  role_definition: 'role_definition_id scope',
  service_plan: 'location name os_type resource_group_name',
  storage_account:
    'account_tier dns_endpoint_type edge_zone immutability_policy infrastructure_encryption_enabled is_hns_enabled location name nfsv3_enabled provisioned_billing_model_version queue_encryption_key_type resource_group_name table_encryption_key_type',
  storage_account_customer_managed_key: 'storage_account_id',
  storage_account_network_rules: 'storage_account_id',
  storage_account_queue_properties: 'storage_account_id',
  storage_account_static_website: 'storage_account_id',
  storage_blob:
    'content_md5 encryption_scope name parallelism size source source_content source_uri storage_account_name storage_container_id storage_container_name type',
  storage_container: 'default_encryption_scope encryption_scope_override_enabled name',
  storage_data_lake_gen2_filesystem: 'default_encryption_scope name storage_account_id',
  storage_data_lake_gen2_path: 'filesystem_name path resource storage_account_id',
  storage_management_policy: 'storage_account_id',
  storage_share: 'enabled_protocol name',
  storage_share_directory: 'name storage_share_id storage_share_url',
  storage_share_file: 'content_md5 name path source storage_share_id storage_share_url',
  subnet: 'name resource_group_name virtual_network_name',
  subnet_network_security_group_association: 'network_security_group_id subnet_id',
  user_assigned_identity: 'location name resource_group_name',
  virtual_network: 'edge_zone location name resource_group_name',
};
