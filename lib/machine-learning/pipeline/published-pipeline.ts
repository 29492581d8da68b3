import { Construct } from 'constructs';
import { AzapiResource } from '../../azapi/azapi-resource';
import { AzapiUpdateResource } from '../../azapi/azapi-update-resource';
import { pinned } from '../../azapi/api-versions';
import type { StringMap } from '../../azapi/azapi-types';
import { recordFact } from '../../core/facts';
import { validateProps, withDefaults } from '../../core/validation';
import type { Grant } from '../../identity/grant';
import type { IGrantable } from '../../identity/principal';
import { tagsOf } from '../../platform/settings';
import type { IWorkspace } from '../workspace-types';
import { ImportedBatchEndpoint, type BatchEndpointAttributes } from './imported-batch-endpoint';
import type { IInvocationHost } from './invocation/invocation-host';
import type { PipelineRequest } from './invocation/pipeline-request';
import type {
  IPublishedPipeline,
  IV1Pipeline,
  PipelineInvocation,
  PipelineRunSettings,
} from './invokable-pipeline';
import type { Pipeline, PipelineInputs } from './pipeline';
import { PipelineGeneration } from './pipeline-generation';
import { renderBatchEndpointBody, renderDeploymentBody } from './private/batch-endpoint-body';
import { endpointNameOf } from './private/endpoint-name';
import { publishComponents } from './private/publish-components';
import {
  PUBLISHED_PIPELINE_RULES,
  PUBLISHED_PIPELINE_SHAPE,
} from './private/published-pipeline-rules';
import { renderV2Invocation } from './private/v2-invocation';
import { V1Pipeline } from './v1-pipeline';

/** Properties of a {@link PublishedPipeline}. */
export interface PublishedPipelineProps {
  /** What is published. It cannot be changed afterwards. */
  readonly pipeline: Pipeline;
  /**
   * 3 to 32 characters, inclusive: letters, digits and hyphens, starting with a letter, not ending with
   * a hyphen; unique in the region. Changing it replaces the endpoint, and with it the URL.
   *
   * @default - the name of the pipeline, shortened, and a hash of subscription, workspace and construct
   */
  readonly endpointName?: string;
  /**
   * Shown in the studio.
   *
   * @default - that of the pipeline
   */
  readonly description?: string;
  /**
   * Whether independent steps go on after one failed.
   *
   * @default false, written out: the service's own default is true
   */
  readonly continueOnStepFailure?: boolean;
  /**
   * Whether every run runs every step, whatever could be reused. The v1 SDK called it regenerate_outputs.
   *
   * @default false
   */
  readonly forceRerun?: boolean;
  /**
   * Version of every component, known at synthesis, changed by hand. Content that is known only at
   * apply needs one.
   *
   * @default - a hash of each component's content
   */
  readonly version?: string;
  /**
   * Tags of endpoint and deployment beside those of the stack.
   *
   * @default - the tags of the stack
   */
  readonly tags?: StringMap;
}

/** What names a pipeline of the v1 SDK. */
export interface V1PipelineAttributes {
  /** The workspace it was published in. */
  readonly workspace: IWorkspace;
  /** Id of the published pipeline, a GUID. */
  readonly pipelineId: string;
  /**
   * What people call it.
   *
   * @default - the construct id
   */
  readonly name?: string;
}

/** Name of the one deployment of an endpoint; its component moves forward, its name stays. */
const DEPLOYMENT = 'current';

/**
 * A pipeline that can be called: component versions named by their content, a batch endpoint and a
 * deployment, all through `azapi_resource`
 * (`Microsoft.MachineLearningServices/workspaces/components/versions`, `…/batchEndpoints`,
 * `…/batchEndpoints/deployments`, 2025-06-01).
 */
export class PublishedPipeline extends Construct implements IPublishedPipeline {
  /**
   * A pipeline that was published with the v1 SDK. No API can create one; it can be triggered.
   *
   * @throws ValidationError V1PipelineIdAmbiguous when there is none, V1PipelineIdInvalid
   */
  public static fromV1PipelineId(
    scope: Construct,
    id: string,
    attributes: V1PipelineAttributes,
  ): IV1Pipeline {
    return new V1Pipeline(scope, id, attributes);
  }

  /**
   * An existing batch endpoint in front of a pipeline component.
   *
   * @throws ValidationError EndpointNameInvalid
   */
  public static fromBatchEndpointAttributes(
    scope: Construct,
    id: string,
    attributes: BatchEndpointAttributes,
  ): IPublishedPipeline {
    return new ImportedBatchEndpoint(scope, id, attributes);
  }

  public readonly generation = PipelineGeneration.V2;
  public readonly pipelineName: string;
  public readonly workspace: IWorkspace;
  /** Name of the batch endpoint. */
  public readonly endpointName: string;
  /** ARM id of the batch endpoint. */
  public readonly endpointId: string;
  public readonly componentId: string;
  public readonly deploymentName: string;
  public readonly runSettings: PipelineRunSettings;
  /** What was published. */
  public readonly pipeline: Pipeline;
  private readonly endpoint: AzapiResource;

  /**
   * @throws ValidationError EndpointNameInvalid, VersionInvalid, CodeContainerMissing,
   *   PipelineAlreadyPublished, PipelineEmpty, PipelineComputeMissing, StepInputUnbound, StepCycle,
   *   VersionNotComputable
   */
  public constructor(scope: Construct, id: string, props: PublishedPipelineProps) {
    super(scope, id);
    const resolved = withDefaults(props, { continueOnStepFailure: false, forceRerun: false });
    validateProps(this, resolved, PUBLISHED_PIPELINE_SHAPE, PUBLISHED_PIPELINE_RULES);
    const { pipeline } = resolved;
    pipeline.close(this.node.path);

    const { workspace, defaultCompute, defaultDatastore } = pipeline;
    this.runSettings = {
      continueOnStepFailure: resolved.continueOnStepFailure,
      forceRerun: resolved.forceRerun,
      ...(defaultCompute === undefined ? {} : { defaultCompute }),
      ...(defaultDatastore === undefined ? {} : { defaultDatastore }),
    };
    const description = resolved.description ?? pipeline.description;
    const tags = tagsOf(this, resolved.tags);
    const shared = { location: workspace.location, ...(tags === undefined ? {} : { tags }) };
    const endpointBody = renderBatchEndpointBody(description);
    this.componentId = publishComponents(this, pipeline, resolved.version);
    this.endpointName = resolved.endpointName ?? endpointNameOf(this, pipeline);
    this.endpoint = new AzapiResource(this, 'Endpoint', {
      type: pinned('Microsoft.MachineLearningServices/workspaces/batchEndpoints'),
      name: this.endpointName,
      parentId: workspace.workspaceId,
      ...shared,
      identity: { type: 'SystemAssigned' },
      body: endpointBody,
      responseExportValues: { scoringUri: 'properties.scoringUri' },
    });
    const deployment = new AzapiResource(this, 'Deployment', {
      type: pinned('Microsoft.MachineLearningServices/workspaces/batchEndpoints/deployments'),
      name: DEPLOYMENT,
      parentId: this.endpoint.id,
      ...shared,
      body: renderDeploymentBody({
        ...this.runSettings,
        componentId: this.componentId,
        ...(description === undefined ? {} : { description }),
      }),
    });
    new AzapiUpdateResource(this, 'DefaultDeployment', {
      type: pinned('Microsoft.MachineLearningServices/workspaces/batchEndpoints'),
      resourceId: this.endpoint.id,
      body: { properties: { defaults: { deploymentName: DEPLOYMENT } } },
      replaceTriggersExternalValues: { endpoint: endpointBody, ...shared },
      dependsOn: [deployment],
    });
    this.deploymentName = deployment.name;
    this.endpointId = this.endpoint.id;
    this.pipelineName = pipeline.pipelineName;
    this.workspace = workspace;
    this.pipeline = pipeline;
    recordFact(this, 'endpoint', { pipeline: this.pipelineName, endpoint: this.endpointName });
  }

  public get scoringUri(): string {
    return this.endpoint.exported('scoringUri');
  }

  public get endpointUri(): string {
    return this.scoringUri;
  }

  public get audience(): string {
    return this.workspace.cloud.machineLearningAudience;
  }

  public get inputs(): PipelineInputs {
    return this.pipeline.inputs;
  }

  public renderInvocation(request: PipelineRequest, host: IInvocationHost): PipelineInvocation {
    return renderV2Invocation(this, request, host);
  }

  public grantInvoke(grantee: IGrantable): Grant {
    return this.workspace.grantInvoke(grantee, this.generation);
  }
}
