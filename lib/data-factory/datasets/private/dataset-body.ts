import type { ArmObject } from '../../../azapi/azapi-types';
import { linkedServiceReference } from '../../activities/private/activity-body';
import type { RawDatasetProps } from '../dataset';

/**
 * A dataset. Pure.
 *
 * @returns `{ properties: { type, description?, linkedServiceName, folder?: { name }, annotations,
 *   typeProperties } }`
 * @see Microsoft.DataFactory/factories/datasets@2018-06-01
 */
export function renderDatasetBody(props: RawDatasetProps): ArmObject {
  const { type, description, linkedService, folder, typeProperties } = props;
  return {
    properties: {
      type,
      ...(description === undefined ? {} : { description }),
      linkedServiceName: linkedServiceReference(linkedService.linkedServiceName),
      ...(folder === undefined ? {} : { folder: { name: folder } }),
      annotations: [],
      typeProperties,
    },
  };
}
