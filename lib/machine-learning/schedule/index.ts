export * from './cron';
export * from './datastore-change-schedule';
export * from './recurrence';
export * from './recurrence-options';
export * from './schedule';
export * from './schedule-status';
export * from './schedule-trigger';
