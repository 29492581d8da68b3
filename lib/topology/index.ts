export * from './topology';
export * from './topology-document';
export * from './topology-graph';
export * from './topology-options';
