import type { ArmObject } from '../../../../azapi/azapi-types';
import type { StepResources } from '../step-resources';

/** What of a step is about its machines and containers. */
export interface Sized {
  readonly instanceCount?: number | undefined;
  readonly resources?: StepResources | undefined;
}

/**
 * Machines and containers of a step. Pure.
 *
 * @returns `{ resources?: { instance_count?, instance_type?, shm_size?, docker_args? } }`
 */
export function renderResources({ instanceCount, resources }: Sized): ArmObject {
  const rendered = {
    ...(instanceCount === undefined ? {} : { instance_count: instanceCount }),
    ...(resources?.instanceType === undefined ? {} : { instance_type: resources.instanceType }),
    ...(resources?.shmSize === undefined ? {} : { shm_size: resources.shmSize }),
    ...(resources?.dockerArgs === undefined ? {} : { docker_args: resources.dockerArgs }),
  };
  return Object.keys(rendered).length === 0 ? {} : { resources: rendered };
}
