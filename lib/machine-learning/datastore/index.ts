export * from './blob-datastore';
export * from './datastore-identity';
export * from './datastore-types';
