import type { IConstruct } from 'constructs';
import { declaredName } from '../../core/declared-name';
import { recordFact } from '../../core/facts';
import { isUnresolved } from '../../core/validation';
import { addStudioUrl } from '../../platform/stack-outputs';
import { settingsOf } from '../../platform/settings';
import type { IWorkspace } from '../workspace-types';
import { studioUrl } from './studio-url';

/**
 * Makes a page of the studio known: as an output, and to summaries.
 *
 * @param shows what it shows, such as `batch endpoint churn-train`
 */
export function announcePage(
  scope: IConstruct,
  workspace: IWorkspace,
  shows: string,
  path?: string,
): void {
  addStudioUrl(scope, studioUrl(workspace, path));
  recordFact(scope, 'studio', () => ({
    shows,
    url: studioUrl({ cloud: workspace.cloud, workspaceId: knownId(scope, workspace) }, path),
  }));
}

/** The id of a workspace, of parts that are known before it is made, where they are. */
function knownId(scope: IConstruct, workspace: IWorkspace): string {
  const { workspaceId, workspaceName, resourceGroup } = workspace;
  const { subscriptionId = workspaceId } = settingsOf(scope);
  const group = declaredName(resourceGroup, resourceGroup.resourceGroupName);
  const parts = [subscriptionId, group, workspaceName];
  return !isUnresolved(workspaceId) || parts.some((part) => isUnresolved(part))
    ? workspaceId
    : `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.MachineLearningServices/workspaces/${workspaceName}`;
}
