import type { ArmObject } from '../../../azapi/azapi-types';
import type { AzureMlExecutePipelineActivityProps } from '../azure-ml-execute-pipeline-activity';
import { expression, textOrExpression } from './activity-body';

const TEXTS = [
  'mlPipelineId',
  'mlPipelineEndpointId',
  'version',
  'experimentName',
  'mlParentRunId',
] as const;

/**
 * What a run of a v1 pipeline is told. Pure.
 *
 * @returns `{ mlPipelineId | mlPipelineEndpointId, version?, experimentName?, mlParentRunId?,
 *   mlPipelineParameters?, dataPathAssignments?, continueOnStepFailure? }`
 * @see Microsoft.DataFactory/factories/pipelines@2018-06-01, AzureMLExecutePipelineActivityTypeProperties
 */
export function renderAzureMlExecute(props: AzureMlExecutePipelineActivityProps): ArmObject {
  const { mlPipelineParameters, dataPathAssignments } = props;
  const { continueOnStepFailure, continueOnStepFailureExpression } = props;
  const texts = TEXTS.flatMap((key) => {
    const text = props[key];
    return text === undefined ? [] : [[key, textOrExpression(text)] as const];
  });
  return {
    ...Object.fromEntries(texts),
    ...(mlPipelineParameters === undefined ? {} : { mlPipelineParameters }),
    ...(dataPathAssignments === undefined ? {} : { dataPathAssignments }),
    ...(continueOnStepFailure === undefined ? {} : { continueOnStepFailure }),
    ...(continueOnStepFailureExpression === undefined
      ? {}
      : { continueOnStepFailure: expression(continueOnStepFailureExpression) }),
  };
}
