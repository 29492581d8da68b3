import type { ArmObject } from '../../azapi/azapi-types';
import type { IWorkspace } from '../../machine-learning/workspace-types';

/**
 * A linked service to a workspace, authenticated as the factory's system-assigned identity. Pure.
 *
 * @returns `{ properties: { type, description?, annotations, typeProperties: { subscriptionId,
 *   resourceGroupName, mlWorkspaceName, authentication } } }`
 * @see Microsoft.DataFactory/factories/linkedservices@2018-06-01, AzureMLServiceLinkedService
 */
export function renderAzureMlLinkedServiceBody(
  workspace: IWorkspace,
  description: string | undefined,
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
        authentication: 'MSI',
      },
    },
  };
}
