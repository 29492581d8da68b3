import type { TriggeringBlob } from '../machine-learning/pipeline/invocation/invocation-host';
import { WorkflowOperation } from './workflow-operation';

/** What starts a workflow. */
export abstract class WorkflowTrigger extends WorkflowOperation {
  /** The blob that it fires for; `undefined` where it does not fire for blobs. */
  public readonly triggeringBlob?: TriggeringBlob;
}
