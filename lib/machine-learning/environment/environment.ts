import { Construct } from 'constructs';
import { AzapiResource } from '../../azapi/azapi-resource';
import { pinned } from '../../azapi/api-versions';
import type { StringMap } from '../../azapi/azapi-types';
import { contentHash } from '../../core/content-hash';
import { validateProps } from '../../core/validation';
import { trackAssetVersion, trackUploads } from '../private/versioned-asset';
import type { IWorkspace } from '../workspace-types';
import type { BuildContext } from './build-context';
import type { CondaFile } from './conda-file';
import type { EnvironmentAttributes } from './environment-attributes';
import type { EnvironmentOs, InferenceConfig } from './environment-options';
import type { IEnvironment } from './environment-types';
import { renderEnvironmentBody } from './private/environment-body';
import { takeEnvironmentVersion } from './private/environment-owner';
import { ENVIRONMENT_RULES, ENVIRONMENT_SHAPE } from './private/environment-rules';
import { UploadedBuildContext } from './uploaded-build-context';
import { ReferencedEnvironment } from './referenced-environment';

/** Properties of an {@link Environment}. */
export interface EnvironmentProps {
  /** 1 to 255 characters, inclusive: letters, digits, `-`, `_`, `.`, starting with a letter or digit. */
  readonly name: string;
  /** The workspace that the environment is registered in. */
  readonly workspace: IWorkspace;
  /**
   * Docker image, such as `mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04`; better with a tag or digest.
   *
   * @default - none; `buildContext` is given instead
   */
  readonly image?: string;
  /**
   * Folder that the image is built from, uploaded to the storage of the workspace.
   *
   * @default - none; `image` is given instead
   */
  readonly buildContext?: BuildContext;
  /**
   * Packages that are installed on top of the image; not with `buildContext`, whose Dockerfile installs them.
   *
   * @default - none, the image as it is
   */
  readonly conda?: CondaFile;
  /**
   * Operating system of the image.
   *
   * @default EnvironmentOs.LINUX
   */
  readonly osType?: EnvironmentOs;
  /**
   * How a container of the environment is asked, where it serves a model; of no use to pipelines.
   *
   * @default - the routes of Azure ML's own server
   */
  readonly inferenceConfig?: InferenceConfig;
  /**
   * Version, known at synthesis. Content that is known only at apply needs one, changed by hand.
   *
   * @default - a hash of the content
   */
  readonly version?: string;
  /**
   * Shown in the studio; part of the content, so another one is another version.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Part of the content, so others are another version.
   *
   * @default - none
   */
  readonly tags?: StringMap;
}

/**
 * A version of an environment, named by its content: `azapi_resource`,
 * `Microsoft.MachineLearningServices/workspaces/environments/versions@2025-06-01`.
 *
 * Versions are immutable. Other content is another version, at another Terraform address.
 */
export class Environment extends Construct implements IEnvironment {
  /**
   * A curated environment of Microsoft's registry `azureml`, by name and version; by label it is
   * `fromEnvironmentAttributes({ registry: 'azureml', name, label: 'latest' })`.
   *
   * @throws UnscopedValidationError EnvironmentNameInvalid, VersionInvalid, EnvironmentVersionIsLabel
   */
  public static curated(name: string, version: string): IEnvironment {
    return Environment.fromRegistry('azureml', name, version);
  }

  /**
   * A version that a registry has.
   *
   * @throws UnscopedValidationError EnvironmentRegistryInvalid, EnvironmentNameInvalid, VersionInvalid,
   *   EnvironmentVersionIsLabel
   */
  public static fromRegistry(registry: string, name: string, version: string): IEnvironment {
    return new ReferencedEnvironment({ registry, name, version });
  }

  /**
   * A version that is registered in a workspace already.
   *
   * @throws UnscopedValidationError EnvironmentNameInvalid, VersionInvalid, EnvironmentVersionIsLabel
   */
  public static fromVersion(workspace: IWorkspace, name: string, version: string): IEnvironment {
    return new ReferencedEnvironment({ workspace, name, version });
  }

  /**
   * An environment that exists, of a workspace or a registry, by version or label.
   *
   * @throws UnscopedValidationError EnvironmentNameInvalid, EnvironmentRegistryInvalid,
   *   EnvironmentPlaceAmbiguous, EnvironmentVersionAmbiguous, VersionInvalid, EnvironmentVersionIsLabel,
   *   EnvironmentLabelInvalid
   */
  public static fromEnvironmentAttributes(attributes: EnvironmentAttributes): IEnvironment {
    return new ReferencedEnvironment(attributes);
  }

  /** ARM id of the version. */
  public readonly environmentId: string;
  /** Version, by default a hash of the content. */
  public readonly version: string;

  /**
   * @throws ValidationError EnvironmentNameInvalid, VersionInvalid, VersionNotComputable,
   *   EnvironmentImageInvalid, EnvironmentCondaWithBuild, BuildContextContainerMissing,
   *   InferenceRoutePathInvalid, InferenceRoutePortOutOfRange, EnvironmentVersionTaken
   */
  public constructor(scope: Construct, id: string, props: EnvironmentProps) {
    super(scope, id);
    validateProps(this, props, ENVIRONMENT_SHAPE, ENVIRONMENT_RULES);

    const { workspace, buildContext: build } = props;
    const context =
      build === undefined ? undefined : UploadedBuildContext.of(this, workspace, build);
    const body = renderEnvironmentBody(props, context?.contextUri);
    this.version =
      props.version ?? contentHash(this, { name: props.name, ...body }, 'image').slice(0, 16);
    takeEnvironmentVersion(this, workspace, props.name, this.version);
    const resource = new AzapiResource(this, `Version-${this.version}`, {
      type: pinned('Microsoft.MachineLearningServices/workspaces/environments/versions'),
      name: this.version,
      parentId: `${workspace.workspaceId}/environments/${props.name}`,
      body,
      lifecycle: { ignoreChanges: ['body'] },
      ...(context === undefined ? {} : { dependsOn: context.uploads.map(({ blobs }) => blobs) }),
    });
    const version = { workspace, path: `environments/${props.name}/versions/${this.version}` };
    trackAssetVersion(resource, version);
    trackUploads(context?.uploads ?? [], version, resource.armType);
    this.environmentId = resource.id;
  }

  public get environmentReference(): string {
    return `azureml:${this.environmentId}`;
  }
}
