import { Construct } from 'constructs';
import { type CodeStorage, codeStorageOf } from '../snapshot/code-storage';
import { type UploadedFiles, uploadSnapshot } from '../snapshot/snapshot-blobs';
import type { IWorkspace } from '../workspace-types';
import type { BuildContext } from './build-context';

/** The files of a build context, uploaded: `azurerm_storage_blob`, one for each file. */
export class UploadedBuildContext extends Construct {
  /** The upload of a context in the stack of whoever uses it; the same context is uploaded once. */
  public static of(
    scope: Construct,
    workspace: IWorkspace,
    context: BuildContext,
  ): UploadedBuildContext {
    const storage = codeStorageOf(scope, workspace);
    const id = `BuildContext-${context.hash.slice(0, 16)}`;
    const existing = storage.holder.node.tryFindChild(id);
    return existing instanceof UploadedBuildContext
      ? existing
      : new UploadedBuildContext(storage, id, context);
  }

  /** Where the files are, ending in a slash; it holds the hash of the files. */
  public readonly contextUri: string;
  /** What has to be there before an image can be built. */
  public readonly uploads: readonly UploadedFiles[];

  private constructor(
    { holder, container, collection }: CodeStorage,
    id: string,
    context: BuildContext,
  ) {
    super(holder, id);
    const folder = `${collection}/contexts/${context.hash.slice(0, 16)}`;
    this.contextUri = `${container.containerUri}/${folder}/`;
    this.uploads = uploadSnapshot(this, context.snapshot, { container, folder });
  }
}
