export * from './blob-storage-linked-service';
export * from './data-access';
export * from './data-lake-linked-service';
export * from './databricks-linked-service';
export * from './key-vault-linked-service';
export * from './linked-service';
export * from './linked-service-props';
export * from './storage-linked-service';
