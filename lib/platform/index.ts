export * from './ml-stack';
export * from './removal-policy';
export * from './settings';
export * from './state-backend';
