/** What can be asked of data; spelt as the service spells it. */
export enum MetadataField {
  CHILD_ITEMS = 'childItems',
  COLUMN_COUNT = 'columnCount',
  CONTENT_MD5 = 'contentMD5',
  EXISTS = 'exists',
  ITEM_NAME = 'itemName',
  ITEM_TYPE = 'itemType',
  LAST_MODIFIED = 'lastModified',
  SIZE = 'size',
  STRUCTURE = 'structure',
}
