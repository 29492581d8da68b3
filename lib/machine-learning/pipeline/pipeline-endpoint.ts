import { Construct } from 'constructs';
import type { AzapiResource } from '../../azapi/azapi-resource';
import type { StringMap } from '../../azapi/azapi-types';
import { UnscopedValidationError, type Problem, ValidationError } from '../../core/errors';
import { validateProps, withDefaults } from '../../core/validation';
import type { Grant } from '../../identity/grant';
import type { IGrantable } from '../../identity/principal';
import { tagsOf } from '../../platform/settings';
import { endpointPage, studioUrl } from '../private/studio-url';
import type { IWorkspace } from '../workspace-types';
import { EndpointVersion } from './endpoint-version';
import type { IInvocationHost } from './invocation/invocation-host';
import type { PipelineRequest } from './invocation/pipeline-request';
import { PLAIN_HOST } from './invocation/plain-host';
import type {
  IPublishedPipeline,
  IV1Pipeline,
  PipelineInvocation,
  PipelineRunSettings,
} from './invokable-pipeline';
import type { PipelineInputs } from './pipeline';
import { PipelineGeneration } from './pipeline-generation';
import { announceEndpoint } from './private/announce-endpoint';
import { BatchEndpointResources } from './private/batch-endpoint-resources';
import { deploymentNameOf } from './private/deployment-name';
import { calledAfter, endpointNameOf } from './private/endpoint-name';
import { takenProblem, unknownProblem } from './private/endpoint-version-problems';
import {
  PIPELINE_ENDPOINT_RULES,
  PIPELINE_ENDPOINT_SHAPE,
  VERSION_LABEL_RULES,
  VERSION_LABEL_SHAPE,
} from './private/pipeline-endpoint-rules';
import { renderV2Invocation } from './private/v2-invocation';
import type { PublicationProps } from './publication-props';
import { V1Pipeline } from './v1-pipeline';

/** Properties of a {@link PipelineEndpoint}. */
export interface PipelineEndpointProps {
  /** The workspace it belongs to, and all its versions with it. */
  readonly workspace: IWorkspace;
  /**
   * Label of the version that runs when callers name none, known at synthesis. Changing it moves the
   * default, forward or back, by one update.
   */
  readonly defaultVersion: string;
  /**
   * 3 to 32 characters, inclusive: letters, digits and hyphens, starting with a letter, not ending with
   * a hyphen; unique in the region. Changing it replaces the endpoint, and with it the URL.
   *
   * @default - the words of the construct id, shortened, and a hash of subscription, workspace and construct
   */
  readonly endpointName?: string;
  /**
   * Shown in the studio.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Tags of the endpoint beside those of the stack.
   *
   * @default - the tags of the stack
   */
  readonly tags?: StringMap;
  /**
   * Whether it takes runs, known at synthesis. `false` pauses what starts it in this app and leaves the
   * endpoint, and so its URL, without a default deployment: the service then refuses callers that name
   * none. It cannot refuse callers that name the deployment of a version.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** What names a pipeline endpoint of the v1 SDK. */
export interface V1EndpointAttributes {
  /** The workspace it was published in. */
  readonly workspace: IWorkspace;
  /** Id of the pipeline endpoint, a GUID. */
  readonly pipelineEndpointId: string;
  /**
   * Version to run, a whole number such as `0`.
   *
   * @default - the default version of the endpoint, decided by the service at each run
   */
  readonly version?: string;
  /**
   * What people call it.
   *
   * @default - the construct id
   */
  readonly name?: string;
}

/** What is known of an endpoint that was published with the v1 SDK, by its name. */
export interface V1EndpointNameAttributes {
  /** The workspace it was published in. */
  readonly workspace: IWorkspace;
  /** Name of the pipeline endpoint. */
  readonly endpointName: string;
  /**
   * Version to run, a whole number such as `0`.
   *
   * @default - the default version of the endpoint, decided by the service at each run
   */
  readonly version?: string;
  /**
   * What people call it.
   *
   * @default - the name of the endpoint
   */
  readonly name?: string;
}

/**
 * One stable URL in front of versions of a pipeline: a batch endpoint with a deployment for each
 * (`Microsoft.MachineLearningServices/workspaces/batchEndpoints`, `…/deployments`, 2025-06-01).
 *
 * Where it is run itself, the default version runs; {@link PipelineEndpoint.version} is a given one. Add
 * the default version before what runs it. Versions may be pipelines of one name: what of their components
 * is the same is there once.
 *
 * Nothing here runs the pipeline at deploy time: a job resource would run again with each change and
 * cannot be undone. {@link PipelineEndpoint.invocation} gives the request for whoever runs it once.
 *
 * @example
 * const endpoint = new PipelineEndpoint(stack, 'Churn', { workspace, defaultVersion: '2026-11' });
 * endpoint.addVersion('2026-10', { pipeline: october });
 * endpoint.addVersion('2026-11', { pipeline: november });
 */
export class PipelineEndpoint extends Construct implements IPublishedPipeline {
  /**
   * An existing endpoint that was published with the v1 SDK. No API can create one; it can be triggered.
   *
   * @throws ValidationError V1PipelineIdAmbiguous when there is none, V1PipelineIdInvalid,
   *   V1EndpointVersionInvalid
   */
  public static fromV1EndpointId(
    scope: Construct,
    id: string,
    attributes: V1EndpointAttributes,
  ): IV1Pipeline {
    return new V1Pipeline(scope, id, attributes);
  }

  /**
   * The same by the name of the endpoint, which the service looks up at each run. Data Factory cannot start
   * it: its activity takes an id.
   *
   * @throws ValidationError V1EndpointVersionInvalid
   */
  public static fromV1EndpointName(
    scope: Construct,
    id: string,
    attributes: V1EndpointNameAttributes,
  ): IV1Pipeline {
    const { endpointName, name = endpointName, ...others } = attributes;
    return new V1Pipeline(scope, id, { ...others, name, pipelineEndpointName: endpointName });
  }

  public readonly generation = PipelineGeneration.V2;
  public readonly pipelineName: string;
  public readonly workspace: IWorkspace;
  /** Name of the batch endpoint. */
  public readonly endpointName: string;
  /** ARM id of the batch endpoint. */
  public readonly endpointId: string;
  /** Label of the version that runs when callers name none. */
  public readonly defaultVersion: string;
  public readonly enabled: boolean;
  private readonly endpoint: AzapiResource;
  private readonly resources: BatchEndpointResources;
  private readonly versions = new Map<string, EndpointVersion>();
  private readonly versionScope: Construct;

  /**
   * @throws ValidationError EndpointVersionLabelInvalid, EndpointNameInvalid; at synthesis
   *   EndpointVersionUnknown when the default version was not added
   */
  public constructor(scope: Construct, id: string, props: PipelineEndpointProps) {
    super(scope, id);
    const resolved = withDefaults(props, { enabled: true });
    validateProps(this, resolved, PIPELINE_ENDPOINT_SHAPE, PIPELINE_ENDPOINT_RULES);
    const { workspace, description, defaultVersion, enabled } = resolved;
    const tags = tagsOf(this, resolved.tags);
    this.pipelineName = calledAfter(this);
    this.endpointName = resolved.endpointName ?? endpointNameOf(this, workspace, this.pipelineName);
    this.versionScope = new Construct(this, 'Versions');
    this.resources = new BatchEndpointResources(this, {
      workspace,
      name: this.endpointName,
      ...(description === undefined ? {} : { description }),
      ...(tags === undefined ? {} : { tags }),
      ...(enabled ? { defaultDeployment: deploymentNameOf(defaultVersion) } : {}),
    });
    this.endpoint = this.resources.endpoint;
    this.endpointId = this.endpoint.id;
    this.workspace = workspace;
    this.defaultVersion = defaultVersion;
    this.enabled = enabled;
    this.node.addValidation({ validate: () => this.missingDefault() });
    announceEndpoint(this);
  }

  /**
   * Publishes a pipeline as a version.
   *
   * @param label 1 to 24 characters, inclusive: letters, digits and hyphens, without a hyphen at either end;
   *   unique in the endpoint, cases ignored. It is the name of the deployment, after `version-` where it
   *   starts with a digit or has fewer than 3 characters. Other content under the same label moves the
   *   deployment to it
   * @returns the version, to be run as such
   * @throws ValidationError EndpointVersionLabelInvalid, EndpointVersionTaken, EndpointWorkspaceMismatch,
   *   VersionInvalid, DeploymentSettingReserved, CodeContainerMissing, ComponentVersionTaken,
   *   PipelineNameTaken, PipelineAlreadyPublished, PipelineEmpty, PipelineComputeMissing,
   *   StepInputUnbound, StepCycle, VersionNotComputable
   */
  public addVersion(label: string, props: PublicationProps): IPublishedPipeline {
    validateProps(this, { label }, VERSION_LABEL_SHAPE, VERSION_LABEL_RULES);
    const taken = takenProblem(label, [...this.versions.keys()]);
    if (taken !== undefined) throw new ValidationError([taken], this);
    const version = this.published(label, props);
    this.versions.set(label, version);
    return version;
  }

  /**
   * A version that was added, to be run whichever the default is.
   *
   * @throws ValidationError EndpointVersionUnknown
   */
  public version(label: string): IPublishedPipeline {
    return this.added(label, 'label');
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

  /** The endpoint in the studio, with its runs. */
  public get studioUrl(): string {
    return studioUrl(this.workspace, endpointPage(this.endpointName));
  }

  /**
   * ARM id of the pipeline component version that the default version is.
   *
   * @throws ValidationError EndpointVersionUnknown
   */
  public get componentId(): string {
    return this.default.componentId;
  }

  /**
   * Inputs of the default version.
   *
   * @throws ValidationError EndpointVersionUnknown
   */
  public get inputs(): PipelineInputs {
    return this.default.inputs;
  }

  /**
   * Names of the outputs of the default version.
   *
   * @throws ValidationError EndpointVersionUnknown
   */
  public get outputNames(): string[] {
    return this.default.outputNames;
  }

  /**
   * How runs of the default version behave.
   *
   * @throws ValidationError EndpointVersionUnknown
   */
  public get runSettings(): PipelineRunSettings {
    return this.default.runSettings;
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

  /** A version; one that is refused leaves its label free. */
  private published(label: string, props: PublicationProps): EndpointVersion {
    try {
      return new EndpointVersion(this.versionScope, label, props, {
        workspace: this.workspace,
        scoringUri: this.scoringUri,
        enabled: this.enabled,
        path: this.node.path,
        resources: this.resources,
        components: (pipelineName) => this.componentsOf(pipelineName),
      });
    } catch (refusal) {
      this.versionScope.node.tryRemoveChild(label);
      throw refusal;
    }
  }

  private get default(): EndpointVersion {
    return this.added(this.defaultVersion, 'defaultVersion');
  }

  private added(label: string, property: string): EndpointVersion {
    const version = this.versions.get(label);
    if (version !== undefined) return version;
    throw new ValidationError([this.unknown(label, property)], this);
  }

  private missingDefault(): string[] {
    if (this.versions.has(this.defaultVersion)) return [];
    const found = this.unknown(this.defaultVersion, 'defaultVersion');
    return [new UnscopedValidationError([found]).message];
  }

  private unknown(label: string, property: string): Problem {
    return unknownProblem(label, property, [...this.versions.keys()]);
  }

  private componentsOf(pipelineName: string): Construct {
    const all = this.node.tryFindChild('Components') ?? new Construct(this, 'Components');
    const own = all.node.tryFindChild(pipelineName);
    return own instanceof Construct ? own : new Construct(all, pipelineName);
  }
}
