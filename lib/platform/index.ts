export * from './ml-stack';
export { RemovalPolicy } from './removal-policy';
export { applySettings, RoleAssignmentMode, type StackSettings } from './settings';
export * from './state-backend';
export * from './versions';
