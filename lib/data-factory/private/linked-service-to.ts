import { createHash } from 'node:crypto';
import type { IWorkspace } from '../../machine-learning/workspace-types';
import { AzureMlLinkedService, type ILinkedService } from '../azure-ml-linked-service';
import type { IDataFactory } from '../data-factory';
import { registeredLinkedService } from './linked-service-registry';

/** The linked service of a factory to a workspace; made below the factory where none is declared. */
export function linkedServiceTo(workspace: IWorkspace, factory: IDataFactory): ILinkedService {
  const declared = registeredLinkedService(workspace, factory);
  if (declared !== undefined) return declared;
  const hash = createHash('sha256').update(workspace.node.path).digest('hex').slice(0, 8);
  const id = `AzureMl${workspace.node.id}-${hash}`;
  return new AzureMlLinkedService(factory, id, { factory, workspace });
}
