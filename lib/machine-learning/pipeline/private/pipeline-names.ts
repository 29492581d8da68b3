import type { IWorkspace } from '../../workspace-types';

const KEY = Symbol.for('cdktf-azureml.pipeline-names');

interface Holder {
  [KEY]?: Map<string, string>;
}

/**
 * Notes that what is published at a place has a name in its workspace. Versions of one endpoint share
 * theirs, since they stand at one place.
 *
 * @param place path of the publication or of the endpoint in the tree
 * @returns the other place that has the name already, if there is one
 */
export function takeName(workspace: IWorkspace, name: string, place: string): string | undefined {
  const holder = workspace as IWorkspace & Holder;
  const names = (holder[KEY] ??= new Map<string, string>());
  const owner = names.get(name);
  if (owner === undefined) names.set(name, place);
  return owner === place ? undefined : owner;
}
