import { Is, isUnresolved, type Rule, type Shape } from '../../../core/validation';
import type { AzureMlExecutePipelineActivityProps } from '../azure-ml-execute-pipeline-activity';
import type { PolicyActivityProps } from '../policy-activity';
import { LINKED_SERVICE } from '../../private/property-types';

type Own = Omit<AzureMlExecutePipelineActivityProps, keyof PolicyActivityProps>;

export const AZURE_ML_EXECUTE_SHAPE: Shape<Own> = {
  linkedService: LINKED_SERVICE,
  mlPipelineId: Is.optional(Is.text),
  mlPipelineEndpointId: Is.optional(Is.text),
  version: Is.optional(Is.text),
  experimentName: Is.optional(Is.text),
  mlParentRunId: Is.optional(Is.text),
  mlPipelineParameters: Is.optional(Is.known(Is.object)),
  dataPathAssignments: Is.optional(Is.known(Is.object)),
  continueOnStepFailure: Is.optional(Is.boolean),
  continueOnStepFailureExpression: Is.optional(Is.text),
};

export const AZURE_ML_EXECUTE_RULES: readonly Rule<Own>[] = [
  {
    code: 'AzureMlExecuteTargetUnclear',
    check: ({ mlPipelineId, mlPipelineEndpointId }) =>
      (mlPipelineId === undefined) === (mlPipelineEndpointId === undefined)
        ? {
            property: 'mlPipelineId',
            must: 'be given where there is no mlPipelineEndpointId, and only there',
            got: mlPipelineId,
          }
        : undefined,
  },
  {
    code: 'AzureMlExecuteVersionUnused',
    check: ({ mlPipelineEndpointId, version }) =>
      version !== undefined && mlPipelineEndpointId === undefined
        ? { property: 'version', must: 'be given with mlPipelineEndpointId only', got: version }
        : undefined,
  },
  {
    code: 'AzureMlExecuteContinueTwice',
    check: ({ continueOnStepFailure, continueOnStepFailureExpression }) =>
      continueOnStepFailure !== undefined && continueOnStepFailureExpression !== undefined
        ? {
            property: 'continueOnStepFailureExpression',
            must: 'not be given beside continueOnStepFailure',
            got: continueOnStepFailureExpression,
          }
        : undefined,
  },
  {
    code: 'AzureMlExecuteDataPathInvalid',
    check: ({ dataPathAssignments = {} }) => {
      if (dataPathAssignments['type'] === 'Expression') return undefined;
      const wrong = Object.entries(dataPathAssignments).find(
        ([, path]) => !isLater(path) && !isDataPath(path),
      );
      return wrong === undefined
        ? undefined
        : {
            property: `dataPathAssignments.${wrong[0]}`,
            must: 'be { DataStoreName, RelativePath }, or an expression of it',
            got: wrong[1],
          };
    },
  },
];

/** Whether only the run, or Terraform, knows the path: an expression is evaluated wherever it stands. */
function isLater(path: unknown): boolean {
  if (isUnresolved(path)) return true;
  if (typeof path === 'string') return path.startsWith('@');
  return Is.object.accepts(path) && (path as { type?: unknown }).type === 'Expression';
}

function isDataPath(value: unknown): boolean {
  return (
    Is.object.accepts(value) &&
    'DataStoreName' in (value as object) &&
    'RelativePath' in (value as object)
  );
}
