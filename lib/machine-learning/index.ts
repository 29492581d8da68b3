export * from './code';
export * from './compute';
export * from './datastore';
export * from './environment';
export type { WorkspaceAttributes } from './imported-workspace';
export * from './pipeline';
export * from './schedule';
export * from './workspace';
export * from './workspace-types';
