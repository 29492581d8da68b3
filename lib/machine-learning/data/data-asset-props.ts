import type { StringMap } from '../../azapi/azapi-types';
import type { IDataLocation } from '../datastore/data-location';
import type { IWorkspace } from '../workspace-types';
import type { DataAssetType } from './data-asset-type';

/** Properties of a {@link DataAsset}. */
export interface DataAssetProps {
  /**
   * 1 to 255 characters, inclusive: letters, digits, `-`, `_`, starting with a letter or digit. All versions
   * of a name are of one type.
   */
  readonly name: string;
  /** The workspace that the asset is registered in. */
  readonly workspace: IWorkspace;
  /** What it is. The service keeps the type of the first version for all. */
  readonly dataType: DataAssetType;
  /**
   * Where the data lies: `datastore.path('in/')`, or `DataUri.of('https://…')`. Of a table, the folder with
   * its `MLTable` file. One file or folder, no pattern. Nothing is copied, and nobody looks whether there is
   * anything.
   */
  readonly data: IDataLocation;
  /**
   * Data outside of its folder that an `MLTable` file names, for the studio to show. Tables only.
   *
   * @default - none
   */
  readonly referencedData?: IDataLocation[];
  /**
   * Version, known at synthesis. Content that is known only at apply needs one, changed by hand.
   *
   * @default - a hash of name, type, locations, description and tags; not of the data itself
   */
  readonly version?: string;
  /**
   * Shown in the studio; part of the content, so another one is another version.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Part of the content, so others are another version.
   *
   * @default - none
   */
  readonly tags?: StringMap;
}

/** What names a version of a data asset that exists. */
export interface DataAssetAttributes {
  /** The workspace that it is registered in. */
  readonly workspace: IWorkspace;
  /** 1 to 255 characters, inclusive: letters, digits, `-`, `_`, starting with a letter or digit. */
  readonly name: string;
  /** The version. There is no label such as `latest` here: the service takes none, SDK and CLI look it up. */
  readonly version: string;
  /** What it is. */
  readonly dataType: DataAssetType;
}
