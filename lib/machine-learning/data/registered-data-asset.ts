import { validateValue } from '../../core/validation';
import type { DataAssetAttributes } from './data-asset-props';
import type { DataAssetType } from './data-asset-type';
import type { IDataAsset } from './data-asset-types';
import {
  DATA_ASSET_ATTRIBUTES_RULES,
  DATA_ASSET_ATTRIBUTES_SHAPE,
} from './private/data-asset-rules';

/** A version of a data asset that exists. */
export class RegisteredDataAsset implements IDataAsset {
  public readonly dataAssetId: string;
  public readonly dataType: DataAssetType;

  /** @throws UnscopedValidationError DataAssetNameInvalid, VersionInvalid */
  public constructor(attributes: DataAssetAttributes) {
    validateValue(attributes, DATA_ASSET_ATTRIBUTES_SHAPE, DATA_ASSET_ATTRIBUTES_RULES);
    const { workspace, name, version, dataType } = attributes;
    this.dataAssetId = `${workspace.workspaceId}/data/${name}/versions/${version}`;
    this.dataType = dataType;
  }

  public get dataAssetReference(): string {
    return `azureml:${this.dataAssetId}`;
  }
}
