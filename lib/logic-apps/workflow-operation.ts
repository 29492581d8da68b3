import type { ArmObject } from '../azapi/azapi-types';
import { validateValue } from '../core/validation';
import type { IApiConnection } from './managed-identity-connection';
import { OPERATION_RULES, OPERATION_SHAPE } from './private/workflow-operation-rules';
import type { IWorkflowHost } from './workflow-host';

/** A trigger or an action of a workflow. */
export abstract class WorkflowOperation {
  /** Connections that it uses. */
  public readonly connections: IApiConnection[] = [];

  /**
   * @param name 1 to 80 characters, inclusive: letters, digits, blanks, `_`, `-`, `.`, `(`, `)`; unique in
   *   the workflow, cases ignored
   * @throws UnscopedValidationError WorkflowOperationNameInvalid
   */
  protected constructor(public readonly name: string) {
    validateValue({ name }, OPERATION_SHAPE, OPERATION_RULES);
  }

  /**
   * Its definition in the Workflow Definition Language, without `runAfter`. Pure.
   *
   * @throws ValidationError what keeps it from working in this workflow
   * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers
   */
  public abstract render(host: IWorkflowHost): ArmObject;
}
