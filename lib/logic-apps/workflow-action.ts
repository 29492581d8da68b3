import { validateValue } from '../core/validation';
import { ACTION_SHAPE } from './private/workflow-operation-rules';
import type { RunAfter } from './run-after';
import { WorkflowOperation } from './workflow-operation';

/** What a workflow does. */
export abstract class WorkflowAction extends WorkflowOperation {
  /**
   * Whether it does anything. One that does not is skipped, as if it had succeeded; a workflow of such
   * actions only is paused.
   */
  public readonly enabled: boolean = true;
  /** What it waits for; `undefined` for the success of the action added before it. */
  public readonly runAfter?: readonly RunAfter[];

  /** @throws UnscopedValidationError WorkflowOperationNameInvalid */
  protected constructor(name: string, runAfter?: readonly RunAfter[]) {
    super(name);
    validateValue({ runAfter }, ACTION_SHAPE);
    if (runAfter !== undefined) this.runAfter = [...runAfter];
  }
}
