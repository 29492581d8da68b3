export * from './application-insights';
