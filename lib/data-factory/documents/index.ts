export * from './data-factory-activity-document';
export * from './data-factory-document';
export * from './document-kind';
