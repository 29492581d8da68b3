import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import { ValidationError } from '../../core/errors';
import { recordFact } from '../../core/facts';
import { isUnresolved, validateProps } from '../../core/validation';
import type { Grant } from '../../identity/grant';
import type { IGrantable } from '../../identity/principal';
import type { IWorkspace } from '../workspace-types';
import type { IInvocationHost } from './invocation/invocation-host';
import type { PipelineRequest } from './invocation/pipeline-request';
import { PLAIN_HOST } from './invocation/plain-host';
import { renderV1Request } from './invocation/render-request';
import type { IV1Pipeline, PipelineInvocation } from './invokable-pipeline';
import { PipelineGeneration } from './pipeline-generation';
import { v1Command } from './private/call-command';
import { V1_PIPELINE_RULES, V1_PIPELINE_SHAPE } from './private/v1-pipeline-rules';

/** What names a v1 pipeline or pipeline endpoint. */
export interface V1PipelineProps {
  readonly workspace: IWorkspace;
  readonly name?: string;
  readonly pipelineId?: string;
  readonly pipelineEndpointId?: string;
  readonly pipelineEndpointName?: string;
  readonly version?: string;
}

/** A pipeline or endpoint of the v1 SDK; emits nothing. */
export class V1Pipeline extends Construct implements IV1Pipeline {
  public readonly generation = PipelineGeneration.V1;
  public readonly pipelineName: string;
  public readonly workspace: IWorkspace;
  public readonly pipelineId?: string;
  public readonly pipelineEndpointId?: string;
  public readonly pipelineEndpointName?: string;
  public readonly version?: string;

  /** @throws ValidationError V1PipelineIdAmbiguous, V1PipelineIdInvalid, V1EndpointVersionInvalid */
  public constructor(scope: Construct, id: string, props: V1PipelineProps) {
    super(scope, id);
    validateProps(this, props, V1_PIPELINE_SHAPE, V1_PIPELINE_RULES);
    this.workspace = props.workspace;
    this.pipelineName = props.name ?? id;
    if (props.pipelineId !== undefined) this.pipelineId = props.pipelineId;
    if (props.pipelineEndpointId !== undefined) this.pipelineEndpointId = props.pipelineEndpointId;
    if (props.pipelineEndpointName !== undefined) {
      this.pipelineEndpointName = props.pipelineEndpointName;
    }
    if (props.version !== undefined) this.version = props.version;
    recordFact(this, 'endpoint', {
      pipeline: this.pipelineName,
      endpoint: this.pipelineId === undefined ? 'v1 pipeline endpoint' : 'v1 pipeline',
      command: v1Command(this),
    });
  }

  public get audience(): string {
    return this.workspace.cloud.resourceManagerAudience;
  }

  public get endpointUri(): string {
    const { cloud, location, workspaceId } = this.workspace;
    const runs = `https://${cloud.machineLearningApiHost(location)}/pipelines/v1.0${workspaceId}/PipelineRuns`;
    if (this.pipelineId !== undefined) return `${runs}/PipelineSubmit/${this.pipelineId}`;
    if (this.pipelineEndpointName !== undefined) {
      const query = this.version === undefined ? '' : `&pipelineVersion=${this.version}`;
      return `${runs}/PipelineEndpointSubmit/Name?name=${encoded(this.pipelineEndpointName)}${query}`;
    }
    const version = this.version === undefined ? '' : `/${this.version}`;
    return `${runs}/PipelineEndpointSubmit/Id/${this.pipelineEndpointId ?? ''}${version}`;
  }

  public renderInvocation(request: PipelineRequest, host: IInvocationHost): PipelineInvocation {
    const { body, problems } = renderV1Request(request, host);
    const [first, ...rest] = problems;
    if (first !== undefined) throw new ValidationError([first, ...rest], this);
    return {
      method: 'POST',
      uri: this.endpointUri,
      audience: this.audience,
      headers: { 'Content-Type': 'application/json' },
      body,
    };
  }

  public invocation(request: PipelineRequest = {}): PipelineInvocation {
    return this.renderInvocation(request, PLAIN_HOST);
  }

  public grantInvoke(grantee: IGrantable): Grant {
    return this.workspace.grantInvoke(grantee, this.generation);
  }
}

function encoded(name: string): string {
  return isUnresolved(name) ? Fn.urlencode(name) : encodeURIComponent(name);
}
