import { StorageBlob } from '@cdktf/provider-azurerm/lib/storage-blob';
import { TerraformIterator, TerraformResource, TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { createHash } from 'node:crypto';
import { AzapiResource } from '../../azapi/azapi-resource';
import { pinned } from '../../azapi/api-versions';
import { AssumptionError } from '../../core/errors';
import { recordFact } from '../../core/facts';
import { escapeTemplates } from '../../core/terraform-text';
import { type IStorageContainer, StorageContainer } from '../../storage/storage-container';
import type { IWorkspace } from '../workspace-types';
import type { Code } from './code';
import { renderCodeBody } from './private/code-body';
import type { SnapshotFile } from './snapshot';
import { StagedFiles } from './staged-files';

/**
 * Uploaded files as a code version, named by their content: `azurerm_storage_blob` for each file and
 * `azapi_resource`, `Microsoft.MachineLearningServices/workspaces/codes/versions@2025-06-01`.
 */
export class CodeVersion extends Construct {
  /**
   * The version of a code in a workspace; the same code is uploaded once.
   */
  public static of(workspace: IWorkspace, code: Code): CodeVersion {
    const id = `Code-${code.hash.slice(0, 16)}`;
    const existing = workspace.node.tryFindChild(id);
    return existing instanceof CodeVersion ? existing : new CodeVersion(workspace, id, code);
  }

  /** ARM id of the code version. */
  public readonly codeId: string;

  private constructor(workspace: IWorkspace, id: string, code: Code) {
    super(workspace, id);
    const container = codeContainerOf(workspace);
    const collection = TerraformStack.of(this).node.path.replaceAll(/[^A-Za-z0-9_-]+/g, '-');
    const hash = code.hash.slice(0, 16);
    const folder = `${collection}/${hash}`;
    const staged = new StagedFiles(this, 'Files', code.snapshot);
    const blobs = [false, true].flatMap((empty) => {
      const files = code.snapshot.files.filter((file) => file.empty === empty);
      return files.length === 0 ? [] : [this.upload(container, folder, staged, files, empty)];
    });
    const resource = new AzapiResource(this, 'Resource', {
      type: pinned('Microsoft.MachineLearningServices/workspaces/codes/versions'),
      name: hash,
      parentId: `${workspace.workspaceId}/codes/${collection}`,
      body: renderCodeBody(`${container.containerUri}/${folder}/`, code.hash),
      lifecycle: { ignoreChanges: ['body'] },
      dependsOn: blobs,
    });
    this.codeId = resource.id;
  }

  /** One blob for each file. azurerm refuses to upload an empty file, and makes an empty blob of none. */
  private upload(
    container: IStorageContainer,
    folder: string,
    staged: StagedFiles,
    files: readonly SnapshotFile[],
    empty: boolean,
  ): StorageBlob {
    const sources = TerraformIterator.fromMap(
      escapeTemplates(Object.fromEntries(files.map(({ path }) => [path, staged.pathOf(path)]))),
    );
    const blobs = new StorageBlob(this, empty ? 'EmptyFile' : 'File', {
      forEach: sources,
      name: `${folder}/${sources.key}`,
      storageAccountName: container.storageAccount.storageAccountName,
      storageContainerName: container.containerName,
      type: 'Block',
      ...(empty ? {} : { source: Token.asString(sources.value) }),
      dependsOn: declared(container, this),
    });
    recordFact(blobs, 'instances', { count: files.length });
    return blobs;
  }
}

/** The container is named, not referenced, so its resource has to be waited for, or its whole stack. */
function declared(container: IStorageContainer, scope: Construct): TerraformResource[] {
  const resource = container.node.defaultChild;
  if (!TerraformResource.isTerraformResource(resource)) return [];
  const [own, other] = [TerraformStack.of(scope), TerraformStack.of(resource)];
  if (own === other) return [resource];
  own.addDependency(other);
  return [];
}

function codeContainerOf(workspace: IWorkspace): IStorageContainer {
  if (workspace.codeContainer !== undefined) return workspace.codeContainer;
  const existing = workspace.node.tryFindChild('CodeContainer');
  if (existing instanceof StorageContainer) return existing;
  if (workspace.storageAccount === undefined) {
    throw new AssumptionError('code is uploaded only where its workspace has a place for it');
  }
  return new StorageContainer(workspace, 'CodeContainer', {
    name: containerNameOf(workspace),
    storageAccount: workspace.storageAccount,
  });
}

/** Two workspaces may share an account, and two stacks a workspace. */
function containerNameOf(workspace: IWorkspace): string {
  const seed = `${TerraformStack.of(workspace).node.path}|${workspace.node.path}`;
  return `azureml-code-${createHash('sha256').update(seed).digest('hex').slice(0, 8)}`;
}
