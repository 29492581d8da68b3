// Registers with Pulumi, by hand, what bench/scale/with-library.mjs declares.
import * as pulumi from '@pulumi/pulumi';
import { ACCOUNT_ID, COMPONENT_ID, SUBSCRIPTION_ID, WORKSPACE_ID } from '../scale/platform.mjs';

class Registered extends pulumi.CustomResource {}

/** @param names of the resources in each group, since the library's hold hashes */
export function register(groups, names) {
  const azapi = provider('azapi', { subscriptionId: SUBSCRIPTION_ID });
  const azurerm = provider('azurerm', {
    subscriptionId: SUBSCRIPTION_ID,
    storageUseAzuread: 'true',
    features: JSON.stringify([
      {
        keyVaults: [{ purgeSoftDeleteOnDestroy: false, recoverSoftDeletedKeyVaults: true }],
        storages: [{ dataPlaneAvailable: false }],
      },
    ]),
  });
  for (let index = 0; index < groups; index += 1) group(index, names[index], azurerm, azapi);
}

function group(index, names, azurerm, azapi) {
  const container = resource(azurerm, 'storageContainer', names.container, {
    containerAccessType: 'private',
    name: `raw-${index}`,
    storageAccountId: ACCOUNT_ID,
  });
  const datastore = resource(azurerm, 'machineLearningDatastoreBlobstorage', names.datastore, {
    description: 'what arrives',
    name: `raw_${index}`,
    serviceDataAuthIdentity: 'WorkspaceSystemAssignedIdentity',
    storageContainerId: container.id,
    workspaceId: WORKSPACE_ID,
  });
  resource(azurerm, 'machineLearningComputeCluster', names.cluster, {
    identity: { type: 'SystemAssigned' },
    localAuthEnabled: false,
    location: 'westeurope',
    machineLearningWorkspaceId: WORKSPACE_ID,
    name: `cpu-${index}`,
    nodePublicIpEnabled: true,
    scaleSettings: { maxNodeCount: 4, minNodeCount: 0, scaleDownNodesAfterIdleDuration: 'PT2M' },
    sshPublicAccessEnabled: false,
    tags: { size: 'small', team: 'churn' },
    vmPriority: 'Dedicated',
    vmSize: 'STANDARD_DS3_V2',
  });
  const type = 'Microsoft.MachineLearningServices/workspaces/schedules@2025-06-01';
  const schedule = resource(azapi, 'resource', names.schedule, {
    body: scheduleBody(index, datastore, true),
    name: `nightly-${index}`,
    parentId: WORKSPACE_ID,
    type,
  });
  resource(azapi, 'resourceAction', names.disabler, {
    body: scheduleBody(index, datastore, false),
    method: 'PUT',
    resourceId: schedule.id,
    type,
    when: 'destroy',
  });
}

function scheduleBody(index, datastore, isEnabled) {
  return {
    properties: {
      action: {
        actionType: 'CreateJob',
        jobDefinition: {
          componentId: COMPONENT_ID,
          displayName: `nightly-${index}`,
          experimentName: 'churn',
          inputs: {
            rate: { jobInputType: 'literal', value: '0.01' },
            raw: {
              jobInputType: 'uri_folder',
              mode: 'ReadOnlyMount',
              uri: pulumi.interpolate`azureml://datastores/${datastore.name}/paths/history`,
            },
          },
          jobType: 'Pipeline',
          jobs: {},
          settings: { _source: 'REMOTE.WORKSPACE.COMPONENT' },
        },
      },
      displayName: `nightly-${index}`,
      isEnabled,
      trigger: {
        frequency: 'Day',
        interval: 1,
        schedule: { hours: [4], minutes: [30] },
        timeZone: 'W. Europe Standard Time',
        triggerType: 'Recurrence',
      },
    },
  };
}

function provider(name, inputs) {
  const reference = packageOf(name);
  const resource = new pulumi.ProviderResource(name, `bench-${name}`, inputs, {}, false, reference);
  return { name, resource, reference };
}

function packageOf(name) {
  return pulumi.runtime.registerPackage({
    baseProviderName: 'terraform-provider',
    baseProviderVersion: '',
    baseProviderDownloadUrl: '',
    packageName: name,
    packageVersion: '1.0.0',
    base64Parameter: 'e30=',
  });
}

function resource({ name: packageName, resource: configuration, reference }, type, name, inputs) {
  const token = `${packageName}:index/${type}:${type[0].toUpperCase()}${type.slice(1)}`;
  const options = { provider: configuration, deleteBeforeReplace: true };
  return new Registered(token, name, inputs, options, false, reference);
}
