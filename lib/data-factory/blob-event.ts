/** What happens to a blob; spelt as the service spells it. */
export enum BlobEvent {
  CREATED = 'Microsoft.Storage.BlobCreated',
  DELETED = 'Microsoft.Storage.BlobDeleted',
}
