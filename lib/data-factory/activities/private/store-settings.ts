import type { ArmObject } from '../../../azapi/azapi-types';
import type { IDataset } from '../../datasets/dataset';

/** How the files of a binary dataset are found. Pure. */
export function readSettings({ binary }: IDataset, recursive: boolean): ArmObject {
  if (binary === undefined) return {};
  const type = binary.dataLake ? 'AzureBlobFSReadSettings' : 'AzureBlobStorageReadSettings';
  return { storeSettings: { type, recursive } };
}

/** How the files of a binary dataset are written. Pure. */
export function writeSettings({ binary }: IDataset): ArmObject {
  if (binary === undefined) return {};
  const type = binary.dataLake ? 'AzureBlobFSWriteSettings' : 'AzureBlobStorageWriteSettings';
  return { storeSettings: { type } };
}
