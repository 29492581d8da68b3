// Declares the same resources with L1s, as somebody would who has only cdktf, the bindings of azurerm
// and the azapi resources of this library.
import { MachineLearningComputeCluster } from '@cdktf/provider-azurerm/lib/machine-learning-compute-cluster/index.js';
import { MachineLearningDatastoreBlobstorage } from '@cdktf/provider-azurerm/lib/machine-learning-datastore-blobstorage/index.js';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider/index.js';
import { StorageContainer } from '@cdktf/provider-azurerm/lib/storage-container/index.js';
import { App, LocalBackend, TerraformOutput, TerraformStack } from 'cdktf';
import { AzapiProvider, AzapiResource, AzapiResourceAction } from 'cdktf-azureml';
import { Construct } from 'constructs';
import { ACCOUNT_ID, COMPONENT_ID, SUBSCRIPTION_ID, WORKSPACE_ID } from './platform.mjs';

const SCHEDULE = 'Microsoft.MachineLearningServices/workspaces/schedules@2025-06-01';

const SCHEDULES_PAGE = `https://ml.azure.com/schedules?wsid=${WORKSPACE_ID}`;

export function declare(outdir, groups) {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, 'bench');
  new AzurermProvider(stack, 'azurerm', {
    subscriptionId: SUBSCRIPTION_ID,
    storageUseAzuread: true,
    features: [
      {
        keyVault: [{ purgeSoftDeleteOnDestroy: false, recoverSoftDeletedKeyVaults: true }],
        storage: [{ dataPlaneAvailable: false }],
      },
    ],
  });
  new AzapiProvider(stack, 'azapi', { subscriptionId: SUBSCRIPTION_ID });
  new LocalBackend(stack, { path: '../../../terraform.bench.tfstate' });
  stack.addOverride('terraform.required_version', '>= 1.11.0');
  stack.addOverride('terraform.required_providers.azurerm.version', '~> 4.81');
  stack.addOverride('terraform.required_providers.azapi.version', '~> 2.12');
  const pages = {};
  for (let index = 0; index < groups; index += 1) {
    const container = new StorageContainer(new Construct(stack, `Container${index}`), 'Resource', {
      name: `raw-${index}`,
      storageAccountId: ACCOUNT_ID,
      containerAccessType: 'private',
    });
    const datastore = new MachineLearningDatastoreBlobstorage(
      new Construct(stack, `Datastore${index}`),
      'Resource',
      {
        name: `raw_${index}`,
        workspaceId: WORKSPACE_ID,
        storageContainerId: container.id,
        serviceDataAuthIdentity: 'WorkspaceSystemAssignedIdentity',
        description: 'what arrives',
      },
    );
    new MachineLearningComputeCluster(new Construct(stack, `Cluster${index}`), 'Resource', {
      name: `cpu-${index}`,
      machineLearningWorkspaceId: WORKSPACE_ID,
      location: 'westeurope',
      vmSize: 'STANDARD_DS3_V2',
      vmPriority: 'Dedicated',
      scaleSettings: {
        minNodeCount: 0,
        maxNodeCount: 4,
        scaleDownNodesAfterIdleDuration: 'PT2M',
      },
      identity: { type: 'SystemAssigned' },
      localAuthEnabled: false,
      sshPublicAccessEnabled: false,
      nodePublicIpEnabled: true,
      tags: { team: 'churn', size: 'small' },
    });
    const scope = new Construct(stack, `Schedule${index}`);
    pages[`Schedule${index}`] = SCHEDULES_PAGE;
    const properties = scheduleProperties(`nightly-${index}`, datastore.name);
    const schedule = new AzapiResource(scope, 'Resource', {
      type: SCHEDULE,
      name: `nightly-${index}`,
      parentId: WORKSPACE_ID,
      body: { properties },
    });
    new AzapiResourceAction(scope, 'DisableBeforeDestroy', {
      type: SCHEDULE,
      resourceId: schedule.id,
      method: 'PUT',
      when: 'destroy',
      body: { properties: { ...properties, isEnabled: false } },
    });
  }
  new TerraformOutput(stack, 'studio_urls', {
    description: 'Pages of the studio, by the place of what they show in the stack',
    value: pages,
  });
  return app;
}

function scheduleProperties(name, datastoreName) {
  return {
    displayName: name,
    isEnabled: true,
    trigger: {
      triggerType: 'Recurrence',
      frequency: 'Day',
      interval: 1,
      timeZone: 'W. Europe Standard Time',
      schedule: { hours: [4], minutes: [30] },
    },
    action: {
      actionType: 'CreateJob',
      jobDefinition: {
        jobType: 'Pipeline',
        componentId: COMPONENT_ID,
        displayName: name,
        experimentName: 'churn',
        inputs: {
          raw: {
            jobInputType: 'uri_folder',
            mode: 'ReadOnlyMount',
            uri: `azureml://datastores/${datastoreName}/paths/history`,
          },
          rate: { jobInputType: 'literal', value: '0.01' },
        },
        jobs: {},
        settings: { _source: 'REMOTE.WORKSPACE.COMPONENT' },
      },
    },
  };
}
