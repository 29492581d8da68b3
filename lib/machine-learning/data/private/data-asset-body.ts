import type { ArmObject } from '../../../azapi/azapi-types';
import type { DataAssetProps } from '../data-asset-props';

/**
 * The body of a version of a data asset. Pure.
 *
 * @returns `{ properties: { dataType, dataUri, isAnonymous: false, referencedUris?, description?, tags? } }`
 */
export function renderDataAssetBody({
  dataType,
  data,
  referencedData,
  description,
  tags,
}: Omit<DataAssetProps, 'name' | 'workspace' | 'version'>): ArmObject {
  return {
    properties: {
      dataType,
      dataUri: data.uri,
      isAnonymous: false,
      ...(referencedData === undefined
        ? {}
        : { referencedUris: referencedData.map(({ uri }) => uri) }),
      ...(description === undefined ? {} : { description }),
      ...(tags === undefined ? {} : { tags }),
    },
  };
}
