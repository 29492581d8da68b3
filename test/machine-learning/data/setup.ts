import type { Construct } from 'constructs';
import { DataAsset } from '../../../lib/machine-learning/data/data-asset';
import type { DataAssetProps } from '../../../lib/machine-learning/data/data-asset-props';
import { DataAssetType } from '../../../lib/machine-learning/data/data-asset-type';
import { Datastore } from '../../../lib/machine-learning/datastore/datastore';
import { existingWorkspace } from '../../support/stack';

/** A data asset of a folder, unless told otherwise, in a workspace that exists. */
export function assetIn(
  scope: Construct,
  props: Partial<DataAssetProps> = {},
  id = 'Raw',
): DataAsset {
  const workspace = props.workspace ?? existingWorkspace(scope, `Around-${id}`);
  return new DataAsset(scope, id, {
    name: 'raw',
    dataType: DataAssetType.URI_FOLDER,
    data: Datastore.workspaceBlobStore(workspace).path('in/'),
    ...props,
    workspace,
  });
}
