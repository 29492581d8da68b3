import { Construct } from 'constructs';
import type { AzapiResource } from '../../azapi/azapi-resource';
import { validateProps, withDefaults } from '../../core/validation';
import type { Grant } from '../../identity/grant';
import type { IGrantable } from '../../identity/principal';
import { tagsOf } from '../../platform/settings';
import { endpointPage, studioUrl } from '../private/studio-url';
import type { IWorkspace } from '../workspace-types';
import { ImportedBatchEndpoint, type BatchEndpointAttributes } from './imported-batch-endpoint';
import type { IInvocationHost } from './invocation/invocation-host';
import type { PipelineRequest } from './invocation/pipeline-request';
import { PLAIN_HOST } from './invocation/plain-host';
import type {
  IPublishedPipeline,
  IV1Pipeline,
  PipelineInvocation,
  PipelineRunSettings,
} from './invokable-pipeline';
import type { Pipeline, PipelineInputs } from './pipeline';
import { PipelineGeneration } from './pipeline-generation';
import { announceEndpoint } from './private/announce-endpoint';
import { BatchEndpointResources } from './private/batch-endpoint-resources';
import { endpointNameOf } from './private/endpoint-name';
import { publishComponents } from './private/publish-components';
import { runSettingsOf } from './private/run-settings';
import {
  PUBLISHED_PIPELINE_RULES,
  PUBLISHED_PIPELINE_SHAPE,
} from './private/published-pipeline-rules';
import { renderV2Invocation } from './private/v2-invocation';
import type { PublicationProps } from './publication-props';
import { V1Pipeline } from './v1-pipeline';

/** Properties of a {@link PublishedPipeline}. */
export interface PublishedPipelineProps extends PublicationProps {
  /**
   * 3 to 32 characters, inclusive: letters, digits and hyphens, starting with a letter, not ending with
   * a hyphen; unique in the region. Changing it replaces the endpoint, and with it the URL.
   *
   * @default - the name of the pipeline, shortened, and a hash of subscription, workspace and construct
   */
  readonly endpointName?: string;
  /**
   * Whether it takes runs, known at synthesis. `false` pauses what starts it in this app and leaves the
   * endpoint, and so its URL, without a default deployment: the service then refuses callers that name
   * none. It cannot refuse callers that name the deployment.
   *
   * @default true
   */
  readonly enabled?: boolean;
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
 * `…/batchEndpoints/deployments`, 2025-06-01), and an `azapi_resource_action` that keeps what of the
 * endpoint can change. Several versions behind one URL are a {@link PipelineEndpoint}.
 *
 * Nothing here runs the pipeline at deploy time: a job resource would run again with each change and
 * cannot be undone. {@link PublishedPipeline.invocation} gives the request for whoever runs it once.
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
  public readonly enabled: boolean;
  /** What was published. */
  public readonly pipeline: Pipeline;
  private readonly endpoint: AzapiResource;

  /**
   * @throws ValidationError EndpointNameInvalid, VersionInvalid, DeploymentSettingReserved,
   *   CodeContainerMissing, PipelineNameTaken, PipelineAlreadyPublished, PipelineEmpty,
   *   PipelineComputeMissing, StepInputUnbound, StepCycle, VersionNotComputable
   */
  public constructor(scope: Construct, id: string, props: PublishedPipelineProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      continueOnStepFailure: false,
      forceRerun: false,
      enabled: true,
    });
    validateProps(this, resolved, PUBLISHED_PIPELINE_SHAPE, PUBLISHED_PIPELINE_RULES);
    const { pipeline, enabled } = resolved;
    const { workspace } = pipeline;
    pipeline._close(this.node.path);

    this.runSettings = runSettingsOf(resolved);
    this.componentId = publishComponents(this, pipeline, {
      version: resolved.version,
      tags: resolved.git?.tags,
    });
    this.endpointName =
      resolved.endpointName ?? endpointNameOf(this, workspace, pipeline.pipelineName);
    const description = resolved.description ?? pipeline.description;
    const tags = tagsOf(this, resolved.tags);
    const shared = {
      workspace,
      ...(description === undefined ? {} : { description }),
      ...(tags === undefined ? {} : { tags }),
    };
    const resources = new BatchEndpointResources(this, {
      ...shared,
      name: this.endpointName,
      ...(enabled ? { defaultDeployment: DEPLOYMENT } : {}),
    });
    const deployment = resources.addDeployment({
      ...shared,
      ...this.runSettings,
      name: DEPLOYMENT,
      componentId: this.componentId,
    });
    this.endpoint = resources.endpoint;
    this.deploymentName = deployment.name;
    this.endpointId = this.endpoint.id;
    this.pipelineName = pipeline.pipelineName;
    this.workspace = workspace;
    this.pipeline = pipeline;
    this.enabled = enabled;
    announceEndpoint(this);
  }

  /** The endpoint in the studio, with its runs. */
  public get studioUrl(): string {
    return studioUrl(this.workspace, endpointPage(this.endpointName));
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

  public get outputNames(): string[] {
    return [...this.pipeline._outputs.keys()];
  }

  public renderInvocation(request: PipelineRequest, host: IInvocationHost): PipelineInvocation {
    return renderV2Invocation(this, request, host);
  }

  /** Names no deployment, so that the endpoint refuses it while it is disabled. */
  public invocation(request: PipelineRequest = {}): PipelineInvocation {
    return renderV2Invocation(this, request, PLAIN_HOST, false);
  }

  public grantInvoke(grantee: IGrantable): Grant {
    return this.workspace.grantInvoke(grantee, this.generation);
  }
}
