import type { ArmObject } from '../../azapi/azapi-types';
import type { PipelineInvocation } from '../../machine-learning/pipeline/invokable-pipeline';

/** What the definition of a run of a pipeline is made of. */
export interface RunPipelineBodyProps {
  readonly invocation: PipelineInvocation;
  /** How the workflow authenticates, without the audience. */
  readonly authentication: ArmObject;
  readonly secureInputs: boolean;
}

/**
 * The definition of an HTTP action that runs a pipeline. Pure.
 *
 * @returns `{ type: 'Http', inputs, runtimeConfiguration? }`
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#http-action
 */
export function renderRunPipeline(props: RunPipelineBodyProps): ArmObject {
  const { method, uri, headers, body, audience } = props.invocation;
  return {
    type: 'Http',
    inputs: {
      method,
      uri,
      headers,
      body,
      authentication: { ...props.authentication, audience },
      // A request that is sent again runs the pipeline again; the service's own default is four retries.
      retryPolicy: { type: 'none' },
    },
    ...(props.secureInputs
      ? { runtimeConfiguration: { secureData: { properties: ['inputs'] } } }
      : {}),
  };
}
