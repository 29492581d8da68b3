export * from './storage-account';
export * from './storage-container';
export * from './storage-options';
