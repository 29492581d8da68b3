import { isJsonObject, jsonText, type Json, type JsonObject } from '../wire/json';
import { fakeKeyFor, guidFor, normalizedLocation, TENANT_ID } from './fabricate';
import { nameOf } from './arm-id';

/** What a PUT gives the service to compute from. */
interface Created {
  readonly id: string;
  readonly name: string;
  /** Normalized, empty where the body has none. */
  readonly location: string;
}

type Properties = (created: Created) => JsonObject;

/** Properties that the service adds, by lower-case ARM type. */
const PROPERTIES: { readonly [type: string]: Properties } = {
  'microsoft.machinelearningservices/workspaces': ({ id, location }) => ({
    workspaceId: guidFor(id),
    discoveryUrl: `https://${location}.api.azureml.ms/discovery`,
  }),
  'microsoft.machinelearningservices/workspaces/batchendpoints': ({ name, location }) => ({
    scoringUri: `https://${name}.${location}.inference.ml.azure.com/jobs`,
    swaggerUri: `https://${name}.${location}.inference.ml.azure.com/swagger.json`,
  }),
  'microsoft.machinelearningservices/workspaces/datastores': ({ id, name }): JsonObject =>
    name.toLowerCase() === 'workspaceblobstore'
      ? { containerName: `azureml-blobstore-${guidFor(id)}` }
      : {},
  'microsoft.machinelearningservices/workspaces/onlineendpoints': ({ name, location }) => ({
    scoringUri: `https://${name}.${location}.inference.ml.azure.com/score`,
    swaggerUri: `https://${name}.${location}.inference.ml.azure.com/swagger.json`,
  }),
  'microsoft.machinelearningservices/workspaces/schedules': () => ({
    isEnabled: true,
    provisioningStatus: 'Completed',
  }),
  'microsoft.logic/workflows': ({ id, location }) => ({
    state: 'Enabled',
    version: '08585000000000000000',
    accessEndpoint: `https://prod-00.${location}.logic.azure.com:443/workflows/${guidFor(id).replaceAll('-', '')}`,
    endpointsConfiguration: {
      workflow: {
        outgoingIpAddresses: [{ address: '192.0.2.10' }],
        accessEndpointIpAddresses: [{ address: '192.0.2.11' }],
      },
      connector: { outgoingIpAddresses: [{ address: '192.0.2.12' }] },
    },
  }),
  'microsoft.web/connections': ({ id, location }) => ({
    statuses: [{ status: 'Connected' }],
    connectionRuntimeUrl: `https://${guidFor(id).slice(0, 8)}.00.common.logic-${location}.azure-apihub.net/apim/${nameOf(id)}`,
  }),
  'microsoft.storage/storageaccounts': ({ name }) => ({
    primaryEndpoints: Object.fromEntries(
      ['blob', 'dfs', 'file', 'queue', 'table', 'web'].map((service) => [
        service,
        `https://${name}.${service}.core.windows.net/`,
      ]),
    ),
  }),
  'microsoft.managedidentity/userassignedidentities': ({ id }) => ({
    principalId: guidFor(`${id}#principal`),
    clientId: guidFor(`${id}#client`),
    tenantId: TENANT_ID,
  }),
  'microsoft.keyvault/vaults': ({ name }) => ({ vaultUri: `https://${name}.vault.azure.net/` }),
  'microsoft.containerregistry/registries': ({ name }) => ({ loginServer: `${name}.azurecr.io` }),
  'microsoft.insights/components': ({ id, location }) => ({
    AppId: guidFor(`${id}#app`),
    InstrumentationKey: guidFor(`${id}#instrumentation`),
    ConnectionString: `InstrumentationKey=${guidFor(`${id}#instrumentation`)};IngestionEndpoint=https://${location}-0.in.applicationinsights.azure.com/`,
  }),
  'microsoft.operationalinsights/workspaces': ({ id }) => ({
    customerId: guidFor(`${id}#workspace`),
  }),
};

/** Identity of a resource's own, which the service makes. */
export function systemPrincipalOf(id: string): string {
  return guidFor(`${id}#principal`);
}

/** Everything that the service adds to a PUT body in its answers. */
export function computedBody(id: string, type: string, body: JsonObject): JsonObject {
  const location = typeof body['location'] === 'string' ? normalizedLocation(body['location']) : '';
  const properties = PROPERTIES[type.toLowerCase()]?.({ id, name: nameOf(id), location }) ?? {};
  return {
    id,
    name: nameOf(id),
    type,
    properties: { provisioningState: 'Succeeded', ...properties },
    ...computedIdentity(id, body['identity']),
  };
}

function computedIdentity(id: string, identity: Json | undefined): JsonObject {
  if (!isJsonObject(identity) || !jsonText(identity['type']).includes('SystemAssigned')) return {};
  return { identity: { principalId: systemPrincipalOf(id), tenantId: TENANT_ID } };
}

/** What an action such as `listKeys` answers. */
export function actionAnswer(id: string, action: string): JsonObject {
  if (action.toLowerCase() === 'listkeys') {
    return {
      keys: [1, 2].map((n) => ({
        keyName: `key${String(n)}`,
        value: fakeKeyFor(`${id}#key${String(n)}`),
        permissions: 'FULL',
      })),
      primaryKey: fakeKeyFor(`${id}#key1`),
      secondaryKey: fakeKeyFor(`${id}#key2`),
    };
  }
  if (action.toLowerCase() === 'listcallbackurl') {
    return {
      value: `https://prod-00.offline.logic.azure.com:443/workflows/${guidFor(id).replaceAll('-', '')}/triggers/manual/paths/invoke?api-version=2016-10-01&sig=offline`,
    };
  }
  return {};
}
