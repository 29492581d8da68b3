import { fakeKeyFor } from '../../azure/fabricate';
import { below, inGroup, settingsOf, type AzurermTypes } from '../azurerm-type';

const FACTORIES = 'Microsoft.DataFactory/factories';
const child = (segment: string) => below('data_factory_id', `${FACTORIES}/${segment}`);
const LINKED_SERVICE = child('linkedservices');
const RUNTIME = child('integrationRuntimes');
const TRIGGER = child('triggers');

/** Data Factory. */
export const DATA_FACTORY: AzurermTypes = {
  azurerm_data_factory: inGroup(FACTORIES),
  azurerm_data_factory_credential_service_principal: child('credentials'),
  azurerm_data_factory_credential_user_managed_identity: child('credentials'),
  azurerm_data_factory_customer_managed_key: settingsOf(
    'data_factory_id',
    `${FACTORIES}/customerManagedKeys`,
  ),
  azurerm_data_factory_data_flow: child('dataflows'),
  azurerm_data_factory_flowlet_data_flow: child('dataflows'),
  azurerm_data_factory_integration_runtime_azure: RUNTIME,
  azurerm_data_factory_integration_runtime_azure_ssis: RUNTIME,
  azurerm_data_factory_integration_runtime_self_hosted: {
    ...RUNTIME,
    computed: {
      primary_authorization_key: ({ armId }) => `IR@${fakeKeyFor(`${armId}#1`)}`,
      secondary_authorization_key: ({ armId }) => `IR@${fakeKeyFor(`${armId}#2`)}`,
    },
  },
  azurerm_data_factory_linked_custom_service: LINKED_SERVICE,
  azurerm_data_factory_linked_service_azure_blob_storage: LINKED_SERVICE,
  azurerm_data_factory_linked_service_azure_databricks: LINKED_SERVICE,
  azurerm_data_factory_linked_service_data_lake_storage_gen2: LINKED_SERVICE,
  azurerm_data_factory_linked_service_key_vault: LINKED_SERVICE,
  azurerm_data_factory_managed_private_endpoint: below(
    'data_factory_id',
    `${FACTORIES}/managedVirtualNetworks/managedPrivateEndpoints`,
    'managedVirtualNetworks/default/managedPrivateEndpoints',
  ),
  azurerm_data_factory_pipeline: child('pipelines'),
  azurerm_data_factory_trigger_blob_event: TRIGGER,
  azurerm_data_factory_trigger_custom_event: TRIGGER,
  azurerm_data_factory_trigger_schedule: {
    ...TRIGGER,
    computed: { start_time: () => '2026-01-01T00:00:00Z', pipeline_parameters: () => ({}) },
  },
  azurerm_data_factory_trigger_tumbling_window: TRIGGER,
};
