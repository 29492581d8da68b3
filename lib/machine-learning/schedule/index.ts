export * from './cron';
export * from './recurrence';
export * from './recurrence-options';
export * from './schedule';
export * from './schedule-trigger';
