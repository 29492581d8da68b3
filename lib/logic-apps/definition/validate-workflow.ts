import type { Problem } from '../../core/errors';
import { problem } from '../../core/validation';
import { blobTriggerProblems } from './private/check-blob-triggers';
import { connectionProblems } from './private/check-connections';
import { expressionProblems } from './private/check-expressions';
import { operationProblems } from './private/check-operations';
import { orderProblems } from './private/check-order';
import { readWorkflows } from './private/workflow-reader';

/**
 * What is wrong with a workflow of the Consumption plan, as far as its text shows: types and the keys that
 * they require, order, parameters, expressions and what they name, connections, the blob trigger, limits.
 *
 * @param document a definition, an object that holds one as `definition`, the body of a
 *   `Microsoft.Logic/workflows` resource, or an ARM template with such resources, parsed from JSON;
 *   expressions of templates are not looked into
 * @returns every problem found, with its code; none where all is well. Nothing is thrown
 * @see https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-definition-language
 */
export function validateWorkflow(document: unknown): readonly Problem[] {
  const workflows = readWorkflows(document);
  if (workflows.length === 0) {
    return [
      problem('WorkflowDocumentInvalid', {
        property: 'document',
        must: 'be or hold a workflow definition: an object with triggers and actions',
        got: document,
      }),
    ];
  }
  return workflows.flatMap((workflow) => [
    ...operationProblems(workflow),
    ...orderProblems(workflow),
    ...connectionProblems(workflow),
    ...blobTriggerProblems(workflow),
    ...expressionProblems(workflow),
  ]);
}
