import { at } from './json';

/**
 * Connectors whose connections can authenticate as a managed identity.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/authenticate-with-managed-identity
 */
const WITH_IDENTITY: ReadonlySet<string> = new Set(
  `
  arm azureautomation azureblob azuredatafactory azuredigitaltwins azureeventgrid
  azureeventgridpublish azuremonitorlogs azurequeues azuresentinel azuretables azurevm documentdb
  eventhubs keyvault kusto servicebus sql
`
    .trim()
    .split(/\s+/),
);

/** Whether a connection may have to authenticate as a managed identity; so it is where nobody can tell. */
export function mayUseIdentity(connection: unknown): boolean {
  const connector = connectorOf(connection);
  return connector === undefined || WITH_IDENTITY.has(connector);
}

/** Whether a connection is to Azure Blob Storage, by its id or, without one that tells, by its key. */
export function isBlobConnection(key: string | undefined, connection: unknown): boolean {
  const connector = connectorOf(connection) ?? key;
  return connector === undefined || /blob/i.test(connector);
}

const ENDING = /managedApis.*?([A-Za-z0-9_-]+)['"\])\s]*$/is;
const COMPUTED = /(?:parameters|variables|reference)\s*\(\s*'[^']*'\s*\)[^'/]*$/i;

/** Last segment of the id of a managed API, also where a template joins the id. */
function connectorOf(connection: unknown): string | undefined {
  const id = at(connection, 'id');
  if (typeof id !== 'string' || COMPUTED.test(id)) return undefined;
  return ENDING.exec(id)?.[1]?.toLowerCase();
}
