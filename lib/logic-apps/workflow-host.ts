import type { ArmObject } from '../azapi/azapi-types';
import type { IInvocationHost } from '../machine-learning/pipeline/invocation/invocation-host';
import type { IApiConnection } from './managed-identity-connection';
import type { WorkflowIdentity } from './workflow-identity';

/** A workflow as its triggers and actions see it. */
export interface IWorkflowHost extends IInvocationHost {
  /** The identity of the workflow. */
  readonly identity: WorkflowIdentity;
  /** What `authentication` of an operation holds: `{ type, identity? }`. */
  readonly authentication: ArmObject;
  /** Expression of the id of a connection, for `host.connection.name`. */
  connectionReference(connection: IApiConnection): string;
}
