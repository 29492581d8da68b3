import type { ArmObject } from '../../../../azapi/azapi-types';
import type { ComponentStepProps } from '../component-step';
import type { ComponentReference } from './component-reference';

/**
 * How nodes name a component that exists already. Pure.
 *
 * @see azure-ai-ml 1.4.0, `LABELLED_RESOURCE_ID` and `REGISTRY_VERSION_PATTERN`
 */
export function referenceOf({
  component,
  version,
  label,
  registry,
}: ComponentStepProps): ComponentReference {
  const path = `components/${component}/${
    version === undefined ? `labels/${String(label)}` : `versions/${version}`
  }`;
  return registry === undefined
    ? {
        idIn: ({ workspaceId }) => `${workspaceId}/${path}`,
        source: 'REMOTE.WORKSPACE.COMPONENT',
      }
    : { idIn: () => `azureml://registries/${registry}/${path}`, source: 'REMOTE.REGISTRY' };
}

/**
 * What a node of such a component adds to the bindings. Pure.
 *
 * @returns `{ limits?, identity?, environment_variables? }`
 */
export function settingsOf({
  timeout,
  identity,
  environmentVariables,
}: ComponentStepProps): ArmObject {
  return {
    ...(timeout === undefined
      ? {}
      : { limits: { job_limits_type: 'Command', timeout: timeout.toIsoString() } }),
    ...(identity === undefined ? {} : { identity: identity._render() }),
    ...(environmentVariables === undefined ? {} : { environment_variables: environmentVariables }),
  };
}
