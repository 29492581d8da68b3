import { Construct } from 'constructs';
import { AzapiResource } from '../../azapi/azapi-resource';
import { pinned } from '../../azapi/api-versions';
import { trackAssetVersion, trackUploads } from '../private/versioned-asset';
import { type CodeStorage, codeStorageOf } from '../snapshot/code-storage';
import { uploadSnapshot } from '../snapshot/snapshot-blobs';
import type { IWorkspace } from '../workspace-types';
import type { Code } from './code';
import { renderCodeBody } from './private/code-body';

/**
 * Uploaded files as a code version, named by their content: `azurerm_storage_blob` for each file and
 * `azapi_resource`, `Microsoft.MachineLearningServices/workspaces/codes/versions@2025-06-01`.
 */
export class CodeVersion extends Construct {
  /**
   * The version of a code in a workspace, in the stack of whoever uses it; there the same code is uploaded
   * once.
   *
   * @param scope who uses it
   */
  public static of(scope: Construct, workspace: IWorkspace, code: Code): CodeVersion {
    const storage = codeStorageOf(scope, workspace);
    const id = `Code-${code.hash.slice(0, 16)}`;
    const existing = storage.holder.node.tryFindChild(id);
    return existing instanceof CodeVersion
      ? existing
      : new CodeVersion(storage, id, workspace, code);
  }

  /** ARM id of the code version. */
  public readonly codeId: string;

  private constructor(
    { holder, container, collection }: CodeStorage,
    id: string,
    workspace: IWorkspace,
    code: Code,
  ) {
    super(holder, id);
    const hash = code.hash.slice(0, 16);
    const folder = `${collection}/${hash}`;
    const uploads = uploadSnapshot(this, code.snapshot, { container, folder });
    const resource = new AzapiResource(this, 'Resource', {
      type: pinned('Microsoft.MachineLearningServices/workspaces/codes/versions'),
      name: hash,
      parentId: `${workspace.workspaceId}/codes/${collection}`,
      body: renderCodeBody(`${container.containerUri}/${folder}/`, code.hash),
      lifecycle: { ignoreChanges: ['body'] },
      dependsOn: uploads.map(({ blobs }) => blobs),
    });
    const version = { workspace, path: `codes/${collection}/versions/${hash}` };
    trackAssetVersion(resource, version);
    trackUploads(uploads, version, resource.armType);
    this.codeId = resource.id;
  }
}
