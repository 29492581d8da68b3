import { guidFor, normalizedLocation } from '../../azure/fabricate';
import { nameOf } from '../../azure/arm-id';
import { below, belowNamed, inGroup, needed, type AzurermTypes, type Made } from '../azurerm-type';

const WORKFLOWS = 'Microsoft.Logic/workflows';
const ACCOUNTS = 'Microsoft.Logic/integrationAccounts';
const ACTION = below('logic_app_id', `${WORKFLOWS}/actions`);
const TRIGGER = below('logic_app_id', `${WORKFLOWS}/triggers`);
const CALLABLE = { ...TRIGGER, computed: { callback_url: callbackUrl } };
const inAccount = (segment: string) => belowNamed(ACCOUNTS, 'integration_account_name', segment);

/** Logic Apps and their connections. */
export const LOGIC_APPS: AzurermTypes = {
  azurerm_api_connection: inGroup('Microsoft.Web/connections', {
    display_name: ({ armId }) => nameOf(armId),
  }),
  azurerm_logic_app_action_custom: ACTION,
  azurerm_logic_app_action_http: ACTION,
  azurerm_logic_app_integration_account: inGroup(ACCOUNTS),
  azurerm_logic_app_integration_account_agreement: inAccount('agreements'),
  azurerm_logic_app_integration_account_assembly: inAccount('assemblies'),
  azurerm_logic_app_integration_account_batch_configuration: inAccount('batchConfigurations'),
  azurerm_logic_app_integration_account_certificate: inAccount('certificates'),
  azurerm_logic_app_integration_account_map: inAccount('maps'),
  azurerm_logic_app_integration_account_partner: inAccount('partners'),
  azurerm_logic_app_integration_account_schema: inAccount('schemas'),
  azurerm_logic_app_integration_account_session: inAccount('sessions'),
  azurerm_logic_app_standard: inGroup('Microsoft.Web/sites', {
    default_hostname: ({ armId }) => `${nameOf(armId)}.azurewebsites.net`,
    custom_domain_verification_id: ({ armId }) => guidFor(armId).replaceAll('-', '').toUpperCase(),
    kind: () => 'functionapp,workflowapp',
    outbound_ip_addresses: () => '192.0.2.10',
    possible_outbound_ip_addresses: () => '192.0.2.10,192.0.2.11',
    public_network_access: () => 'Enabled',
  }),
  azurerm_logic_app_trigger_custom: CALLABLE,
  azurerm_logic_app_trigger_http_request: CALLABLE,
  azurerm_logic_app_trigger_recurrence: TRIGGER,
  azurerm_logic_app_workflow: inGroup(WORKFLOWS, {
    access_endpoint: (made) =>
      `https://prod-00.${normalizedLocation(needed(made, 'location'))}.logic.azure.com:443/workflows/${workflowNumber(made.armId)}`,
    connector_endpoint_ip_addresses: () => ['192.0.2.12'],
    connector_outbound_ip_addresses: () => ['192.0.2.12'],
    workflow_endpoint_ip_addresses: () => ['192.0.2.11'],
    workflow_outbound_ip_addresses: () => ['192.0.2.10'],
  }),
};

function workflowNumber(armId: string): string {
  return guidFor(armId).replaceAll('-', '');
}

function callbackUrl(made: Made): string {
  const workflow = workflowNumber(needed(made, 'logic_app_id'));
  return `https://prod-00.offline.logic.azure.com:443/workflows/${workflow}/triggers/${nameOf(made.armId)}/paths/invoke?api-version=2016-10-01&sig=offline`;
}
