import type { IConstruct } from 'constructs';
import type { IWorkspace } from '../workspace-types';

/** A datastore of a workspace, declared here or existing. */
export interface IDatastore extends IConstruct {
  /** ARM id as references in Azure ML spell it, `…/workspaces/<ws>/datastores/<name>`. */
  readonly datastoreId: string;
  /** Name. */
  readonly datastoreName: string;
  /** The workspace it belongs to. */
  readonly workspace: IWorkspace;
}
