import { fakeKeyFor, guidFor, normalizedLocation, TENANT_ID } from '../../azure/fabricate';
import { extending, inGroup, needed, type AzurermTypes, type Made } from '../azurerm-type';

/** Application Insights, Log Analytics, alerts and diagnostic settings. */
export const MONITOR: AzurermTypes = {
  azurerm_application_insights: inGroup('Microsoft.Insights/components', {
    app_id: ({ armId }) => guidFor(`${armId}#app`),
    instrumentation_key: instrumentationKey,
    connection_string: (made) =>
      `InstrumentationKey=${instrumentationKey(made)};IngestionEndpoint=https://${normalizedLocation(needed(made, 'location'))}-0.in.applicationinsights.azure.com/`,
    daily_data_cap_notifications_enabled: () => true,
    daily_data_cap_notifications_disabled: () => false,
    ip_masking_enabled: () => true,
    disable_ip_masking: () => false,
    local_authentication_enabled: () => true,
    local_authentication_disabled: () => false,
  }),
  azurerm_log_analytics_workspace: inGroup('Microsoft.OperationalInsights/workspaces', {
    workspace_id: ({ armId }) => guidFor(`${armId}#workspace`),
    primary_shared_key: ({ armId }) => fakeKeyFor(`${armId}#1`),
    secondary_shared_key: ({ armId }) => fakeKeyFor(`${armId}#2`),
    sku: () => 'PerGB2018',
    retention_in_days: () => 30,
    local_authentication_enabled: () => true,
    local_authentication_disabled: () => false,
  }),
  azurerm_monitor_action_group: inGroup('Microsoft.Insights/actionGroups', {
    'event_hub_receiver.tenant_id': () => TENANT_ID,
    'webhook_receiver.aad_auth.tenant_id': () => TENANT_ID,
  }),
  azurerm_monitor_diagnostic_setting: {
    ...extending('target_resource_id', 'Microsoft.Insights/diagnosticSettings'),
    terraformId: (made) => `${needed(made, 'target_resource_id')}|${needed(made, 'name')}`,
    computed: { log_analytics_destination_type: () => '' },
  },
  azurerm_monitor_metric_alert: inGroup('Microsoft.Insights/metricAlerts'),
};

function instrumentationKey({ armId }: Made): string {
  return guidFor(`${armId}#instrumentation`);
}
