export * from './blob-created-trigger';
export * from './blob-created-trigger-props';
export * from './storage-system-topic';
