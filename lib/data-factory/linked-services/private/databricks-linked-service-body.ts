import type { ArmObject } from '../../../azapi/azapi-types';
import type { DatabricksLinkedServiceProps } from '../databricks-linked-service';
import { credentialOf, renderSecret } from './linked-service-body';

/**
 * How Databricks is reached. Pure.
 *
 * @returns `{ domain, accessToken | (authentication, workspaceResourceId, credential?),
 *   existingClusterId | (newClusterVersion, newClusterNodeType, newClusterNumOfWorker) }`
 * @see Microsoft.DataFactory/factories/linkedservices@2018-06-01, AzureDatabricksLinkedService
 */
export function renderDatabricks(props: DatabricksLinkedServiceProps): ArmObject {
  const { factory, workspaceUrl, workspaceId, accessToken, existingClusterId, jobCluster } = props;
  return {
    domain: workspaceUrl,
    ...(accessToken === undefined
      ? { authentication: 'MSI', workspaceResourceId: workspaceId, ...credentialOf(factory) }
      : { accessToken: renderSecret(accessToken) }),
    ...(existingClusterId === undefined ? {} : { existingClusterId }),
    ...(jobCluster === undefined
      ? {}
      : {
          newClusterVersion: jobCluster.version,
          newClusterNodeType: jobCluster.nodeType,
          newClusterNumOfWorker: jobCluster.workers,
        }),
  };
}
