import { stackOf, SUBSCRIPTION_ID, type Blocks } from './stack';
import type { TerraformJson } from '../support/terraform';

const GROUP = '${azurerm_resource_group.rg.name}';
const LOCATION = '${azurerm_resource_group.rg.location}';
const GROUP_ID = '${azurerm_resource_group.rg.id}';
const WORKSPACE = '${azurerm_machine_learning_workspace.ws.id}';
const CLUSTER = '${azurerm_machine_learning_compute_cluster.cpu.id}';
const ML = 'Microsoft.MachineLearningServices/workspaces';
const IN_GROUP = { resource_group_name: GROUP, location: LOCATION };

const TRIGGER = {
  triggerType: 'Recurrence',
  frequency: 'Day',
  interval: 1,
  timeZone: 'UTC',
  schedule: { hours: [4], minutes: [30] },
};
const ACTION = {
  actionType: 'CreateJob',
  jobDefinition: {
    jobType: 'Pipeline',
    componentId: '${azapi_resource.pipeline.id}',
    inputs: { rate: { jobInputType: 'literal', value: '0.01' } },
    settings: { default_compute: CLUSTER, continue_on_step_failure: false },
  },
};

const STORAGE_AND_IDENTITY: Blocks = {
  azurerm_resource_group: { rg: { name: 'rg-churn', location: 'West Europe' } },
  azurerm_log_analytics_workspace: { logs: { name: 'log-churn', ...IN_GROUP } },
  azurerm_application_insights: {
    insights: {
      name: 'appi-churn',
      ...IN_GROUP,
      application_type: 'web',
      workspace_id: '${azurerm_log_analytics_workspace.logs.id}',
    },
  },
  azurerm_key_vault: {
    vault: {
      name: 'kv-churn',
      ...IN_GROUP,
      sku_name: 'standard',
      tenant_id: '${data.azurerm_client_config.me.tenant_id}',
      rbac_authorization_enabled: true,
    },
  },
  azurerm_storage_account: {
    account: {
      name: 'stchurn',
      ...IN_GROUP,
      account_tier: 'Standard',
      account_replication_type: 'LRS',
      shared_access_key_enabled: false,
      blob_properties: [{ delete_retention_policy: [{}], versioning_enabled: true }],
    },
  },
  azurerm_storage_container: {
    raw: { name: 'raw', storage_account_id: '${azurerm_storage_account.account.id}' },
    code: { name: 'code', storage_account_id: '${azurerm_storage_account.account.id}' },
  },
  azurerm_storage_blob: {
    train: {
      name: 'abc123/train.py',
      type: 'Block',
      storage_container_id: '${azurerm_storage_container.code.id}',
      source_content: 'print("train")',
    },
  },
  azurerm_user_assigned_identity: { trigger: { name: 'id-trigger', ...IN_GROUP } },
  azurerm_role_definition: {
    invoke: {
      name: 'Invoke pipelines',
      scope: WORKSPACE,
      permissions: [{ actions: [`${ML}/read`] }],
    },
  },
  azurerm_role_assignment: {
    invoke: {
      scope: WORKSPACE,
      role_definition_id: '${azurerm_role_definition.invoke.role_definition_resource_id}',
      principal_id: '${azapi_resource.workflow.identity[0].principal_id}',
      principal_type: 'ServicePrincipal',
    },
    read: {
      scope: '${azurerm_storage_account.account.id}',
      role_definition_name: 'Storage Blob Data Reader',
      principal_id: '${azurerm_user_assigned_identity.trigger.principal_id}',
    },
  },
  azurerm_monitor_diagnostic_setting: {
    workspace: {
      name: 'to-logs',
      target_resource_id: WORKSPACE,
      log_analytics_workspace_id: '${azurerm_log_analytics_workspace.logs.id}',
      enabled_log: [{ category_group: 'allLogs' }],
    },
  },
};

const WORKSPACE_AND_FACTORY: Blocks = {
  azurerm_machine_learning_workspace: {
    ws: {
      name: 'mlw-churn',
      ...IN_GROUP,
      application_insights_id: '${azurerm_application_insights.insights.id}',
      key_vault_id: '${azurerm_key_vault.vault.id}',
      storage_account_id: '${azurerm_storage_account.account.id}',
      storage_account_access_type: 'Identity',
      identity: [{ type: 'SystemAssigned' }],
    },
  },
  azurerm_machine_learning_compute_cluster: {
    cpu: {
      name: 'cpu',
      machine_learning_workspace_id: WORKSPACE,
      location: LOCATION,
      vm_size: 'STANDARD_DS3_V2',
      vm_priority: 'Dedicated',
      local_auth_enabled: false,
      identity: [{ type: 'SystemAssigned' }],
      scale_settings: [
        { min_node_count: 0, max_node_count: 4, scale_down_nodes_after_idle_duration: 'PT2M' },
      ],
    },
  },
  azurerm_machine_learning_datastore_blobstorage: {
    raw: {
      name: 'raw',
      workspace_id: WORKSPACE,
      storage_container_id: '${azurerm_storage_container.raw.id}',
      service_data_auth_identity: 'WorkspaceSystemAssignedIdentity',
    },
  },
  azurerm_data_factory: {
    factory: { name: 'adf-churn', ...IN_GROUP, identity: [{ type: 'SystemAssigned' }] },
  },
  azurerm_data_factory_trigger_schedule: {
    nightly: {
      name: 'nightly',
      data_factory_id: '${azurerm_data_factory.factory.id}',
      pipeline: [{ name: '${azapi_resource.orchestrate.name}' }],
      frequency: 'Day',
    },
  },
};

const versioned = (kind: string, name: string, version: string, properties: object): object => ({
  type: `${ML}/${kind}/versions@2025-06-01`,
  name: version,
  parent_id: `${WORKSPACE}/${kind}/${name}`,
  body: { properties },
  lifecycle: { ignore_changes: ['body'] },
});

/** Everything that azapi makes, the schedule enabled or not. */
function pipelines(isScheduleEnabled: boolean): Blocks {
  return {
    azapi_resource: {
      code: versioned('codes', 'train', 'abc123', {
        codeUri: 'https://stchurn.blob.core.windows.net/code/abc123/',
      }),
      environment: versioned('environments', 'sklearn', '1', { image: 'example.azurecr.io/x:1' }),
      train: versioned('components', 'train', '1', {
        componentSpec: {
          name: 'train',
          version: '1',
          type: 'command',
          is_deterministic: true,
          code: 'azureml:${azapi_resource.code.id}',
          environment: 'azureml:${azapi_resource.environment.id}',
          command: 'python train.py --in $${{inputs.raw}}',
          inputs: { raw: { type: 'uri_folder', optional: false } },
        },
      }),
      pipeline: versioned('components', 'churn', '1', {
        componentSpec: {
          name: 'churn',
          version: '1',
          type: 'pipeline',
          jobs: { train: { type: 'command', componentId: '${azapi_resource.train.id}' } },
        },
      }),
      endpoint: {
        type: `${ML}/batchEndpoints@2025-06-01`,
        name: 'churn-train',
        parent_id: WORKSPACE,
        location: 'westeurope',
        identity: [{ type: 'SystemAssigned' }],
        body: { properties: { authMode: 'AADToken' } },
        response_export_values: { scoringUri: 'properties.scoringUri' },
      },
      deployment: {
        type: `${ML}/batchEndpoints/deployments@2025-06-01`,
        name: 'v1',
        parent_id: '${azapi_resource.endpoint.id}',
        location: LOCATION,
        body: {
          properties: {
            deploymentConfiguration: {
              deploymentConfigurationType: 'PipelineComponent',
              componentId: { referenceType: 'Id', assetId: '${azapi_resource.pipeline.id}' },
            },
          },
        },
      },
      schedule: {
        type: `${ML}/schedules@2025-06-01`,
        name: 'nightly',
        parent_id: WORKSPACE,
        body: {
          properties: { isEnabled: isScheduleEnabled, trigger: TRIGGER, action: ACTION },
        },
      },
      databricks: {
        type: `${ML}/computes@2025-06-01`,
        name: 'databricks',
        parent_id: WORKSPACE,
        body: { properties: { computeType: 'Databricks', properties: { workspaceUrl: 'adb' } } },
        sensitive_body: { properties: { properties: { databricksAccessToken: 'not-a-token' } } },
        delete_query_parameters: { underlyingResourceAction: ['Detach'] },
      },
      connection: {
        type: 'Microsoft.Web/connections@2016-06-01',
        name: 'azureblob',
        parent_id: GROUP_ID,
        location: 'westeurope',
        schema_validation_enabled: false,
        body: { properties: { displayName: 'blob' } },
      },
      workflow: {
        type: 'Microsoft.Logic/workflows@2019-05-01',
        name: 'logic-churn',
        parent_id: GROUP_ID,
        location: 'West Europe',
        identity: [
          {
            type: 'SystemAssigned, UserAssigned',
            identity_ids: ['${azurerm_user_assigned_identity.trigger.id}'],
          },
        ],
        body: {
          properties: {
            state: 'Enabled',
            definition: {
              actions: {
                run: { type: 'Http', uri: '${azapi_resource.endpoint.output.scoringUri}' },
              },
            },
            parameters: { $connections: { value: { blob: '${azapi_resource.connection.id}' } } },
          },
        },
        tags: { owner: 'ml' },
        response_export_values: { accessEndpoint: 'properties.accessEndpoint' },
      },
      linked: {
        type: 'Microsoft.DataFactory/factories/linkedservices@2018-06-01',
        name: 'aml',
        parent_id: '${azurerm_data_factory.factory.id}',
        body: { properties: { type: 'AzureMLService', typeProperties: { authentication: 'MSI' } } },
      },
      orchestrate: {
        type: 'Microsoft.DataFactory/factories/pipelines@2018-06-01',
        name: 'orchestrate',
        parent_id: '${azurerm_data_factory.factory.id}',
        body: { properties: { activities: [{ name: 'Train', type: 'WebActivity' }] } },
      },
    },
    azapi_update_resource: {
      default_deployment: {
        type: `${ML}/batchEndpoints@2025-06-01`,
        resource_id: '${azapi_resource.endpoint.id}',
        body: { properties: { defaults: { deploymentName: '${azapi_resource.deployment.name}' } } },
      },
    },
    azapi_resource_action: {
      disable: {
        type: `${ML}/schedules@2025-06-01`,
        resource_id: '${azapi_resource.schedule.id}',
        method: 'PUT',
        when: 'destroy',
        body: { properties: { isEnabled: false, trigger: TRIGGER, action: ACTION } },
      },
    },
  };
}

/** A platform of more than 30 resources of both providers, with pipelines and what starts them. */
export function platform(): TerraformJson {
  return stackOf(
    { ...STORAGE_AND_IDENTITY, ...WORKSPACE_AND_FACTORY, ...pipelines(true) },
    {
      data: { azurerm_client_config: { me: {} } },
      output: {
        scoringUri: { value: '${azapi_resource.endpoint.output.scoringUri}' },
        accessEndpoint: { value: '${azapi_resource.workflow.output.accessEndpoint}' },
        container: { value: '${azurerm_storage_container.raw.id}' },
        datastore: { value: '${azurerm_machine_learning_datastore_blobstorage.raw.id}' },
        blob: { value: '${azurerm_storage_blob.train.id}' },
        role: { value: '${azurerm_role_definition.invoke.id}' },
        diagnostics: { value: '${azurerm_monitor_diagnostic_setting.workspace.id}' },
        trigger: { value: '${azurerm_data_factory_trigger_schedule.nightly.id}' },
        principal: { value: '${azurerm_machine_learning_workspace.ws.identity[0].principal_id}' },
        subscription: { value: '${data.azurerm_client_config.me.subscription_id}' },
      },
    },
  );
}

/** ARM id of the platform's resource group. */
export const PLATFORM_GROUP_ID = `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/rg-churn`;
