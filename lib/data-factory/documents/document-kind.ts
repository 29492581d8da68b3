/** What a document of Data Factory describes. */
export enum DataFactoryDocumentKind {
  ACTIVITY = 'activity',
  CREDENTIAL = 'credential',
  DATA_FLOW = 'data flow',
  DATASET = 'dataset',
  INTEGRATION_RUNTIME = 'integration runtime',
  LINKED_SERVICE = 'linked service',
  PIPELINE = 'pipeline',
  TRIGGER = 'trigger',
}
