import type { IConstruct } from 'constructs';
import { ValidationError } from '../../../core/errors';
import { isUnresolved, problem } from '../../../core/validation';
import { ownerOf } from '../../private/asset-owners';
import type { IWorkspace } from '../../workspace-types';

/**
 * Notes that a construct declares a version of an environment. Versions of one name stand side by side; the
 * same version twice cannot be created.
 *
 * @throws ValidationError EnvironmentVersionTaken
 */
export function takeEnvironmentVersion(
  construct: IConstruct,
  workspace: IWorkspace,
  name: string,
  version: string,
): void {
  if (isUnresolved(name)) return;
  const owner = ownerOf(construct, workspace, 'environments', `${name}/${version}`);
  if (owner === undefined) return;
  throw new ValidationError(
    [
      problem('EnvironmentVersionTaken', {
        property: 'version',
        must: `be the only one of its name in the workspace; ${owner.node.path} declares this version of ${name}`,
        got: version,
        fix: 'pass the other environment, or give another name or version',
      }),
    ],
    construct,
  );
}
