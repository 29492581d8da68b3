/** What a document of Data Factory describes. */
export enum DataFactoryDocumentKind {
  ACTIVITY = 'activity',
  DATASET = 'dataset',
  LINKED_SERVICE = 'linked service',
  PIPELINE = 'pipeline',
  TRIGGER = 'trigger',
}
