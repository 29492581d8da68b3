import type { IWorkspace } from '../../../workspace-types';

/** A component that exists already, as a node names it. */
export interface ComponentReference {
  /** Its id, as the nodes of a pipeline of a workspace name it. */
  readonly idIn: (workspace: IWorkspace) => string;
  /** `_source` of the node, as azure-ai-ml writes it. */
  readonly source: string;
}
