import type { IConstruct } from 'constructs';
import { ValidationError } from '../../../core/errors';
import { problem } from '../../../core/validation';
import { ownerOf } from '../../private/asset-owners';
import type { IWorkspace } from '../../workspace-types';

/**
 * Notes that a construct declares a compute.
 *
 * @throws ValidationError ComputeNameTaken
 */
export function takeComputeName(construct: IConstruct, workspace: IWorkspace, name: string): void {
  const owner = ownerOf(construct, workspace, 'computes', name);
  if (owner === undefined) return;
  throw new ValidationError(
    [
      problem('ComputeNameTaken', {
        property: 'name',
        must: `be the only one in its workspace; ${owner.node.path} declares a compute of this name`,
        got: name,
        fix: 'choose another name, or pass the other compute',
      }),
    ],
    construct,
  );
}
