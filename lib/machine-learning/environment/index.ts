export * from './conda-file';
export * from './environment';
export * from './environment-types';
