export * from './build-context';
export * from './conda-file';
export * from './environment';
export * from './environment-attributes';
export * from './environment-options';
export * from './environment-types';
