import type { IConstruct } from 'constructs';
import { declaredName } from '../../../core/declared-name';
import { shortHash } from '../../../core/names';
import { isUnresolved } from '../../../core/validation';
import { settingsOf } from '../../../platform/settings';
import type { IWorkspace } from '../../workspace-types';

/**
 * Name of an endpoint that was given none: endpoints are named for a whole region, so a hash of
 * subscription, resource group, workspace and construct follows the name of what it calls.
 *
 * @param called lower-case letters, digits and `_`, starting with a letter
 */
export function endpointNameOf(scope: IConstruct, workspace: IWorkspace, called: string): string {
  const { subscriptionId } = settingsOf(scope);
  const { workspaceName, resourceGroup } = workspace;
  const group = declaredName(resourceGroup, resourceGroup.resourceGroupName);
  const seed = [subscriptionId, group, workspaceName, scope.node.path].map((part) =>
    part === undefined || isUnresolved(part) ? '' : part,
  );
  return `${called.replaceAll('_', '-').slice(0, 23)}-${shortHash(seed.join('|'))}`.replace(
    '--',
    '-',
  );
}

/** What an endpoint is called that is named by its construct only: `TrainChurn` becomes `train_churn`. */
export function calledAfter({ node }: IConstruct): string {
  const words = node.id
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .toLowerCase();
  return /^[a-z]/.test(words) ? words : `endpoint_${words}`;
}
