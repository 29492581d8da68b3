import type { TopologyDocument } from '../../lib/topology';

/** Stacks of one workspace each, with so many pipelines that are started by schedules. */
export function estate(stacks: number, pipelines: number): TopologyDocument[] {
  return Array.from({ length: stacks }, (_, index) => {
    const name = `team-${index + 1}`;
    return { name, content: stackOf(name, pipelines) };
  });
}

type Blocks = Record<string, Record<string, unknown>>;

function stackOf(name: string, pipelines: number): unknown {
  const azapi: Record<string, unknown> = {};
  const workspaceId = '${azurerm_machine_learning_workspace.Workspace.id}';
  for (let index = 1; index <= pipelines; index += 1) {
    const pipeline = `pipeline-${index}`;
    azapi[`Component${index}`] = {
      type: 'Microsoft.MachineLearningServices/workspaces/components/versions@2025-06-01',
      name: '1',
      parent_id: `${workspaceId}/components/${pipeline}`,
      body: {
        properties: {
          componentSpec: { name: pipeline, type: 'pipeline', jobs: { prepare: {}, train: {} } },
        },
      },
    };
    azapi[`Schedule${index}`] = {
      type: 'Microsoft.MachineLearningServices/workspaces/schedules@2025-06-01',
      name: `nightly-${pipeline}`,
      parent_id: workspaceId,
      body: {
        properties: {
          trigger: {
            triggerType: 'Recurrence',
            frequency: 'Day',
            interval: 1,
            schedule: { hours: [index % 24], minutes: [30] },
            timeZone: 'W. Europe Standard Time',
          },
          action: {
            jobDefinition: {
              componentId: `\${azapi_resource.Component${index}.id}`,
              inputs: { raw: { uri: `azureml://datastores/raw/paths/incoming/${pipeline}` } },
              settings: { default_compute: '${azurerm_machine_learning_compute_cluster.Cpu.id}' },
            },
          },
        },
      },
    };
  }
  const resource: Blocks = {
    azapi_resource: azapi,
    azurerm_resource_group: { Group: { name: `rg-${name}`, location: 'westeurope' } },
    azurerm_machine_learning_workspace: {
      Workspace: {
        name: `mlw-${name}`,
        resource_group_name: '${azurerm_resource_group.Group.name}',
      },
    },
    azurerm_machine_learning_compute_cluster: {
      Cpu: {
        name: 'cpu',
        machine_learning_workspace_id: workspaceId,
        vm_size: 'STANDARD_DS3_V2',
        scale_settings: { min_node_count: 0, max_node_count: 4 },
        identity: { type: 'SystemAssigned' },
      },
    },
    azurerm_storage_account: {
      Data: {
        name: `st${name.replace('-', '')}`,
        resource_group_name: '${azurerm_resource_group.Group.name}',
      },
    },
    azurerm_storage_container: {
      Raw: { name: 'raw', storage_account_id: '${azurerm_storage_account.Data.id}' },
    },
    azurerm_machine_learning_datastore_blobstorage: {
      Raw: {
        name: 'raw',
        workspace_id: workspaceId,
        storage_container_id: '${azurerm_storage_container.Raw.id}',
      },
    },
    azurerm_role_assignment: {
      Read: {
        scope: '${azurerm_storage_container.Raw.id}',
        principal_id: '${azurerm_machine_learning_compute_cluster.Cpu.identity[0].principal_id}',
        role_definition_name: 'Storage Blob Data Reader',
      },
    },
  };
  return { '//': { metadata: { stackName: name } }, resource };
}
