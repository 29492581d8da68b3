import type { IConstruct } from 'constructs';
import { type Problem, ValidationError } from '../../../core/errors';
import { problem } from '../../../core/validation';
import { ownerOf } from '../../private/asset-owners';
import type { DataAssetProps } from '../data-asset-props';
import type { IDataAsset } from '../data-asset-types';

/**
 * Notes that a construct declares a version of a data asset.
 *
 * @throws ValidationError DataAssetVersionTaken, DataAssetTypeDiffers
 */
export function takeDataAssetVersion(
  asset: IConstruct & IDataAsset,
  { workspace, name }: DataAssetProps,
  version: string,
): void {
  const same = ownerOf(asset, workspace, 'data', `${name}/versions/${version}`);
  if (same !== undefined) throw refusal(asset, versionTaken(same, version));
  const first = ownerOf(asset, workspace, 'data', name);
  if (first === undefined) return;
  const [type, given]: readonly (string | undefined)[] = [typeOf(first), asset.dataType];
  if (type !== undefined && type !== given) {
    throw refusal(asset, typeDiffers(first, type, asset.dataType));
  }
}

function refusal(asset: IConstruct, found: Problem): ValidationError {
  return new ValidationError([found], asset);
}

function versionTaken(owner: IConstruct, version: string): Problem {
  return problem('DataAssetVersionTaken', {
    property: 'version',
    must: `be the only one of its name in its workspace; ${owner.node.path} declares it too`,
    got: version,
    fix: 'pass the other data asset, or choose another name or version',
  });
}

function typeDiffers(owner: IConstruct, type: string, got: string): Problem {
  return problem('DataAssetTypeDiffers', {
    property: 'dataType',
    must: `be ${type}, as in ${owner.node.path}: all versions of a name are of one type`,
    got,
    fix: 'choose another name',
  });
}

function typeOf(owner: IConstruct): string | undefined {
  return 'dataType' in owner && typeof owner.dataType === 'string' ? owner.dataType : undefined;
}
