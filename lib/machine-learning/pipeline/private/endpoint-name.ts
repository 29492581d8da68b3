import type { IConstruct } from 'constructs';
import { createHash } from 'node:crypto';
import { declaredName } from '../../../core/declared-name';
import { isUnresolved } from '../../../core/validation';
import { settingsOf } from '../../../platform/settings';
import type { Pipeline } from '../pipeline';

/**
 * Name of an endpoint that was given none: endpoints are named for a whole region, so a hash of
 * subscription, resource group, workspace and construct follows the name of the pipeline.
 */
export function endpointNameOf(publication: IConstruct, pipeline: Pipeline): string {
  const { subscriptionId } = settingsOf(publication);
  const { workspaceName, resourceGroup } = pipeline.workspace;
  const group = declaredName(resourceGroup, resourceGroup.resourceGroupName);
  const seed = [subscriptionId, group, workspaceName, publication.node.path].map((part) =>
    part === undefined || isUnresolved(part) ? '' : part,
  );
  const hash = createHash('sha256').update(seed.join('|')).digest('hex').slice(0, 8);
  return `${pipeline.pipelineName.replaceAll('_', '-').slice(0, 23)}-${hash}`.replace('--', '-');
}
