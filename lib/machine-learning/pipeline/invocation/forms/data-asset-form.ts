import type { Problem } from '../../../../core/errors';
import { Is, problem, type Shape, validateValue } from '../../../../core/validation';
import { DataAssetType } from '../../../data/data-asset-type';
import type { IDataAsset } from '../../../data/data-asset-types';
import type { DataType } from '../../data-type';
import type { JobInput, V2Input } from '../rendered-argument';
import type { ArgumentForm } from './argument-form';
import { takes, type UriType } from './input-types';

const SHAPE: Shape<{ readonly asset: IDataAsset }> = {
  asset: Is.having('a data asset', 'dataAssetReference', 'dataType'),
};

/** A version of a data asset. */
export class DataAssetForm implements ArgumentForm {
  public constructor(private readonly asset: IDataAsset) {
    validateValue({ asset }, SHAPE);
  }

  public get told(): string {
    return `a data asset of type ${this.asset.dataType}`;
  }

  public fits(type: DataType): boolean {
    return takes(this.uriType, type);
  }

  public renderV1(name: string): Problem {
    return problem('ArgumentNotForGeneration', {
      property: `arguments.${name}`,
      must: 'be a literal or a path on a datastore for a v1 pipeline: data assets are of v2',
      got: this.asset.dataAssetReference,
      fix: 'use PipelineArgument.folder(datastore, path) or PipelineArgument.file(datastore, path)',
    });
  }

  /** @see https://learn.microsoft.com/azure/machine-learning/how-to-access-data-batch-endpoints-jobs, which takes no tables */
  public renderV2(name: string): V2Input | Problem {
    if (this.asset.dataType === DataAssetType.MLTABLE) {
      return problem('ArgumentTableUnsupported', {
        property: `arguments.${name}`,
        must: 'be a file or a folder: batch endpoints take no tables',
        got: this.asset.dataAssetReference,
        fix: 'give the folder that holds the MLTable file, or run the pipeline on a schedule',
      });
    }
    return { JobInputType: this.uriType, Uri: this.asset.dataAssetReference };
  }

  public renderJobInput(): JobInput {
    return {
      jobInputType: this.asset.dataType,
      ...(this.asset.dataType === DataAssetType.MLTABLE ? {} : { mode: 'ReadOnlyMount' }),
      uri: this.asset.dataAssetReference,
    };
  }

  private get uriType(): UriType {
    return this.asset.dataType === DataAssetType.URI_FILE ? 'UriFile' : 'UriFolder';
  }
}
