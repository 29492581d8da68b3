export { AZAPI_VERSION, AzapiProvider, type AzapiProviderConfig } from './azapi-provider';
export * from './azapi-resource';
export * from './azapi-resource-action';
export * from './azapi-types';
export * from './azapi-update-resource';
