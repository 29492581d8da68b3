import type { IConstruct } from 'constructs';
import type { ArmObject, StringMap } from '../../azapi/azapi-types';
import type { Grant } from '../../identity/grant';
import type { IGrantable } from '../../identity/principal';
import type { ICompute } from '../compute/compute-types';
import type { IDatastore } from '../datastore/datastore-types';
import type { IWorkspace } from '../workspace-types';
import type { IInvocationHost } from './invocation/invocation-host';
import type { PipelineRequest } from './invocation/pipeline-request';
import type { PipelineInputs } from './pipeline';
import type { PipelineGeneration } from './pipeline-generation';

/**
 * Something that can be run: what schedules, Logic Apps and Data Factory take.
 *
 * Each chooses the right form by {@link generation}.
 */
export interface IInvokablePipeline extends IConstruct {
  /** Decides URL, audience and body of an invocation, and which triggers can start it. */
  readonly generation: PipelineGeneration;
  /** What people call it. */
  readonly pipelineName: string;
  /** The workspace it runs in. */
  readonly workspace: IWorkspace;
  /** URL that an invocation is posted to. */
  readonly endpointUri: string;
  /** Audience of the caller's token. */
  readonly audience: string;
  /**
   * Whether it takes runs. What starts a pipeline that does not is paused, or leaves it out where it does
   * more; `undefined`, as for what exists already, counts as `true`.
   *
   * @jsii ignore
   */
  readonly enabled?: boolean;
  /**
   * The HTTP request that runs the pipeline.
   *
   * @param request what the run is given
   * @param host who sends the request, and so how expressions are written in it
   * @throws ValidationError ExperimentNameMissing, ArgumentNotForGeneration, TriggeringBlobUnknown
   */
  renderInvocation(request: PipelineRequest, host: IInvocationHost): PipelineInvocation;
  /**
   * The HTTP request that runs the pipeline, for any caller: nothing of it is sent here, and a run at
   * deploy time is not offered, since Terraform would start it anew or not at all and could not undo it.
   *
   * @param request what the run is given; by default every input keeps its default
   * @throws ValidationError as {@link renderInvocation}
   */
  invocation(request?: PipelineRequest): PipelineInvocation;
  /** Lets somebody run it. */
  grantInvoke(grantee: IGrantable): Grant;
}

/** An HTTP request that runs a pipeline. */
export interface PipelineInvocation {
  /** Always `POST`. */
  readonly method: string;
  /** Where it is sent. */
  readonly uri: string;
  /** Audience of the caller's token. */
  readonly audience: string;
  /** Headers beside the authorization. */
  readonly headers: StringMap;
  /** The body, an object. */
  readonly body: ArmObject;
}

/** A pipeline or pipeline endpoint that was published with the v1 SDK. */
export interface IV1Pipeline extends IInvokablePipeline {
  /**
   * Id of the published pipeline; exactly one of this, {@link pipelineEndpointId} and
   * {@link pipelineEndpointName} is given.
   */
  readonly pipelineId?: string;
  /** Id of the pipeline endpoint. */
  readonly pipelineEndpointId?: string;
  /** Name of the pipeline endpoint. */
  readonly pipelineEndpointName?: string;
  /** Version of the pipeline endpoint; its default version when not given. */
  readonly version?: string;
}

/** A pipeline component behind a batch endpoint. */
export interface IPublishedPipeline extends IInvokablePipeline {
  /**
   * ARM id of the pipeline component version; needed to put it on a schedule, `undefined` for an
   * endpoint that was imported without it.
   *
   * @jsii ignore
   */
  readonly componentId?: string;
  /** URL that an invocation is posted to, `…/jobs`. */
  readonly scoringUri: string;
  /**
   * Deployment that callers name in the `azureml-model-deployment` header, if any.
   *
   * @jsii ignore
   */
  readonly deploymentName?: string;
  /**
   * The endpoint in the studio, with its runs; `undefined` for a version of an endpoint.
   *
   * @jsii ignore
   */
  readonly studioUrl?: string;
  /** Label of a version of an endpoint; `undefined` for everything else. */
  readonly versionLabel?: string;
  /**
   * Inputs of the pipeline, `undefined` for an endpoint that was imported.
   *
   * @jsii ignore
   */
  readonly inputs?: PipelineInputs;
  /**
   * Names of its outputs, `undefined` for an endpoint that was imported.
   *
   * @jsii ignore
   */
  readonly outputNames?: string[];
  /**
   * How runs behave, `undefined` for an endpoint that was imported.
   *
   * @jsii ignore
   */
  readonly runSettings?: PipelineRunSettings;
}

/** How the runs of a published pipeline behave. */
export interface PipelineRunSettings {
  /** Where steps run that name no compute themselves. */
  readonly defaultCompute?: ICompute;
  /** Where steps write that name no place themselves. */
  readonly defaultDatastore?: IDatastore;
  /** Whether independent steps go on after one failed. */
  readonly continueOnStepFailure: boolean;
  /** Whether every run runs every step. */
  readonly forceRerun: boolean;
  /** Whether steps go on whose optional input could not be made; `undefined` where the service decides. */
  readonly continueOnFailedOptionalInput?: boolean;
  /** Settings that have no property of their own. */
  readonly settings?: StringMap;
}
