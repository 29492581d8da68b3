import { Lazy } from 'cdktf';
import { AssumptionError } from '../../core/errors';
import { shortHash } from '../../core/names';
import type { IWorkspace } from '../../machine-learning/workspace-types';
import { AzureMlLinkedService, type ILinkedService } from '../azure-ml-linked-service';
import type { IDataFactory } from '../data-factory';
import { registeredLinkedService } from './linked-service-registry';

/** The linked service of a factory to a workspace; made below the factory where none is declared. */
export function linkedServiceTo(workspace: IWorkspace, factory: IDataFactory): ILinkedService {
  const declared = registeredLinkedService(workspace, factory);
  if (declared !== undefined) return declared;
  const id = `AzureMl${workspace.node.id}-${shortHash(workspace.node.path)}`;
  return new AzureMlLinkedService(factory, id, { factory, workspace });
}

/** The linked service that {@link linkedServiceTo} makes later: its name is asked for at synthesis. */
export function expectedLinkedService(
  workspace: IWorkspace,
  factory: IDataFactory,
): Pick<ILinkedService, 'linkedServiceName'> {
  const produce = () => {
    const linkedService = registeredLinkedService(workspace, factory);
    if (linkedService === undefined) {
      throw new AssumptionError(
        'the linked service of an activity is made when the activity is added',
      );
    }
    return linkedService.linkedServiceName;
  };
  return { linkedServiceName: Lazy.stringValue({ produce }) };
}
