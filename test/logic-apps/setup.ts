import { App, type TerraformStack } from 'cdktf';
import { ValidationError } from '../../lib/core/errors';
import { UserAssignedIdentity } from '../../lib/identity/user-assigned-identity';
import { BlobDatastore } from '../../lib/machine-learning/datastore/blob-datastore';
import { PublishedPipeline } from '../../lib/machine-learning/pipeline/published-pipeline';
import { Workspace } from '../../lib/machine-learning/workspace';
import { MlStack, type MlStackProps } from '../../lib/platform/ml-stack';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import { StorageAccount, type StorageAccountAttributes } from '../../lib/storage/storage-account';
import { StorageContainer } from '../../lib/storage/storage-container';
import { Template } from '../../lib/testing';

export const SUBSCRIPTION = '11111111-2222-4333-8444-555555555555';
export const GROUP_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-churn`;
export const WORKSPACE_ID = `${GROUP_ID}/providers/Microsoft.MachineLearningServices/workspaces/mlw-churn`;
export const PIPELINE_ID = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
export const IDENTITY_ID = `${GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-churn`;
export const GUID = '99999999-8888-4777-8666-555555555555';

/** What a synthesized `azapi_resource` is looked at for. */
interface EmittedResource {
  readonly body: { readonly properties: EmittedProperties };
}

interface EmittedProperties {
  readonly state: string;
  readonly definition: {
    readonly triggers: Readonly<Record<string, unknown>>;
    readonly actions: Readonly<Record<string, unknown>>;
    readonly parameters?: unknown;
  };
  readonly parameters?: { readonly $connections: { readonly value: unknown } };
}

/** The properties in the body of the one workflow of a stack. */
export function workflowProperties(stack: TerraformStack): EmittedProperties {
  const resource = Template.fromStack(stack).resource('azapi_resource', {
    type: 'Microsoft.Logic/workflows@2019-05-01',
  });
  return (resource as unknown as EmittedResource).body.properties;
}

/** The codes of the problems that a call finds; `undefined` when it finds none. */
export function codesOf(call: () => unknown): readonly string[] | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    if (ValidationError.isValidationError(error)) return error.problems.map(({ code }) => code);
    throw error;
  }
}

/** A stack with an existing workspace and container, as triggers find them. */
export function setUp(
  account: Partial<StorageAccountAttributes> = {},
  stackProps: Partial<MlStackProps> = {},
) {
  const stack = new MlStack(new App(), 'churn', {
    subscriptionId: SUBSCRIPTION,
    location: 'West Europe',
    ...stackProps,
  });
  const resourceGroup = ResourceGroup.fromResourceGroupAttributes(stack, 'Group', {
    resourceGroupId: GROUP_ID,
    location: 'West Europe',
  });
  const workspace = Workspace.fromWorkspaceAttributes(stack, 'Workspace', {
    workspaceId: WORKSPACE_ID,
    location: 'westeurope',
  });
  const storageAccount = StorageAccount.fromStorageAccountAttributes(stack, 'Account', {
    storageAccountId: `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stchurn`,
    ...account,
  });
  const container = StorageContainer.fromContainerName(stack, 'Raw', storageAccount, 'raw');
  const datastore = BlobDatastore.fromDatastoreName(stack, 'Store', workspace, 'raw_store');
  const v1 = PublishedPipeline.fromV1PipelineId(stack, 'V1', {
    workspace,
    pipelineId: PIPELINE_ID,
    name: 'legacy',
  });
  const v2 = PublishedPipeline.fromBatchEndpointAttributes(stack, 'V2', {
    workspace,
    endpointName: 'churn-train',
    deploymentName: 'current',
  });
  const identity = UserAssignedIdentity.fromUserAssignedIdentityAttributes(stack, 'Identity', {
    identityId: IDENTITY_ID,
    clientId: GUID,
    principalId: GUID,
  });
  return {
    stack,
    resourceGroup,
    workspace,
    storageAccount,
    container,
    datastore,
    v1,
    v2,
    identity,
  };
}
