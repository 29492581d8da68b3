export * from './datastore-upload';
export * from './upload-source';
