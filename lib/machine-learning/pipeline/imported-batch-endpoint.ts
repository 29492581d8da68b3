import { Construct } from 'constructs';
import { validateProps } from '../../core/validation';
import type { Grant } from '../../identity/grant';
import type { IGrantable } from '../../identity/principal';
import { endpointPage, studioUrl } from '../private/studio-url';
import type { IWorkspace } from '../workspace-types';
import type { IInvocationHost } from './invocation/invocation-host';
import type { PipelineRequest } from './invocation/pipeline-request';
import { PLAIN_HOST } from './invocation/plain-host';
import type { IPublishedPipeline, PipelineInvocation } from './invokable-pipeline';
import { PipelineGeneration } from './pipeline-generation';
import {
  BATCH_ENDPOINT_ATTRIBUTES_RULES,
  BATCH_ENDPOINT_ATTRIBUTES_SHAPE,
} from './private/published-pipeline-rules';
import { renderV2Invocation } from './private/v2-invocation';

/** What is known of an existing batch endpoint. */
export interface BatchEndpointAttributes {
  /** The workspace it belongs to. */
  readonly workspace: IWorkspace;
  /** Name of the endpoint. */
  readonly endpointName: string;
  /**
   * Deployment that callers name.
   *
   * @default - none is named, the service takes the default deployment of the endpoint
   */
  readonly deploymentName?: string;
  /**
   * ARM id of the pipeline component version behind it; needed to put it on a schedule.
   *
   * @default - not known
   */
  readonly componentId?: string;
}

/** An existing batch endpoint in front of a pipeline component; emits nothing. */
export class ImportedBatchEndpoint extends Construct implements IPublishedPipeline {
  public readonly generation = PipelineGeneration.V2;
  public readonly pipelineName: string;
  public readonly workspace: IWorkspace;
  public readonly deploymentName?: string;
  public readonly componentId?: string;

  /** @throws ValidationError EndpointNameInvalid */
  public constructor(scope: Construct, id: string, attributes: BatchEndpointAttributes) {
    super(scope, id);
    validateProps(
      this,
      attributes,
      BATCH_ENDPOINT_ATTRIBUTES_SHAPE,
      BATCH_ENDPOINT_ATTRIBUTES_RULES,
    );
    this.pipelineName = attributes.endpointName;
    this.workspace = attributes.workspace;
    if (attributes.deploymentName !== undefined) this.deploymentName = attributes.deploymentName;
    if (attributes.componentId !== undefined) this.componentId = attributes.componentId;
  }

  public get scoringUri(): string {
    const { cloud, location } = this.workspace;
    return `https://${this.pipelineName}.${cloud.inferenceHostSuffix(location)}/jobs`;
  }

  public get endpointUri(): string {
    return this.scoringUri;
  }

  public get audience(): string {
    return this.workspace.cloud.machineLearningAudience;
  }

  public renderInvocation(request: PipelineRequest, host: IInvocationHost): PipelineInvocation {
    return renderV2Invocation(this, request, host);
  }

  public invocation(request: PipelineRequest = {}): PipelineInvocation {
    return this.renderInvocation(request, PLAIN_HOST);
  }

  /** The endpoint in the studio, with its runs. */
  public get studioUrl(): string {
    return studioUrl(this.workspace, endpointPage(this.pipelineName));
  }

  public grantInvoke(grantee: IGrantable): Grant {
    return this.workspace.grantInvoke(grantee, this.generation);
  }
}
