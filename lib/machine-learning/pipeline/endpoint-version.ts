import { Construct } from 'constructs';
import { withDefaults, validateProps } from '../../core/validation';
import type { Grant } from '../../identity/grant';
import type { IGrantable } from '../../identity/principal';
import { tagsOf } from '../../platform/settings';
import type { IWorkspace } from '../workspace-types';
import type { IInvocationHost } from './invocation/invocation-host';
import type { PipelineRequest } from './invocation/pipeline-request';
import { PLAIN_HOST } from './invocation/plain-host';
import type {
  IPublishedPipeline,
  PipelineInvocation,
  PipelineRunSettings,
} from './invokable-pipeline';
import type { Pipeline, PipelineInputs } from './pipeline';
import { PipelineGeneration } from './pipeline-generation';
import type { BatchEndpointResources } from './private/batch-endpoint-resources';
import { deploymentNameOf } from './private/deployment-name';
import { ENDPOINT_VERSION_RULES, ENDPOINT_VERSION_SHAPE } from './private/pipeline-endpoint-rules';
import { publishComponents, Sharing } from './private/publish-components';
import { runSettingsOf } from './private/run-settings';
import { renderV2Invocation } from './private/v2-invocation';
import type { PublicationProps } from './publication-props';

/** The endpoint that a version belongs to, as the version sees it. */
export interface VersionedEndpoint {
  readonly workspace: IWorkspace;
  readonly scoringUri: string;
  readonly enabled: boolean;
  /** Path in the tree. */
  readonly path: string;
  readonly resources: BatchEndpointResources;
  /** Where the component versions of all versions stand. */
  readonly components: (pipelineName: string) => Construct;
}

/** A version of a pipeline behind an endpoint that it shares with others: a deployment. */
export class EndpointVersion extends Construct implements IPublishedPipeline {
  public readonly generation = PipelineGeneration.V2;
  public readonly pipelineName: string;
  public readonly workspace: IWorkspace;
  public readonly componentId: string;
  public readonly deploymentName: string;
  public readonly versionLabel: string;
  public readonly runSettings: PipelineRunSettings;
  /** What was published. */
  public readonly pipeline: Pipeline;

  /**
   * @throws ValidationError VersionInvalid, DeploymentSettingReserved, CodeContainerMissing,
   *   EndpointWorkspaceMismatch, and what keeps the pipeline from being published
   */
  public constructor(
    scope: Construct,
    label: string,
    props: PublicationProps,
    private readonly endpoint: VersionedEndpoint,
  ) {
    super(scope, label);
    const resolved = withDefaults(props, { continueOnStepFailure: false, forceRerun: false });
    const { workspace, path, resources } = endpoint;
    validateProps(this, { ...resolved, workspace }, ENDPOINT_VERSION_SHAPE, ENDPOINT_VERSION_RULES);
    const { pipeline } = resolved;
    pipeline._close(this.node.path, path);

    const components = endpoint.components(pipeline.pipelineName);
    const description = resolved.description ?? pipeline.description;
    const tags = tagsOf(this, resolved.tags);
    this.runSettings = runSettingsOf(resolved);
    this.componentId = publishComponents(components, pipeline, {
      version: resolved.version,
      sharing: Sharing.SAME_CONTENT,
      tags: resolved.git?.tags,
    });
    this.deploymentName = resources.addDeployment(
      {
        ...this.runSettings,
        workspace,
        name: deploymentNameOf(label),
        componentId: this.componentId,
        ...(description === undefined ? {} : { description }),
        ...(tags === undefined ? {} : { tags }),
      },
      this,
    ).name;
    this.versionLabel = label;
    this.pipelineName = pipeline.pipelineName;
    this.workspace = workspace;
    this.pipeline = pipeline;
  }

  public get scoringUri(): string {
    return this.endpoint.scoringUri;
  }

  public get endpointUri(): string {
    return this.scoringUri;
  }

  public get audience(): string {
    return this.workspace.cloud.machineLearningAudience;
  }

  public get enabled(): boolean {
    return this.endpoint.enabled;
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

  public invocation(request: PipelineRequest = {}): PipelineInvocation {
    return this.renderInvocation(request, PLAIN_HOST);
  }

  public grantInvoke(grantee: IGrantable): Grant {
    return this.workspace.grantInvoke(grantee, this.generation);
  }
}
