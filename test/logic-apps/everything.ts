import { App, TerraformVariable } from 'cdktf';
import { UserAssignedIdentity } from '../../lib/identity/user-assigned-identity';
import {
  ComposeAction,
  ConditionAction,
  EventGridTrigger,
  ForEachAction,
  HttpRequestTrigger,
  ManagedApi,
  ManagedIdentityConnection,
  RecurrenceTrigger,
  RunPipelineAction,
  SwitchAction,
  Workflow,
  WorkflowExpression,
  WorkflowIdentity,
  WorkflowParameter,
} from '../../lib/logic-apps';
import { PublishedPipeline } from '../../lib/machine-learning/pipeline/published-pipeline';
import { Recurrence } from '../../lib/machine-learning/schedule/recurrence';
import { Workspace } from '../../lib/machine-learning/workspace';
import { MlStack } from '../../lib/platform/ml-stack';
import { RemovalPolicy } from '../../lib/platform/removal-policy';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import { StorageAccount } from '../../lib/storage/storage-account';
import { StorageContainer } from '../../lib/storage/storage-container';
import { GROUP_ID, SUBSCRIPTION, WORKSPACE_ID } from './setup';

/** A workflow with everything in it, whose recurrence has a limit of runs or none. */
export function everything(maxConcurrentRuns?: number): MlStack {
  const stack = new MlStack(new App(), 'churn', { subscriptionId: SUBSCRIPTION });
  const resourceGroup = new ResourceGroup(stack, 'Group', {
    name: 'rg-triggers',
    location: 'West Europe',
  });
  const container = new StorageContainer(stack, 'Raw', {
    name: 'raw',
    storageAccount: new StorageAccount(stack, 'Storage', {
      name: 'stchurn',
      resourceGroup,
      removalPolicy: RemovalPolicy.DESTROY,
    }),
  });
  const pipeline = PublishedPipeline.fromBatchEndpointAttributes(stack, 'Batch', {
    workspace: Workspace.fromWorkspaceAttributes(stack, 'Workspace', {
      workspaceId: WORKSPACE_ID,
      location: 'westeurope',
    }),
    endpointName: 'churn-train',
  });
  const created = new EventGridTrigger('Created', {
    connection: new ManagedIdentityConnection(stack, 'Events', {
      managedApi: ManagedApi.AZURE_EVENT_GRID,
      resourceGroup,
    }),
    container,
  });
  const key = new TerraformVariable(stack, 'key', { default: 's3cret', sensitive: true });
  const workflow = new Workflow(stack, 'Flow', {
    resourceGroup,
    name: 'la-flow',
    identity: WorkflowIdentity.userAssigned(
      new UserAssignedIdentity(stack, 'Identity', { name: 'id-churn', resourceGroup }),
    ),
    parameters: {
      key: WorkflowParameter.secret(key.stringValue),
      note: WorkflowParameter.text('${a} %{b} @{c}'),
    },
    accessControl: { contents: { allowedIpRanges: ['192.0.2.0/24'] } },
    diagnosticsWorkspaceId: `${GROUP_ID}/providers/Microsoft.OperationalInsights/workspaces/logs`,
    triggers: [
      created,
      new HttpRequestTrigger('Called', {
        authorizationPolicies: [
          { name: 'us', issuer: 'https://sts.windows.net/t/', audience: 'https://x/' },
        ],
      }),
      new RecurrenceTrigger('Daily (1)', {
        recurrence: Recurrence.daily({ at: '04:30', timeZone: 'Europe/Berlin' }),
        ...(maxConcurrentRuns === undefined ? {} : { maxConcurrentRuns }),
      }),
    ],
    actions: [
      new ConditionAction('Known', {
        condition: WorkflowExpression.parameter('key').equalTo(WorkflowExpression.text('${x}')),
        actions: [new RunPipelineAction('Run', { pipeline, waitForCompletion: true })],
        otherwise: [
          new ForEachAction('Each', {
            items: WorkflowExpression.triggerBody('items'),
            actions: [new ComposeAction('Say', { inputs: '@@{no} ${y}' })],
          }),
          new SwitchAction('Which', {
            on: WorkflowExpression.parameter('note'),
            cases: [{ name: 'One', value: '%{z}', actions: [] }],
          }),
        ],
      }),
    ],
  });
  workflow.applyAfter(created.grantSubscribe(workflow));
  workflow.applyAfter(pipeline.grantInvoke(workflow));
  return stack;
}
