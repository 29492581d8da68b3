export * from './data-asset';
export * from './data-asset-props';
export * from './data-asset-type';
export * from './data-asset-types';
export * from './data-uri';
