import { createHash } from 'node:crypto';
import type { IWorkspace } from '../../machine-learning/workspace-types';
import { AzureMlLinkedService, type ILinkedService } from '../azure-ml-linked-service';
import type { IDataFactory } from '../data-factory';

/** The linked service of a factory to a workspace that is made, once, when none is given. */
export function linkedServiceTo(workspace: IWorkspace, factory: IDataFactory): ILinkedService {
  const hash = createHash('sha256').update(workspace.node.path).digest('hex').slice(0, 8);
  const id = `AzureMl${workspace.node.id}-${hash}`;
  const existing = factory.node.tryFindChild(id);
  return existing instanceof AzureMlLinkedService
    ? existing
    : new AzureMlLinkedService(factory, id, { factory, workspace });
}
