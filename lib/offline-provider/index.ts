export { OfflineProvider } from './offline-provider';
export type { RecordedRequest, RequestLog } from './azure/request-log';
export type { AzurermState, ResourceStore, StoredResource } from './azure/resource-store';
export type { Json, JsonObject } from './wire/json';
