import { App, DefaultTokenResolver, StringConcat, TerraformVariable, Tokenization } from 'cdktf';
import { Construct } from 'constructs';
import { ValidationError, type Problem } from '../../lib/core/errors';
import { ComputeCluster } from '../../lib/machine-learning/compute/compute-cluster';
import { BlobDatastore } from '../../lib/machine-learning/datastore/blob-datastore';
import { Workspace, type WorkspaceProps } from '../../lib/machine-learning/workspace';
import type { IWorkspace } from '../../lib/machine-learning/workspace-types';
import { MlStack, type MlStackProps } from '../../lib/platform/ml-stack';
import { RemovalPolicy } from '../../lib/platform/removal-policy';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import { StorageAccount } from '../../lib/storage/storage-account';
import { StorageContainer } from '../../lib/storage/storage-container';

/** Subscription of all stacks. */
export const SUBSCRIPTION_ID = '11111111-2222-4333-8444-555555555555';
/** A resource group that no stack creates. */
export const GROUP_ID = `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/rg-before`;
/** A workspace that no stack creates. */
export const WORKSPACE_ID = `${GROUP_ID}/providers/Microsoft.MachineLearningServices/workspaces/mlw-before`;
/** The region of all stacks. */
export const LOCATION = 'westeurope';

/** A stack that nothing else knows of, in an app of its own. */
export function freshStack(props: Partial<MlStackProps> = {}, id = 'churn', app = new App()) {
  return new MlStack(app, id, { subscriptionId: SUBSCRIPTION_ID, location: LOCATION, ...props });
}

/** A workspace that exists already, with the storage that code is uploaded to. */
export function existingWorkspace(scope: Construct, id = 'Existing'): IWorkspace {
  const below = new Construct(scope, id);
  return Workspace.fromWorkspaceAttributes(below, 'Workspace', {
    workspaceId: WORKSPACE_ID,
    storageAccount: StorageAccount.fromStorageAccountAttributes(below, 'Storage', {
      storageAccountId: `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stbefore`,
    }),
  });
}

/** A fresh stack with an existing workspace, a compute and a datastore in it; it emits nothing yet. */
export function existingPlatform(...stackArguments: Parameters<typeof freshStack>) {
  const stack = freshStack(...stackArguments);
  const workspace = existingWorkspace(stack);
  const compute = ComputeCluster.fromComputeName(stack, 'Compute', workspace, 'cpu');
  const datastore = BlobDatastore.fromDatastoreName(stack, 'Datastore', workspace, 'raw');
  return { stack, workspace, compute, datastore };
}

/** A fresh stack with a resource group and a workspace that may be destroyed. */
export function declaredPlatform(
  props: Partial<MlStackProps> = {},
  workspaceProps: Partial<WorkspaceProps> = {},
  ...stackPlace: readonly [id?: string, app?: App]
) {
  const stack = freshStack(props, ...stackPlace);
  const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-churn' });
  const workspace = new Workspace(stack, 'Workspace', {
    name: 'mlw-churn',
    resourceGroup,
    publicNetworkAccess: true,
    removalPolicy: RemovalPolicy.DESTROY,
    ...workspaceProps,
  });
  return { stack, resourceGroup, workspace };
}

/** A container of a declared workspace's own storage account. */
export function containerOf(workspace: Workspace, name = 'raw'): StorageContainer {
  return new StorageContainer(workspace, `Container-${name}`, {
    name,
    storageAccount: workspace.storageAccount,
  });
}

/** A value of each kind that only Terraform will know. */
export function tokensIn(scope: Construct) {
  const variable = new TerraformVariable(scope, 'Later', {});
  return {
    text: variable.stringValue,
    number: variable.numberValue,
    list: variable.listValue,
    any: variable.value,
    reference: '${var.Later}',
  };
}

/** What a value with tokens in it is in the synthesized stack. */
export function resolvedIn(scope: Construct, value: unknown): unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return Tokenization.resolve(value, { scope, resolver, preparing: false }) as unknown;
}

/** The problems that a call is refused for; none when it is not. */
export function problemsIn(call: () => unknown): readonly Problem[] {
  try {
    call();
    return [];
  } catch (error) {
    if (ValidationError.isValidationError(error)) return error.problems;
    throw error;
  }
}

/** The codes that a call is refused with. */
export function codesIn(call: () => unknown): readonly string[] {
  return problemsIn(call).map(({ code }) => code);
}
