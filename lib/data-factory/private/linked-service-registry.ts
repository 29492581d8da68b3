import type { IWorkspace } from '../../machine-learning/workspace-types';
import type { ILinkedService } from '../azure-ml-linked-service';
import type { IDataFactory } from '../data-factory';

const KEY = Symbol.for('cdktf-azureml.data-factory-linked-services');

interface Holder {
  [KEY]?: Map<IWorkspace, ILinkedService>;
}

/** Notes that a factory has a linked service to a workspace; the first one counts. */
export function registerLinkedService(workspace: IWorkspace, linkedService: ILinkedService): void {
  const known = ((linkedService.factory as IDataFactory & Holder)[KEY] ??= new Map());
  if (!known.has(workspace)) known.set(workspace, linkedService);
}

/** The linked service of a factory to a workspace, where one was declared. */
export function registeredLinkedService(
  workspace: IWorkspace,
  factory: IDataFactory,
): ILinkedService | undefined {
  return (factory as IDataFactory & Holder)[KEY]?.get(workspace);
}
