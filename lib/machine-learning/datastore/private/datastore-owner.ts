import type { IConstruct } from 'constructs';
import { ValidationError } from '../../../core/errors';
import { problem } from '../../../core/validation';
import { ownerOf } from '../../private/asset-owners';
import type { IWorkspace } from '../../workspace-types';

/**
 * Notes that a construct declares a datastore.
 *
 * @throws ValidationError DatastoreNameTaken
 */
export function takeDatastoreName(
  construct: IConstruct,
  workspace: IWorkspace,
  name: string,
): void {
  const owner = ownerOf(construct, workspace, 'datastores', name);
  if (owner === undefined) return;
  throw new ValidationError(
    [
      problem('DatastoreNameTaken', {
        property: 'name',
        must: `be the only one in its workspace; ${owner.node.path} declares a datastore of this name`,
        got: name,
        fix: 'choose another name, or pass the other datastore',
      }),
    ],
    construct,
  );
}
