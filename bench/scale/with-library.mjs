// Declares resources through the library: in every five a container, a datastore on it, a cluster,
// a schedule and its disabler.
import { App } from 'cdktf';
import {
  BlobDatastore,
  ComputeCluster,
  MlStack,
  PipelineArgument,
  PublishedPipeline,
  Recurrence,
  Schedule,
  StorageAccount,
  StorageContainer,
  VmSize,
  Workspace,
} from 'cdktf-azureml';
import { ACCOUNT_ID, COMPONENT_ID, SUBSCRIPTION_ID, WORKSPACE_ID } from './platform.mjs';

export function declare(outdir, groups) {
  const app = new App({ outdir });
  const stack = new MlStack(app, 'bench', {
    subscriptionId: SUBSCRIPTION_ID,
    location: 'westeurope',
    tags: { team: 'churn' },
  });
  const workspace = Workspace.fromWorkspaceAttributes(stack, 'Workspace', {
    workspaceId: WORKSPACE_ID,
  });
  const storageAccount = StorageAccount.fromStorageAccountAttributes(stack, 'Account', {
    storageAccountId: ACCOUNT_ID,
  });
  const pipeline = PublishedPipeline.fromBatchEndpointAttributes(stack, 'Pipeline', {
    workspace,
    endpointName: 'churn',
    componentId: COMPONENT_ID,
  });
  for (let index = 0; index < groups; index += 1) {
    const container = new StorageContainer(stack, `Container${index}`, {
      name: `raw-${index}`,
      storageAccount,
    });
    const datastore = new BlobDatastore(stack, `Datastore${index}`, {
      name: `raw_${index}`,
      workspace,
      container,
      description: 'what arrives',
    });
    new ComputeCluster(stack, `Cluster${index}`, {
      name: `cpu-${index}`,
      workspace,
      vmSize: VmSize.STANDARD_DS3_V2,
      maxNodes: 4,
      tags: { size: 'small' },
    });
    new Schedule(stack, `Schedule${index}`, {
      name: `nightly-${index}`,
      pipeline,
      trigger: Recurrence.daily({ at: '04:30', timeZone: 'Europe/Berlin' }),
      arguments: {
        raw: PipelineArgument.folder(datastore, 'history'),
        rate: PipelineArgument.literal(0.01),
      },
    });
  }
  return app;
}
