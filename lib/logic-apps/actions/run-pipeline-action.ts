import type { ArmObject } from '../../azapi/azapi-types';
import { validateValue, withDefaults } from '../../core/validation';
import type { IInvokablePipeline } from '../../machine-learning/pipeline/invokable-pipeline';
import type { PipelineRequest } from '../../machine-learning/pipeline/invocation/pipeline-request';
import { renderRunPipeline } from '../private/run-pipeline-body';
import { RUN_PIPELINE_SHAPE } from '../private/run-pipeline-rules';
import type { RunAfter } from '../run-after';
import { WorkflowAction } from '../workflow-action';
import type { IWorkflowHost } from '../workflow-host';

/** Properties of a {@link RunPipelineAction}: what the run is given, and how it is started. */
export interface RunPipelineActionProps extends PipelineRequest {
  /** What is run. The identity of the workflow must be allowed to: `pipeline.grantInvoke(workflow)`. */
  readonly pipeline: IInvokablePipeline;
  /**
   * What the action waits for. An empty list starts it with the workflow.
   *
   * @default - the success of the action added before it
   */
  readonly runAfter?: readonly RunAfter[];
  /**
   * Whether the run history of the workflow hides the request.
   *
   * @default true
   * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app#secure-data-code-view
   */
  readonly secureInputs?: boolean;
}

/**
 * Runs a pipeline, v1 or v2: an HTTP action that posts the request with the identity of the workflow.
 *
 * The request is never sent twice, since the service would run the pipeline twice: where the answer is lost,
 * the run of the workflow fails. It succeeds once the service took the request, and does not wait for the
 * pipeline. A v2 pipeline runs as the identity of the workflow, which so needs roles on the data too.
 */
export class RunPipelineAction extends WorkflowAction {
  /** Whether the pipeline takes runs. */
  public override readonly enabled: boolean;
  private readonly pipeline: IInvokablePipeline;
  private readonly request: PipelineRequest;
  private readonly secureInputs: boolean;

  /**
   * @param name unique in the workflow, see {@link WorkflowOperation}
   * @throws UnscopedValidationError WorkflowOperationNameInvalid
   */
  public constructor(name: string, props: RunPipelineActionProps) {
    const resolved = withDefaults(props, { secureInputs: true });
    validateValue<RunPipelineActionProps & { readonly secureInputs: boolean }>(
      resolved,
      RUN_PIPELINE_SHAPE,
    );
    const { pipeline, secureInputs, runAfter, ...request } = resolved;
    super(name, runAfter);
    this.pipeline = pipeline;
    this.enabled = pipeline.enabled !== false;
    this.request = request;
    this.secureInputs = secureInputs;
  }

  /** @throws ValidationError ExperimentNameMissing, ArgumentNotForGeneration, TriggeringBlobUnknown, TriggeringBlobDatastoreMissing */
  public override render(host: IWorkflowHost): ArmObject {
    return renderRunPipeline({
      invocation: this.pipeline.renderInvocation(this.request, host),
      authentication: host.authentication,
      secureInputs: this.secureInputs,
    });
  }
}
