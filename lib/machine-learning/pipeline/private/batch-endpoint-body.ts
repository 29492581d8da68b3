import type { ArmObject, StringMap } from '../../../azapi/azapi-types';
import type { PipelineRunSettings } from '../invokable-pipeline';

/** What a whole endpoint is made of. */
export interface BatchEndpointProps {
  readonly location: string;
  readonly description?: string;
  readonly tags?: StringMap;
  /** Deployment for callers that name none; none for an endpoint that is disabled. */
  readonly defaultDeployment?: string;
}

/** What the body of a deployment is made of. */
export interface DeploymentBodyProps extends PipelineRunSettings {
  readonly componentId: string;
  readonly description?: string;
}

/** Identity of an endpoint; the same for the block of azapi and for a request. */
export const ENDPOINT_IDENTITY = { type: 'SystemAssigned' };

/**
 * The body that a batch endpoint is created with. Pure.
 *
 * It names no default deployment, which must exist first.
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
 * The request that makes a batch endpoint that exists what it is declared to be. Pure.
 *
 * A PUT replaces the whole resource, so everything is in it, the default deployment too.
 *
 * @returns `{ location, identity, tags?, properties: { authMode, description?, defaults?: { deploymentName } } }`
 */
export function renderBatchEndpointRequest(props: BatchEndpointProps): ArmObject {
  const { location, description, tags, defaultDeployment } = props;
  return {
    location,
    identity: ENDPOINT_IDENTITY,
    ...(tags === undefined ? {} : { tags }),
    properties: {
      authMode: 'AADToken',
      ...(description === undefined ? {} : { description }),
      ...(defaultDeployment === undefined
        ? {}
        : { defaults: { deploymentName: defaultDeployment } }),
    },
  };
}

/**
 * The body of a pipeline-component deployment. Pure. Settings are strings on the wire.
 *
 * @returns `{ properties: { deploymentConfiguration: { deploymentConfigurationType, componentId, settings }, description? } }`
 */
export function renderDeploymentBody(props: DeploymentBodyProps): ArmObject {
  const { componentId, description } = props;
  return {
    properties: {
      ...(description === undefined ? {} : { description }),
      deploymentConfiguration: {
        deploymentConfigurationType: 'PipelineComponent',
        componentId: { referenceType: 'Id', assetId: componentId },
        settings: settingsOf(props),
      },
    },
  };
}

function settingsOf(props: PipelineRunSettings): StringMap {
  const { defaultCompute, defaultDatastore, continueOnFailedOptionalInput } = props;
  return {
    ...props.settings,
    ...(defaultCompute === undefined ? {} : { default_compute: defaultCompute.computeName }),
    ...(defaultDatastore === undefined
      ? {}
      : { default_datastore: defaultDatastore.datastoreName }),
    ...(continueOnFailedOptionalInput === undefined
      ? {}
      : { continue_on_failed_optional_input: String(continueOnFailedOptionalInput) }),
    continue_on_step_failure: String(props.continueOnStepFailure),
    force_rerun: String(props.forceRerun),
  };
}
