import type { AzapiResource } from '../../azapi/azapi-resource';
import { declaredName } from '../../core/declared-name';
import { isTracked, trackVersion } from '../../platform/versions/track-version';
import type { UploadedFiles } from '../snapshot/snapshot-blobs';
import type { IWorkspace } from '../workspace-types';

/** What names a version of an asset within its workspace. */
export interface AssetVersion {
  readonly workspace: IWorkspace;
  /** Path of the version below the workspace, such as `components/train/versions/1`. */
  readonly path: string;
}

/**
 * Marks a version of a component, environment, code or data asset as immutable: no longer declared it is
 * forgotten instead of destroyed.
 */
export function trackAssetVersion(resource: AzapiResource, version: AssetVersion): void {
  trackVersion(resource, { armId: plannedId(version), armType: resource.armType });
}

/**
 * Marks uploaded files as part of a version that is made after them: where it exists, they do. Files that
 * several versions share stay with the first.
 */
export function trackUploads(
  uploads: readonly UploadedFiles[],
  version: AssetVersion,
  armType: string,
): void {
  for (const { blobs, urls, folderUrl } of uploads) {
    if (isTracked(blobs)) continue;
    trackVersion(blobs, {
      armId: plannedId(version),
      armType,
      instances: urls,
      instancesAt: folderUrl,
    });
  }
}

/**
 * The ARM id of a version, of names: a reference to the workspace would not be known while the workspace
 * is planned to be made.
 */
export function plannedId({ workspace, path }: AssetVersion): string {
  const { resourceGroup, workspaceName } = workspace;
  const { subscriptionId } = resourceGroup;
  const group = declaredName(resourceGroup, resourceGroup.resourceGroupName);
  return `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.MachineLearningServices/workspaces/${workspaceName}/${path}`;
}
