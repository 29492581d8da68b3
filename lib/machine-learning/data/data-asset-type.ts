/** What a data asset is; spelt as the service spells it. */
export enum DataAssetType {
  /** A table: a folder with an `MLTable` file in it. v1 has it as `TabularDataset`. */
  MLTABLE = 'mltable',
  /** One file. v1 has it as `FileDataset`. */
  URI_FILE = 'uri_file',
  /** One folder. v1 has it as `FileDataset`. */
  URI_FOLDER = 'uri_folder',
}
