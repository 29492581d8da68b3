import { validateValue } from '../core/validation';
import { ACTION_SHAPE } from './private/workflow-operation-rules';
import type { RunAfter } from './run-after';
import { WorkflowOperation } from './workflow-operation';

/** What every action takes. */
export interface WorkflowActionProps {
  /**
   * What the action waits for, among the actions beside it. An empty list starts it with the first of them.
   *
   * @default - the success of the action before it
   */
  readonly runAfter?: RunAfter[];
}

/** What a workflow does. */
export abstract class WorkflowAction extends WorkflowOperation {
  /**
   * Whether it does anything. One that does not is skipped, as if it had succeeded; a workflow of such
   * actions only is paused.
   */
  public readonly enabled: boolean = true;
  /** Whether it ends or answers the run, which actions in loops cannot. */
  public readonly endsRun: boolean = false;
  /** The actions in it, a list for each part of it; those of one list may wait for each other. */
  public readonly innerActions: WorkflowAction[][] = [];
  /** What it waits for; `undefined` for the success of the action added before it. */
  public readonly runAfter?: RunAfter[];

  /** @throws UnscopedValidationError WorkflowOperationNameInvalid */
  protected constructor(name: string, runAfter?: RunAfter[]) {
    super(name);
    validateValue({ runAfter }, ACTION_SHAPE);
    if (runAfter !== undefined) this.runAfter = [...runAfter];
  }
}
