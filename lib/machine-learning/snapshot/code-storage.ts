import { TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { AssumptionError } from '../../core/errors';
import { shortHash } from '../../core/names';
import { type IStorageContainer, StorageContainer } from '../../storage/storage-container';
import type { IWorkspace } from '../workspace-types';

/** Where a stack uploads files of a workspace to. */
export interface CodeStorage {
  /** What the uploads of this stack stand below. */
  readonly holder: Construct;
  readonly container: IStorageContainer;
  /** Folder within the container, that of the stack. */
  readonly collection: string;
}

/**
 * Where the stack of a construct uploads files of a workspace to, made when it is first asked for. It is
 * the stack of whoever uses the files that changes with them, not the one that the workspace is in.
 */
export function codeStorageOf(scope: Construct, workspace: IWorkspace): CodeStorage {
  const stack = TerraformStack.of(scope);
  const holder = holderIn(stack, workspace);
  return {
    holder,
    container: workspace.codeContainer ?? ownContainer(holder, workspace),
    collection: stack.node.path.replaceAll(/[^A-Za-z0-9_-]+/g, '-'),
  };
}

/** Blobs name their container, which is no reference, so its resource has to be waited for, or its stack. */
export function waitingFor(scope: Construct, container: IStorageContainer): TerraformResource[] {
  const resource = container.node.defaultChild;
  if (!TerraformResource.isTerraformResource(resource)) return [];
  const [own, other] = [TerraformStack.of(scope), TerraformStack.of(resource)];
  if (own === other) return [resource];
  own.addDependency(other);
  return [];
}

function holderIn(stack: TerraformStack, workspace: IWorkspace): Construct {
  if (TerraformStack.of(workspace) === stack) return workspace;
  const id = `Uploads-${workspace.node.id}-${shortHash(workspace.node.path)}`;
  const existing = stack.node.tryFindChild(id);
  return existing instanceof Construct ? existing : new Construct(stack, id);
}

function ownContainer(holder: Construct, workspace: IWorkspace): StorageContainer {
  const existing = holder.node.tryFindChild('CodeContainer');
  if (existing instanceof StorageContainer) return existing;
  if (workspace.storageAccount === undefined) {
    throw new AssumptionError('files are uploaded only where their workspace has a place for them');
  }
  return new StorageContainer(holder, 'CodeContainer', {
    name: `azureml-code-${shortHash(seedOf(holder, workspace))}`,
    storageAccount: workspace.storageAccount,
  });
}

/** Two workspaces may share an account, and two stacks a workspace. */
function seedOf(holder: Construct, workspace: IWorkspace): string {
  return `${TerraformStack.of(holder).node.path}|${workspace.node.path}`;
}
