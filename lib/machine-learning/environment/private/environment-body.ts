import type { ArmObject } from '../../../azapi/azapi-types';
import type { EnvironmentProps } from '../environment';

/**
 * The body of an environment version. Pure.
 *
 * @returns `{ properties: { image, osType, condaFile?, description?, tags? } }`
 */
export function renderEnvironmentBody({
  image,
  conda,
  description,
  tags,
}: Pick<EnvironmentProps, 'image' | 'conda' | 'description' | 'tags'>): ArmObject {
  return {
    properties: {
      image,
      osType: 'Linux',
      ...(conda === undefined ? {} : { condaFile: conda.text }),
      ...(description === undefined ? {} : { description }),
      ...(tags === undefined ? {} : { tags }),
    },
  };
}
