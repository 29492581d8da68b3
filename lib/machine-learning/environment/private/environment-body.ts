import type { ArmObject } from '../../../azapi/azapi-types';
import type { EnvironmentProps } from '../environment';
import { EnvironmentOs } from '../environment-options';

/**
 * The body of an environment version. Pure.
 *
 * @param contextUri where the files of the build context are, where there is one
 * @returns `{ properties: { image? | build: { contextUri, dockerfilePath }, osType, condaFile?, inferenceConfig?, description?, tags? } }`
 */
export function renderEnvironmentBody(
  {
    image,
    buildContext: build,
    conda,
    osType = EnvironmentOs.LINUX,
    inferenceConfig,
    description,
    tags,
  }: Pick<
    EnvironmentProps,
    'image' | 'buildContext' | 'conda' | 'osType' | 'inferenceConfig' | 'description' | 'tags'
  >,
  contextUri?: string,
): ArmObject {
  return {
    properties: {
      ...(image === undefined ? {} : { image }),
      ...(build === undefined ? {} : { build: { contextUri, dockerfilePath: build.dockerfile } }),
      osType,
      ...(conda === undefined ? {} : { condaFile: conda.text }),
      ...(inferenceConfig === undefined ? {} : { inferenceConfig }),
      ...(description === undefined ? {} : { description }),
      ...(tags === undefined ? {} : { tags }),
    },
  };
}
