import { Construct } from 'constructs';
import { AzapiResource } from '../../azapi/azapi-resource';
import { pinned } from '../../azapi/api-versions';
import { contentHash } from '../../core/content-hash';
import { declaredName } from '../../core/declared-name';
import { ValidationError } from '../../core/errors';
import { isUnresolved, problem, validateProps } from '../../core/validation';
import type { Grant } from '../../identity/grant';
import type { IGrantable } from '../../identity/principal';
import type { IDataLocation } from '../datastore/data-location';
import { trackAssetVersion } from '../private/versioned-asset';
import type { DataAssetAttributes, DataAssetProps } from './data-asset-props';
import type { DataAssetType } from './data-asset-type';
import type { IDataAsset } from './data-asset-types';
import { renderDataAssetBody } from './private/data-asset-body';
import { takeDataAssetVersion } from './private/data-asset-owner';
import { DATA_ASSET_RULES, DATA_ASSET_SHAPE } from './private/data-asset-rules';
import { RegisteredDataAsset } from './registered-data-asset';

/**
 * A version of a data asset, named by its content: `azapi_resource`,
 * `Microsoft.MachineLearningServices/workspaces/data/versions@2025-06-01`.
 *
 * A version names a place, not the data in it. It is immutable: another place is another version, at
 * another Terraform address. The service writes locations in its own words, so later differences of the
 * body are ignored.
 */
export class DataAsset extends Construct implements IDataAsset {
  /**
   * A version that is registered already.
   *
   * @throws UnscopedValidationError DataAssetNameInvalid, VersionInvalid
   */
  public static fromDataAssetAttributes(attributes: DataAssetAttributes): IDataAsset {
    return new RegisteredDataAsset(attributes);
  }

  public readonly dataAssetId: string;
  public readonly dataType: DataAssetType;
  /** Version, by default a hash of the content. */
  public readonly version: string;
  private readonly data: IDataLocation;

  /**
   * @throws ValidationError DataAssetNameInvalid, VersionInvalid, VersionNotComputable,
   *   DataAssetTableNotFolder, DataAssetReferencesNotForType, DataAssetPattern,
   *   DataAssetOtherWorkspace, DataAssetVersionTaken, DataAssetTypeDiffers
   */
  public constructor(scope: Construct, id: string, props: DataAssetProps) {
    super(scope, id);
    validateProps(this, props, DATA_ASSET_SHAPE, DATA_ASSET_RULES);
    const { workspace, name } = props;
    this.dataType = props.dataType;
    this.data = props.data;
    this.version = props.version ?? hashOf(this, props);
    takeDataAssetVersion(this, props, this.version);

    const resource = new AzapiResource(this, `Version-${this.version}`, {
      type: pinned('Microsoft.MachineLearningServices/workspaces/data/versions'),
      name: this.version,
      parentId: `${workspace.workspaceId}/data/${name}`,
      body: renderDataAssetBody(props),
      lifecycle: { ignoreChanges: ['body'] },
    });
    trackAssetVersion(resource, { workspace, path: `data/${name}/versions/${this.version}` });
    this.dataAssetId = resource.id;
  }

  public get dataAssetReference(): string {
    return `azureml:${this.dataAssetId}`;
  }

  /**
   * Lets somebody read the data, as the datastore does.
   *
   * @throws ValidationError DataAssetStorageUnknown, DatastoreStorageUnknown
   */
  public grantRead(grantee: IGrantable): Grant {
    const { datastore } = this.data;
    if (datastore !== undefined) return datastore.grantRead(grantee);
    throw new ValidationError(
      [
        problem('DataAssetStorageUnknown', {
          property: 'data',
          must: 'be a path of a datastore for its storage to be known',
          got: this.data.uri,
          fix: 'grant on the container or the storage account',
        }),
      ],
      this,
    );
  }
}

/** References count by their address, which stays when a datastore is renamed; so its name counts too. */
function hashOf(scope: Construct, props: DataAssetProps): string {
  const names = [props.data, ...(props.referencedData ?? [])].flatMap(({ datastore }) => {
    if (datastore === undefined) return [];
    const name = declaredName(datastore, datastore.datastoreName);
    return isUnresolved(name) ? [] : [name];
  });
  const content = { name: props.name, names, ...renderDataAssetBody(props) };
  return contentHash(scope, content, 'data').slice(0, 16);
}
