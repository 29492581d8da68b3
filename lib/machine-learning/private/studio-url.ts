import type { IWorkspace } from '../workspace-types';

/**
 * A page of a workspace in the studio. Microsoft documents the first page only; the paths of the others
 * are those that the studio itself shows.
 *
 * @param path such as `schedules`; by default the first page
 */
export function studioUrl(
  { cloud, workspaceId }: Pick<IWorkspace, 'cloud' | 'workspaceId'>,
  path = '',
): string {
  return `${cloud.studioHost}/${path}?wsid=${workspaceId}`;
}

/** Path of the schedules of a workspace. */
export const SCHEDULES_PAGE = 'schedules';

/** Path of a batch endpoint, with its runs. */
export function endpointPage(endpointName: string): string {
  return `endpoints/batch/${endpointName}/detail`;
}
