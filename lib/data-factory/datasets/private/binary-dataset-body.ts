import type { ArmObject } from '../../../azapi/azapi-types';
import { textOrExpression } from '../../activities/private/activity-body';
import type { BinaryDatasetProps } from '../binary-dataset';

/**
 * Where files are. Pure.
 *
 * @returns `{ type, container | fileSystem, folderPath?, fileName? }`
 * @see Microsoft.DataFactory/factories/datasets@2018-06-01, BinaryDataset
 */
export function renderLocation(props: BinaryDatasetProps): ArmObject {
  const { linkedService, container, path, file } = props;
  return {
    ...(linkedService.dataLake
      ? { type: 'AzureBlobFSLocation', fileSystem: container }
      : { type: 'AzureBlobStorageLocation', container }),
    ...(path === undefined ? {} : { folderPath: textOrExpression(path) }),
    ...(file === undefined ? {} : { fileName: textOrExpression(file) }),
  };
}
