import type { ArmObject } from '../../azapi/azapi-types';
import type { IWorkspace } from '../../machine-learning/workspace-types';
import type { AzureMlServicePrincipal } from '../azure-ml-linked-service';
import { renderSecret } from '../linked-services/private/linked-service-body';

/**
 * A linked service to a workspace, authenticated as a service principal where one is given, else as the
 * factory's system-assigned identity. Pure.
 *
 * @returns `{ properties: { type, description?, annotations, typeProperties: { subscriptionId,
 *   resourceGroupName, mlWorkspaceName, authentication | (servicePrincipalId, servicePrincipalKey,
 *   tenant) } } }`
 * @see Microsoft.DataFactory/factories/linkedservices@2018-06-01, AzureMLServiceLinkedService
 */
export function renderAzureMlLinkedServiceBody(
  workspace: IWorkspace,
  description: string | undefined,
  servicePrincipal?: AzureMlServicePrincipal,
): ArmObject {
  const { resourceGroup, workspaceName } = workspace;
  return {
    properties: {
      type: 'AzureMLService',
      ...(description === undefined ? {} : { description }),
      annotations: [],
      typeProperties: {
        subscriptionId: resourceGroup.subscriptionId,
        resourceGroupName: resourceGroup.resourceGroupName,
        mlWorkspaceName: workspaceName,
        ...renderSignIn(servicePrincipal),
      },
    },
  };
}

function renderSignIn(servicePrincipal: AzureMlServicePrincipal | undefined): ArmObject {
  if (servicePrincipal === undefined) return { authentication: 'MSI' };
  const { clientId, tenantId, key } = servicePrincipal;
  return {
    servicePrincipalId: clientId,
    servicePrincipalKey: renderSecret(key),
    tenant: tenantId,
  };
}
