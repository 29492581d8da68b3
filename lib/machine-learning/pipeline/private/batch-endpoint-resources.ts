import type { Construct } from 'constructs';
import { pinned } from '../../../azapi/api-versions';
import { AzapiResource } from '../../../azapi/azapi-resource';
import { ActionMethod, AzapiResourceAction } from '../../../azapi/azapi-resource-action';
import type { StringMap } from '../../../azapi/azapi-types';
import type { IWorkspace } from '../../workspace-types';
import {
  type BatchEndpointProps,
  type DeploymentBodyProps,
  ENDPOINT_IDENTITY,
  renderBatchEndpointBody,
  renderBatchEndpointRequest,
  renderDeploymentBody,
} from './batch-endpoint-body';

const TYPE = 'Microsoft.MachineLearningServices/workspaces/batchEndpoints';

/** What the endpoint itself is made of. */
export interface EndpointResourceProps extends Omit<BatchEndpointProps, 'location'> {
  readonly workspace: IWorkspace;
  readonly name: string;
}

/** What a deployment is made of. */
export interface DeploymentResourceProps extends DeploymentBodyProps {
  readonly workspace: IWorkspace;
  readonly name: string;
  readonly tags?: StringMap;
}

/**
 * The resources of a batch endpoint.
 *
 * It is created without a default deployment, which cannot exist before it, and an update by azapi is a
 * PUT of what is declared, which would drop the default each time. So the resource is never updated:
 * what can change is sent by an action that always says all of it.
 */
export class BatchEndpointResources {
  /** The endpoint. */
  public readonly endpoint: AzapiResource;
  private readonly configuration: AzapiResourceAction;

  public constructor(
    private readonly scope: Construct,
    props: EndpointResourceProps,
  ) {
    const { workspace, name, description, tags } = props;
    this.endpoint = new AzapiResource(scope, 'Endpoint', {
      type: pinned(TYPE),
      name,
      parentId: workspace.workspaceId,
      location: workspace.location,
      ...(tags === undefined ? {} : { tags }),
      identity: ENDPOINT_IDENTITY,
      body: renderBatchEndpointBody(description),
      responseExportValues: { scoringUri: 'properties.scoringUri' },
      lifecycle: { ignoreChanges: ['body', 'tags'] },
    });
    this.configuration = new AzapiResourceAction(scope, 'Configuration', {
      type: pinned(TYPE),
      resourceId: this.endpoint.id,
      method: ActionMethod.PUT,
      body: renderBatchEndpointRequest({ ...props, location: workspace.location }),
    });
  }

  /** Adds a deployment, which the endpoint waits for, since it may be its default. */
  public addDeployment(
    { workspace, name, tags, ...body }: DeploymentResourceProps,
    scope: Construct = this.scope,
  ): AzapiResource {
    const deployment = new AzapiResource(scope, 'Deployment', {
      type: pinned(`${TYPE}/deployments`),
      name,
      parentId: this.endpoint.id,
      location: workspace.location,
      ...(tags === undefined ? {} : { tags }),
      body: renderDeploymentBody(body),
    });
    const address = `${deployment.terraformResourceType}.${deployment.friendlyUniqueId}`;
    this.configuration.dependsOn = [...(this.configuration.dependsOn ?? []), address];
    return deployment;
  }
}
