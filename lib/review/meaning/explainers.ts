import { explainCompute } from './compute-meaning';
import { COMPUTE_TYPES } from './compute-shape';
import { explainFactoryPipeline, explainFactoryTrigger } from './data-factory-meaning';
import { explainDeployment, explainEndpointDefault } from './endpoint-meaning';
import { type Explainer, NOTHING } from './explanation';
import { explainActivatedTrigger } from './factory-trigger-meaning';
import { explainRequest } from './request-meaning';
import { explainRoleAssignment, explainRoleDefinition } from './role-meaning';
import { explainSchedule } from './schedule-meaning';
import { explainAssetVersion, explainComponentVersion } from './version-meaning';
import { explainWorkflow } from './workflow-meaning';

const WORKSPACE = 'microsoft.machinelearningservices/workspaces';

/** What tells the meaning of changes, by type; see {@link explainerOf}. */
const EXPLAINERS: ReadonlyMap<string, Explainer> = new Map<string, Explainer>([
  ...COMPUTE_TYPES.map((type) => [type, explainCompute] as const),
  [`${WORKSPACE}/schedules`, explainSchedule],
  [`${WORKSPACE}/components/versions`, explainComponentVersion],
  [`${WORKSPACE}/codes/versions`, explainAssetVersion],
  [`${WORKSPACE}/data/versions`, explainAssetVersion],
  [`${WORKSPACE}/environments/versions`, explainAssetVersion],
  [`${WORKSPACE}/batchendpoints`, explainEndpointDefault],
  [`action ${WORKSPACE}/batchendpoints`, explainEndpointDefault],
  [`${WORKSPACE}/batchendpoints/deployments`, explainDeployment],
  ['microsoft.logic/workflows', explainWorkflow],
  ['microsoft.datafactory/factories/pipelines', explainFactoryPipeline],
  ['microsoft.datafactory/factories/triggers', explainFactoryTrigger],
  ...['blob_event', 'custom_event', 'tumbling_window'].map(
    (kind) => [`azurerm_data_factory_trigger_${kind}`, explainActivatedTrigger] as const,
  ),
  ['azurerm_role_assignment', explainRoleAssignment],
  ['microsoft.authorization/roleassignments', explainRoleAssignment],
  ['azurerm_role_definition', explainRoleDefinition],
]);

/** What tells the meaning of changes of a kind. */
export function explainerOf(kind: string): Explainer {
  return EXPLAINERS.get(kind) ?? (kind.startsWith('action ') ? explainRequest : () => NOTHING);
}

/** Kinds that go with something else, and are told below it. */
export function isMinorKind(kind: string): boolean {
  return (
    kind === 'azurerm_storage_blob' ||
    kind === `${WORKSPACE}/codes/versions` ||
    (kind.startsWith('action ') && !kind.endsWith('/batchendpoints'))
  );
}
