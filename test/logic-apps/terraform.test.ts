import { App, TerraformVariable } from 'cdktf';
import { BlobTriggeredPipeline, WorkflowIdentity } from '../../lib/logic-apps';
import { UserAssignedIdentity } from '../../lib/identity/user-assigned-identity';
import { PublishedPipeline } from '../../lib/machine-learning/pipeline/published-pipeline';
import {
  BlobReference,
  PipelineArgument,
} from '../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { Workspace } from '../../lib/machine-learning/workspace';
import { BlobDatastore } from '../../lib/machine-learning/datastore/blob-datastore';
import { MlStack } from '../../lib/platform/ml-stack';
import { RemovalPolicy } from '../../lib/platform/removal-policy';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import { StorageAccount } from '../../lib/storage/storage-account';
import { StorageContainer } from '../../lib/storage/storage-container';
import { Template } from '../../lib/testing';
import { describeTerraform, errorsOf, expectOk, TerraformWorkdir } from '../support/terraform';
import { PIPELINE_ID, SUBSCRIPTION, WORKSPACE_ID } from './setup';

const FOLDER = 'in/new ${data} @{x}';

/** Two triggers, one with a folder that only Terraform knows, in a group of their own. */
function twoTriggers(): MlStack {
  const stack = new MlStack(new App(), 'churn', { subscriptionId: SUBSCRIPTION });
  const resourceGroup = new ResourceGroup(stack, 'Group', {
    name: 'rg-triggers',
    location: 'West Europe',
  });
  const storageAccount = new StorageAccount(stack, 'Storage', {
    name: 'stchurn',
    resourceGroup,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const container = new StorageContainer(stack, 'Raw', { name: 'raw', storageAccount });
  const workspace = Workspace.fromWorkspaceAttributes(stack, 'Workspace', {
    workspaceId: WORKSPACE_ID,
    location: 'westeurope',
  });
  const path = new TerraformVariable(stack, 'folder', { type: 'string', default: 'in/daily' });
  new BlobTriggeredPipeline(stack, 'OnData', {
    pipeline: PublishedPipeline.fromBatchEndpointAttributes(stack, 'Batch', {
      workspace,
      endpointName: 'churn-train',
    }),
    container,
    path: path.stringValue,
    resourceGroup,
    assign: {
      raw: BlobReference.triggeringBlob(),
      note: PipelineArgument.literal('@{x} ${y} %{z}'),
    },
  });
  new BlobTriggeredPipeline(stack, 'OnOldData', {
    pipeline: PublishedPipeline.fromV1PipelineId(stack, 'Legacy', {
      workspace,
      pipelineId: PIPELINE_ID,
    }),
    container,
    path: FOLDER,
    resourceGroup,
    experimentName: 'churn',
    identity: WorkflowIdentity.userAssigned(
      new UserAssignedIdentity(stack, 'Identity', { name: 'id-churn', resourceGroup }),
    ),
    assign: {
      input: BlobReference.triggeringBlob(
        BlobDatastore.fromDatastoreName(stack, 'Store', workspace, 'raw_store'),
      ),
    },
  });
  return stack;
}

describeTerraform('pipelines that blobs start', () => {
  let workdir: TerraformWorkdir;

  beforeAll(async () => {
    workdir = await TerraformWorkdir.create();
    await workdir.write(Template.fromStack(twoTriggers()).toJson());
  });

  afterAll(async () => {
    await workdir.dispose();
  });

  test('are planned as creations and applied', async () => {
    expectOk(await workdir.init());
    const { plan } = expectOk(await workdir.plan());
    expect(new Set(plan?.resource_changes?.map(({ change }) => change.actions.join()))).toEqual(
      new Set(['create']),
    );
    expect(errorsOf(await workdir.applyPlan())).toEqual([]);
  });

  test('reach the service as they were written', () => {
    const bodies = workdir.provider.requests
      .entries()
      .filter(({ id }) => id.includes('/Microsoft.Logic/workflows/'))
      .map(({ body }) => JSON.stringify(body));
    expect(bodies).toHaveLength(2);
    const v1 = bodies.find((body) => body.includes('ExperimentName'));
    const v2 = bodies.find((body) => body !== v1);
    expect(v2).toContain(`"folderId":"${base64('%2fraw%2fin%2fdaily')}"`);
    expect(v2).toContain("encodeURIComponent(encodeURIComponent('stchurn'))");
    expect(v2).toContain('"Value":"@@{x} ${y} %{z}"');
    expect(v1).toContain(
      `"folderId":"${base64('%2fraw%2fin%2fnew%20%24%7bdata%7d%20%40%7bx%7d')}"`,
    );
    expect(v1).toContain('/raw/in/new ${data} @{x}');
    expect(v1).toContain('/userAssignedIdentities/id-churn"');
  });

  test('have their roles once each', () => {
    const assignments = workdir.provider.requests
      .entries()
      .filter(({ terraformType }) => terraformType === 'azurerm_role_assignment');
    expect(assignments).toHaveLength(4);
  });

  test('have nothing to do in a second plan', async () => {
    expect(await workdir.planIsEmpty()).toBe(true);
  });

  test('are destroyed', async () => {
    expect(errorsOf(await workdir.destroy())).toEqual([]);
    expect(workdir.provider.store.ids()).toEqual([]);
  });
});

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
