import { type Problem, ValidationError } from '../../core/errors';
import type { IWorkflowHost } from '../workflow-host';
import type { WorkflowOperation } from '../workflow-operation';

/** What is wrong with a trigger or an action in a workflow, as it says when it is rendered there. */
export function operationProblems(
  operation: WorkflowOperation,
  host: IWorkflowHost,
): readonly Problem[] {
  try {
    operation.render(host);
    return [];
  } catch (error) {
    if (ValidationError.isValidationError(error)) return error.problems;
    throw error;
  }
}
