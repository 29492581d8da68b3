import { PipelineGeneration } from '../pipeline/pipeline-generation';

const WORKSPACE = 'Microsoft.MachineLearningServices/workspaces';

/**
 * What Microsoft documents as needed to submit a v1 pipeline.
 *
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-assign-roles ("MLOps Custom")
 */
const V1_ACTIONS = [
  '/read',
  '/components/read',
  '/datasets/*/read',
  '/datastores/read',
  '/endpoints/pipelines/read',
  '/environments/build/action',
  '/environments/read',
  '/environments/write',
  '/experiments/jobs/read',
  '/experiments/jobs/write',
  '/experiments/runs/read',
  '/experiments/runs/submit/action',
  '/experiments/runs/write',
  '/metadata/artifacts/read',
  '/metadata/artifacts/write',
  '/metadata/codes/*/write',
  '/metadata/secrets/read',
  '/metadata/snapshots/read',
  '/metadata/snapshots/write',
  '/modules/read',
];

/**
 * What Microsoft documents as needed to invoke a batch endpoint, without the three actions that hand
 * out keys (`datastores/listsecrets`, `listStorageAccountKeys`, `computes/listKeys`): datastores with
 * identities need none. Not tried against every kind of step.
 *
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-authenticate-batch-endpoint
 */
const V2_ACTIONS = [
  '/read',
  '/batchEndpoints/deployments/jobs/write',
  '/batchEndpoints/deployments/read',
  '/batchEndpoints/deployments/write',
  '/batchEndpoints/jobs/write',
  '/batchEndpoints/read',
  '/batchEndpoints/write',
  '/computes/read',
  '/data/versions/write',
  '/datasets/registered/read',
  '/datasets/registered/write',
  '/datasets/unregistered/read',
  '/datasets/unregistered/write',
  '/datastores/read',
  '/datastores/write',
  '/endpoints/pipelines/read',
  '/endpoints/pipelines/write',
  '/environments/build/action',
  '/environments/read',
  '/environments/readSecrets/action',
  '/environments/write',
  '/experiments/read',
  '/experiments/runs/read',
  '/experiments/runs/submit/action',
  '/experiments/runs/write',
  '/metadata/artifacts/read',
  '/metadata/artifacts/write',
  '/metadata/secrets/read',
  '/metadata/snapshots/read',
  '/metrics/resource/write',
  '/models/read',
  '/modules/read',
];

/**
 * What cancelling a job by Resource Manager takes: the action of the request that does it. That it needs no
 * other was not tried.
 *
 * @see https://learn.microsoft.com/rest/api/azureml/jobs/cancel
 */
export const CANCEL_ACTIONS: readonly string[] = [`${WORKSPACE}/jobs/cancel/action`];

/** The actions that invoking a pipeline of a generation takes. */
export function invokerActions(generation: PipelineGeneration): readonly string[] {
  const actions = generation === PipelineGeneration.V1 ? V1_ACTIONS : V2_ACTIONS;
  return actions.map((action) => `${WORKSPACE}${action}`);
}
