import { Construct } from 'constructs';
import { AzapiResource } from '../../azapi/azapi-resource';
import { pinned } from '../../azapi/api-versions';
import type { ArmObject, StringMap } from '../../azapi/azapi-types';
import { contentHash } from '../../core/content-hash';
import { trackAssetVersion } from '../private/versioned-asset';
import type { IWorkspace } from '../workspace-types';
import { renderComponentBody } from './private/component-body';

/** What a component version is made of. */
export interface ComponentVersionProps {
  readonly workspace: IWorkspace;
  /** Name of the component. */
  readonly name: string;
  /** Its specification, without the version. */
  readonly spec: ArmObject;
  /**
   * Names that the specification refers to. References count by their address, which stays when what they
   * refer to is renamed.
   */
  readonly names?: readonly string[];
  /** A version given by hand, in place of a hash of the content. */
  readonly version?: string;
  /** Tags that the version is created with, such as the commit that it was made from; no part of its content. */
  readonly tags?: StringMap;
}

/**
 * An immutable version of a component, named by its content in Azure and in Terraform's address, so
 * that other content is created beside it. The service rewrites what it was sent (`True` for `true`,
 * defaults added), so later differences of the body are ignored. No longer declared, a version is forgotten
 * by Terraform, not destroyed: queued runs may need it.
 */
export class ComponentVersion extends Construct {
  /**
   * The version that is given, else a hash of the content.
   *
   * @throws ValidationError VersionNotComputable
   */
  public static versionOf(scope: Construct, props: ComponentVersionProps): string {
    return props.version ?? contentHash(scope, contentOf(props), 'pipeline').slice(0, 16);
  }

  /** ARM id of the version. */
  public readonly componentId: string;
  /** Version, by default a hash of the content. */
  public readonly version: string;

  /** @throws ValidationError VersionNotComputable */
  public constructor(scope: Construct, id: string, props: ComponentVersionProps) {
    super(scope, id);
    this.version = ComponentVersion.versionOf(this, props);
    const resource = new AzapiResource(this, `Version-${this.version}`, {
      type: pinned('Microsoft.MachineLearningServices/workspaces/components/versions'),
      name: this.version,
      parentId: `${props.workspace.workspaceId}/components/${props.name}`,
      body: renderComponentBody(props.spec, this.version, props.tags),
      lifecycle: { ignoreChanges: ['body'] },
    });
    trackAssetVersion(resource, {
      workspace: props.workspace,
      path: `components/${props.name}/versions/${this.version}`,
    });
    this.componentId = resource.id;
  }
}

function contentOf({ spec, names = [] }: ComponentVersionProps): ArmObject {
  return names.length === 0 ? spec : { spec, names };
}
