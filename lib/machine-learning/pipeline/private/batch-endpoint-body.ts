import type { ArmObject } from '../../../azapi/azapi-types';
import type { PipelineRunSettings } from '../invokable-pipeline';

/** What the body of a deployment is made of. */
export interface DeploymentBodyProps extends PipelineRunSettings {
  readonly componentId: string;
  readonly description?: string;
}

/**
 * The body of a batch endpoint. Pure.
 *
 * It names no default deployment, which must exist first; an update resource sets it.
 *
 * @returns `{ properties: { authMode: "AADToken", description? } }`
 */
export function renderBatchEndpointBody(description: string | undefined): ArmObject {
  return {
    properties: {
      authMode: 'AADToken',
      ...(description === undefined ? {} : { description }),
    },
  };
}

/**
 * The body of a pipeline-component deployment. Pure. Settings are strings on the wire.
 *
 * @returns `{ properties: { deploymentConfiguration: { deploymentConfigurationType, componentId, settings }, description? } }`
 */
export function renderDeploymentBody(props: DeploymentBodyProps): ArmObject {
  const { componentId, defaultCompute, defaultDatastore, description } = props;
  return {
    properties: {
      ...(description === undefined ? {} : { description }),
      deploymentConfiguration: {
        deploymentConfigurationType: 'PipelineComponent',
        componentId: { referenceType: 'Id', assetId: componentId },
        settings: {
          ...(defaultCompute === undefined ? {} : { default_compute: defaultCompute.computeName }),
          ...(defaultDatastore === undefined
            ? {}
            : { default_datastore: defaultDatastore.datastoreName }),
          continue_on_step_failure: String(props.continueOnStepFailure),
          force_rerun: String(props.forceRerun),
        },
      },
    },
  };
}
