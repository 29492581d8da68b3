/**
 * The api-version of every resource type that is declared through azapi: the versions whose type
 * definitions azapi 2.12.0 ships, pinned in this one table.
 */
export const API_VERSIONS = {
  'Microsoft.DataFactory/factories/datasets': '2018-06-01',
  'Microsoft.DataFactory/factories/linkedservices': '2018-06-01',
  'Microsoft.DataFactory/factories/pipelines': '2018-06-01',
  'Microsoft.DataFactory/factories/triggers': '2018-06-01',
  'Microsoft.EventGrid/systemTopics': '2022-06-15',
  'Microsoft.EventGrid/systemTopics/eventSubscriptions': '2022-06-15',
  'Microsoft.Logic/workflows': '2019-05-01',
  'Microsoft.MachineLearningServices/workspaces/batchEndpoints': '2025-06-01',
  'Microsoft.MachineLearningServices/workspaces/batchEndpoints/deployments': '2025-06-01',
  'Microsoft.MachineLearningServices/workspaces/codes/versions': '2025-06-01',
  'Microsoft.MachineLearningServices/workspaces/components/versions': '2025-06-01',
  'Microsoft.MachineLearningServices/workspaces/computes': '2025-06-01',
  'Microsoft.MachineLearningServices/workspaces/data/versions': '2025-06-01',
  'Microsoft.MachineLearningServices/workspaces/datastores': '2025-06-01',
  'Microsoft.MachineLearningServices/workspaces/environments/versions': '2025-06-01',
  'Microsoft.MachineLearningServices/workspaces/jobs': '2025-06-01',
  'Microsoft.MachineLearningServices/workspaces/schedules': '2025-06-01',
  'Microsoft.Storage/storageAccounts/queueServices/queues': '2023-05-01',
  'Microsoft.Web/connections': '2016-06-01',
} as const;

/** A resource type with a pinned api-version. */
export type PinnedType = keyof typeof API_VERSIONS;

/** The `type` of an azapi resource: the type and its pinned api-version. */
export function pinned(type: PinnedType): string {
  return `${type}@${API_VERSIONS[type]}`;
}
