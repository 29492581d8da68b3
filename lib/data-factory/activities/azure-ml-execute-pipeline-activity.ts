import type { ArmObject } from '../../azapi/azapi-types';
import { validateValue } from '../../core/validation';
import type { ILinkedService } from '../azure-ml-linked-service';
import { refuseOthers } from '../private/same-factory';
import { PolicyActivity, type PolicyActivityProps } from './policy-activity';
import { type ActivityDefinition, linkedServiceReference } from './private/activity-body';
import type { ActivityContext } from './private/activity-context';
import { renderAzureMlExecute } from './private/azure-ml-execute-pipeline-body';
import {
  AZURE_ML_EXECUTE_RULES,
  AZURE_ML_EXECUTE_SHAPE,
} from './private/azure-ml-execute-pipeline-rules';

/**
 * Properties of an {@link AzureMlExecutePipelineActivity}. Every text may be an expression of Data
 * Factory, which starts with `@`.
 */
export interface AzureMlExecutePipelineActivityProps extends PolicyActivityProps {
  /** Connection to the workspace, in the same factory. */
  readonly linkedService: ILinkedService;
  /** Id of a published pipeline; either this or {@link mlPipelineEndpointId}. */
  readonly mlPipelineId?: string;
  /** Id of a pipeline endpoint; either this or {@link mlPipelineId}. */
  readonly mlPipelineEndpointId?: string;
  /**
   * Version of the endpoint; for endpoints only.
   *
   * @default - the default version of the endpoint
   */
  readonly version?: string;
  /**
   * Name of the experiment that runs belong to.
   *
   * @default - decided by the service
   */
  readonly experimentName?: string;
  /**
   * Id of the run that this one is a child of.
   *
   * @default - none
   */
  readonly mlParentRunId?: string;
  /**
   * Values of parameters by name, or `{ value: '@…', type: 'Expression' }` for all of them.
   *
   * @default - parameters keep their defaults
   */
  readonly mlPipelineParameters?: ArmObject;
  /**
   * `{ DataStoreName, RelativePath }` of data paths by name, or `{ value: '@…', type: 'Expression' }` for
   * one or all of them.
   *
   * @default - data paths keep their defaults
   */
  readonly dataPathAssignments?: ArmObject;
  /**
   * Whether other steps go on when one fails.
   *
   * @default - false, decided by the service
   */
  readonly continueOnStepFailure?: boolean;
  /**
   * Expression for {@link continueOnStepFailure}, in its place.
   *
   * @default - none
   */
  readonly continueOnStepFailureExpression?: string;
}

/**
 * Runs a pipeline of the v1 SDK by the ids that the service knows, with every property that the activity
 * has: `AzureMLExecutePipeline`. It grants nothing; {@link RunPipelineActivity} does.
 *
 * @see https://learn.microsoft.com/azure/data-factory/transform-data-machine-learning-service
 */
export class AzureMlExecutePipelineActivity extends PolicyActivity {
  private readonly props: AzureMlExecutePipelineActivityProps;

  /**
   * @throws UnscopedValidationError AzureMlExecuteTargetUnclear, AzureMlExecuteVersionUnused,
   *   AzureMlExecuteContinueTwice, AzureMlExecuteDataPathInvalid and those of {@link PolicyActivity}; when
   *   added ReferenceOfOtherFactory
   */
  public constructor(name: string, props: AzureMlExecutePipelineActivityProps) {
    super(name, props);
    validateValue(props, AZURE_ML_EXECUTE_SHAPE, AZURE_ML_EXECUTE_RULES);
    this.props = props;
  }

  /** @internal */
  protected _define({ pipeline }: ActivityContext): ActivityDefinition {
    const { linkedService } = this.props;
    refuseOthers(pipeline, { linkedService });
    return {
      type: 'AzureMLExecutePipeline',
      linkedServiceName: linkedServiceReference(linkedService.linkedServiceName),
      typeProperties: renderAzureMlExecute(this.props),
    };
  }
}
