import { Construct } from 'constructs';
import { AzapiResource } from '../../azapi/azapi-resource';
import { pinned } from '../../azapi/api-versions';
import type { StringMap } from '../../azapi/azapi-types';
import { contentHash } from '../../core/content-hash';
import { validateProps } from '../../core/validation';
import type { IWorkspace } from '../workspace-types';
import type { CondaFile } from './conda-file';
import { CuratedEnvironment, RegisteredEnvironment } from './referenced-environment';
import type { IEnvironment } from './environment-types';
import { renderEnvironmentBody } from './private/environment-body';
import { ENVIRONMENT_RULES, ENVIRONMENT_SHAPE } from './private/environment-rules';

/** Properties of an {@link Environment}. */
export interface EnvironmentProps {
  /** 1 to 255 characters, inclusive: letters, digits, `-`, `_`, `.`, starting with a letter or digit. */
  readonly name: string;
  /** The workspace that the environment is registered in. */
  readonly workspace: IWorkspace;
  /** Docker image, such as `mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04`; better with a tag or digest. */
  readonly image: string;
  /**
   * Packages that are installed on top of the image.
   *
   * @default - none, the image as it is
   */
  readonly conda?: CondaFile;
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
   * A curated environment of Microsoft's registry, by name and version.
   *
   * @throws UnscopedValidationError EnvironmentNameInvalid, VersionInvalid
   */
  public static curated(name: string, version: string): IEnvironment {
    return new CuratedEnvironment('azureml', name, version);
  }

  /**
   * A version that is registered in a workspace already.
   *
   * @throws UnscopedValidationError EnvironmentNameInvalid, VersionInvalid
   */
  public static fromVersion(workspace: IWorkspace, name: string, version: string): IEnvironment {
    return new RegisteredEnvironment(workspace, name, version);
  }

  /** ARM id of the version. */
  public readonly environmentId: string;
  /** Version, by default a hash of the content. */
  public readonly version: string;

  /** @throws ValidationError EnvironmentNameInvalid, VersionInvalid, VersionNotComputable */
  public constructor(scope: Construct, id: string, props: EnvironmentProps) {
    super(scope, id);
    validateProps(this, props, ENVIRONMENT_SHAPE, ENVIRONMENT_RULES);

    const body = renderEnvironmentBody(props);
    this.version =
      props.version ?? contentHash(this, { name: props.name, ...body }, 'image').slice(0, 16);
    const resource = new AzapiResource(this, `Version-${this.version}`, {
      type: pinned('Microsoft.MachineLearningServices/workspaces/environments/versions'),
      name: this.version,
      parentId: `${props.workspace.workspaceId}/environments/${props.name}`,
      body,
      lifecycle: { ignoreChanges: ['body'] },
    });
    this.environmentId = resource.id;
  }

  public get environmentReference(): string {
    return `azureml:${this.environmentId}`;
  }
}
