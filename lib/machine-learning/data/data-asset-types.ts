import type { DataAssetType } from './data-asset-type';

/** A version of a data asset, declared here or existing. */
export interface IDataAsset {
  /** ARM id, `…/workspaces/<ws>/data/<name>/versions/<version>`. */
  readonly dataAssetId: string;
  /** How requests and jobs refer to it, `azureml:` and its ARM id. */
  readonly dataAssetReference: string;
  /** What it is. */
  readonly dataType: DataAssetType;
}
