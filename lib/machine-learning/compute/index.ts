export * from './compute-cluster';
export * from './compute-types';
export * from './vm-priority';
export * from './vm-size';
