import { App, type TerraformStack } from 'cdktf';
import { ValidationError } from '../../lib/core/errors';
import {
  type Activity,
  DataFactory,
  DataFactoryPipeline,
  type DataFactoryPipelineProps,
  type DataFactoryProps,
} from '../../lib/data-factory';
import { UserAssignedIdentity } from '../../lib/identity/user-assigned-identity';
import { BlobDatastore } from '../../lib/machine-learning/datastore/blob-datastore';
import { PipelineEndpoint } from '../../lib/machine-learning/pipeline/pipeline-endpoint';
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
export const ENDPOINT_ID = '1a2b3c4d-5e6f-7081-9203-a4b5c6d7e8f9';
export const FACTORY_ID = `${GROUP_ID}/providers/Microsoft.DataFactory/factories/adf-churn`;
export const GUID = '99999999-8888-4777-8666-555555555555';
export const SCORING_URI = 'https://churn-train.westeurope.inference.ml.azure.com/jobs';

export const PIPELINE_TYPE = 'Microsoft.DataFactory/factories/pipelines@2018-06-01';
export const LINKED_SERVICE_TYPE = 'Microsoft.DataFactory/factories/linkedservices@2018-06-01';

/** An activity as it is emitted. */
export interface EmittedActivity {
  readonly name: string;
  readonly type: string;
  readonly dependsOn: readonly unknown[];
  readonly policy?: Readonly<Record<string, unknown>>;
  readonly linkedServiceName?: Readonly<Record<string, unknown>>;
  readonly typeProperties: Readonly<Record<string, unknown>>;
}

interface EmittedPipeline {
  readonly activities: readonly EmittedActivity[];
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** The properties in the body of the one data factory pipeline of a stack. */
export function pipelineProperties(stack: TerraformStack): EmittedPipeline {
  const { body } = Template.fromStack(stack).resource('azapi_resource', { type: PIPELINE_TYPE });
  return (body as { readonly properties: EmittedPipeline }).properties;
}

/** The activities of the one data factory pipeline of a stack. */
export function activitiesOf(stack: TerraformStack): readonly EmittedActivity[] {
  return pipelineProperties(stack).activities;
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

/** What synthesis reports, one line per problem; empty when it succeeds. */
export function synthesisErrors(stack: TerraformStack): string {
  try {
    Template.fromStack(stack);
    return '';
  } catch (error) {
    return String(error);
  }
}

/** A stack with a factory, and an existing workspace, pipelines and container. */
export function setUp(
  factoryProps: Partial<DataFactoryProps> = {},
  account: Partial<StorageAccountAttributes> = {},
  stackProps: Partial<MlStackProps> = {},
) {
  const stack = new MlStack(new App(), 'churn', {
    subscriptionId: SUBSCRIPTION,
    location: 'westeurope',
    ...stackProps,
  });
  const resourceGroup = ResourceGroup.fromResourceGroupAttributes(stack, 'Group', {
    resourceGroupId: GROUP_ID,
  });
  const workspace = Workspace.fromWorkspaceAttributes(stack, 'Workspace', {
    workspaceId: WORKSPACE_ID,
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
  const v1Endpoint = PipelineEndpoint.fromV1EndpointId(stack, 'V1Endpoint', {
    workspace,
    pipelineEndpointId: ENDPOINT_ID,
    version: '3',
  });
  const v2 = PublishedPipeline.fromBatchEndpointAttributes(stack, 'V2', {
    workspace,
    endpointName: 'churn-train',
    deploymentName: 'current',
  });
  const identity = UserAssignedIdentity.fromUserAssignedIdentityAttributes(stack, 'Identity', {
    identityId: `${GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-churn`,
    clientId: GUID,
    principalId: GUID,
  });
  const factory = new DataFactory(stack, 'Factory', {
    name: 'adf-churn',
    resourceGroup,
    ...factoryProps,
  });
  return {
    stack,
    resourceGroup,
    workspace,
    storageAccount,
    container,
    datastore,
    v1,
    v1Endpoint,
    v2,
    identity,
    factory,
  };
}

/** A set-up with one data factory pipeline. */
export function setUpPipeline(props: Partial<DataFactoryPipelineProps> = {}) {
  const set = setUp();
  const { stack, factory } = set;
  const pipeline = new DataFactoryPipeline(stack, 'Orchestrate', { factory, ...props });
  return { ...set, pipeline };
}

/** The activities that a pipeline with one activity emits. */
export function emitted(
  make: (set: ReturnType<typeof setUpPipeline>) => Activity,
): readonly EmittedActivity[] {
  const set = setUpPipeline();
  set.pipeline.addActivity(make(set));
  return activitiesOf(set.stack);
}
