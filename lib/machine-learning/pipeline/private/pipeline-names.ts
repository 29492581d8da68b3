import type { IWorkspace } from '../../workspace-types';

const KEY = Symbol.for('cdktf-azureml.pipeline-names');

interface Holder {
  [KEY]?: Map<string, string>;
}

/**
 * Notes that a pipeline has a name in its workspace.
 *
 * @param path path of the pipeline in the tree
 * @returns the path of the pipeline that has the name already, if there is one
 */
export function takeName(workspace: IWorkspace, name: string, path: string): string | undefined {
  const holder = workspace as IWorkspace & Holder;
  const names = (holder[KEY] ??= new Map<string, string>());
  const owner = names.get(name);
  if (owner === undefined) names.set(name, path);
  return owner;
}
