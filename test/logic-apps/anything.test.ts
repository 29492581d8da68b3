import type { Construct } from 'constructs';
import { Duration } from '../../lib/core/duration';
import {
  BlobFilter,
  BlobTrigger,
  ComposeAction,
  ConditionAction,
  DelayAction,
  EventGridTrigger,
  ForEachAction,
  HttpAction,
  HttpMethod,
  HttpRequestTrigger,
  ManagedApi,
  ManagedIdentityConnection,
  ParseJsonAction,
  RawAction,
  RecurrenceTrigger,
  ResponseAction,
  RetryPolicy,
  RunAfter,
  RunPipelineAction,
  ScopeAction,
  SwitchAction,
  TerminateAction,
  TerminateStatus,
  UntilAction,
  Workflow,
  type WorkflowAction,
  WorkflowExpression,
  WorkflowParameter,
  type WorkflowTrigger,
} from '../../lib/logic-apps';
import { PublishedPipeline } from '../../lib/machine-learning/pipeline/published-pipeline';
import { Recurrence } from '../../lib/machine-learning/schedule/recurrence';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import { StorageAccount } from '../../lib/storage/storage-account';
import { StorageContainer } from '../../lib/storage/storage-container';
import { fuzzArguments, fuzzProps } from '../support/fuzz';
import { existingWorkspace, GROUP_ID, LOCATION } from '../support/stack';

const YES = WorkflowExpression.boolean(true);
const FIRST = new ComposeAction('First', { inputs: 1 });

const groupIn = (scope: Construct) =>
  ResourceGroup.fromResourceGroupAttributes(scope, 'Group', {
    resourceGroupId: GROUP_ID,
    location: LOCATION,
  });

const containerIn = (scope: Construct) =>
  StorageContainer.fromContainerName(
    scope,
    'Raw',
    StorageAccount.fromStorageAccountAttributes(scope, 'Account', {
      storageAccountId: `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stchurn`,
    }),
    'raw',
  );

const connectionIn = (scope: Construct, managedApi: ManagedApi) =>
  ManagedIdentityConnection.fromConnectionId(scope, 'Connection', {
    connectionId: `${GROUP_ID}/providers/Microsoft.Web/connections/it`,
    managedApi,
    location: LOCATION,
  });

const OPTIONS = {
  conditions: [YES],
  maxConcurrentRuns: 2,
  maxWaitingRuns: 3,
  secureInputs: true,
  secureOutputs: true,
};

const POLICIES = [{ name: 'a', issuer: 'https://x/y', audience: 'b', claims: { c: 'd' } }];

/** Puts a trigger into a workflow, whose actions come after. */
function triggers(scope: Construct, world: Construct, trigger: WorkflowTrigger): void {
  new Workflow(scope, 'It', {
    resourceGroup: groupIn(world),
    triggers: [trigger],
    actions: [FIRST],
  });
}

/** Puts an action into a workflow. */
function acts(scope: Construct, world: Construct, action: WorkflowAction): void {
  new Workflow(scope, 'It', {
    resourceGroup: groupIn(world),
    triggers: [new HttpRequestTrigger('Called')],
    actions: [FIRST, action],
  });
}

fuzzProps(
  'a recurrence trigger',
  () => ({ ...OPTIONS, recurrence: Recurrence.everyHours(1) }),
  (scope, props, world) => {
    triggers(scope, world, new RecurrenceTrigger('T', props));
  },
);

fuzzProps(
  'a request trigger',
  () => ({
    ...OPTIONS,
    schema: { type: 'object' },
    method: HttpMethod.POST,
    relativePath: 'a',
    authorizationPolicies: POLICIES,
    allowedIpRanges: ['192.0.2.0/24'],
    allowSignature: false,
  }),
  (scope, props, world) => {
    triggers(scope, world, new HttpRequestTrigger('T', props));
  },
);

fuzzProps(
  'an Event Grid trigger',
  (scope) => ({
    ...OPTIONS,
    connection: connectionIn(scope, ManagedApi.AZURE_EVENT_GRID),
    container: containerIn(scope),
    path: 'a',
    suffix: '.csv',
    eventTypes: ['x'],
  }),
  (scope, props, world) => {
    triggers(scope, world, new EventGridTrigger('T', props));
  },
);

fuzzProps(
  'a blob trigger',
  (scope) => ({
    ...OPTIONS,
    connection: connectionIn(scope, ManagedApi.AZURE_BLOB),
    container: containerIn(scope),
    filter: new BlobFilter({ suffixes: ['.csv'] }),
  }),
  (scope, props, world) => {
    triggers(scope, world, new BlobTrigger('T', props));
  },
);

fuzzProps(
  'a filter of blobs',
  () => ({
    suffixes: ['a'],
    prefixes: ['b'],
    namePattern: 'b*a',
    minSizeBytes: 1,
    maxSizeBytes: 2,
  }),
  (scope, props, world) => {
    triggers(
      scope,
      world,
      new BlobTrigger('T', {
        connection: connectionIn(world, ManagedApi.AZURE_BLOB),
        container: containerIn(world),
        filter: new BlobFilter(props),
      }),
    );
  },
);

fuzzProps(
  'an HTTP action',
  () => ({
    method: HttpMethod.POST,
    uri: 'https://x/',
    headers: { a: 'b' },
    queries: { a: 'b' },
    body: { a: 1 },
    audience: 'x',
    retryPolicy: RetryPolicy.none(),
    timeout: Duration.minutes(1),
    waitForCompletion: true,
    secureInputs: true,
    secureOutputs: true,
    runAfter: [RunAfter.success(FIRST)],
  }),
  (scope, props, world) => {
    acts(scope, world, new HttpAction('A', props));
  },
);

fuzzProps(
  'a scope',
  () => ({ actions: [new ComposeAction('B', { inputs: 1 })], runAfter: [] }),
  (scope, props, world) => {
    acts(scope, world, new ScopeAction('A', props));
  },
);

fuzzProps(
  'a condition',
  () => ({ condition: YES, actions: [], otherwise: [], runAfter: [] }),
  (scope, props, world) => {
    acts(scope, world, new ConditionAction('A', props));
  },
);

fuzzProps(
  'a switch',
  () => ({
    on: YES,
    cases: [{ name: 'x', value: 1, actions: [] }],
    otherwise: [],
    runAfter: [],
  }),
  (scope, props, world) => {
    acts(scope, world, new SwitchAction('A', props));
  },
);

fuzzProps(
  'a loop over a list',
  () => ({ items: YES, actions: [], maxConcurrent: 2, runAfter: [] }),
  (scope, props, world) => {
    acts(scope, world, new ForEachAction('A', props));
  },
);

fuzzProps(
  'a loop until something is true',
  () => ({
    condition: YES,
    actions: [],
    maxIterations: 2,
    timeout: Duration.hours(1),
    runAfter: [],
  }),
  (scope, props, world) => {
    acts(scope, world, new UntilAction('A', props));
  },
);

fuzzProps(
  'small actions',
  () => ({
    inputs: { a: [1] },
    secure: true,
    content: YES,
    schema: { type: 'object' },
    status: TerminateStatus.FAILED,
    errorCode: 'a',
    errorMessage: 'b',
    statusCode: 200,
    headers: { a: 'b' },
    body: { a: 1 },
    duration: Duration.minutes(1),
    definition: { type: 'Expression', inputs: 1 },
    runAfter: [],
  }),
  (scope, props, world) => {
    acts(
      scope,
      world,
      new ScopeAction('All', {
        actions: [
          new ComposeAction('C', props),
          new ParseJsonAction('P', props),
          new TerminateAction('T', props),
          new ResponseAction('R', props),
          new DelayAction('D', props),
          new RawAction('X', props),
        ],
      }),
    );
  },
);

fuzzProps(
  'a run that is waited for',
  (scope) => ({
    pipeline: PublishedPipeline.fromBatchEndpointAttributes(scope, 'V2', {
      workspace: existingWorkspace(scope),
      endpointName: 'churn',
    }),
    experimentName: 'x',
    secureInputs: true,
    waitForCompletion: true,
    pollEvery: Duration.minutes(1),
    timeout: Duration.hours(1),
    runAfter: [],
  }),
  (scope, props, world) => {
    acts(scope, world, new RunPipelineAction('A', props));
  },
);

fuzzProps(
  'a workflow with all that it takes',
  (scope) => ({
    resourceGroup: groupIn(scope),
    triggers: [new HttpRequestTrigger('Called')],
    actions: [FIRST],
    accessControl: { contents: { allowedIpRanges: ['192.0.2.0/24'] } },
    parameters: { a: WorkflowParameter.number(1) },
    diagnosticsWorkspaceId: `${GROUP_ID}/providers/Microsoft.OperationalInsights/workspaces/logs`,
  }),
  (scope, props) => new Workflow(scope, 'It', props),
);

fuzzArguments(
  'an expression',
  () => ({
    text: 'a',
    number: 1,
    boolean: true,
    property: 'b',
    action: FIRST,
    name: 'c',
    parts: [YES],
    other: YES,
    call: 'length',
  }),
  (scope, given, world) => {
    const { text, number, boolean, property, action, name, parts, other, call } = given;
    const all = [
      WorkflowExpression.text(text),
      WorkflowExpression.number(number),
      WorkflowExpression.boolean(boolean),
      WorkflowExpression.triggerBody(property),
      WorkflowExpression.body(action, property).property(name),
      WorkflowExpression.and(parts),
      WorkflowExpression.call(call, parts),
      YES.equalTo(other),
    ];
    WorkflowExpression.items(action);
    WorkflowExpression.parameter(name);
    const inputs = all.map((one) => one.toText());
    acts(
      scope,
      world,
      new ComposeAction('A', { inputs: [...inputs, WorkflowExpression.escapeLiteral(text)] }),
    );
  },
);

fuzzArguments(
  'parameters',
  () => ({ text: 'a', number: 1, boolean: true, list: [1], object: { a: 1 } }),
  (scope, { text, number, boolean, list, object }, world) =>
    new Workflow(scope, 'It', {
      resourceGroup: groupIn(world),
      triggers: [new HttpRequestTrigger('Called')],
      actions: [FIRST],
      parameters: {
        a: WorkflowParameter.text(text),
        b: WorkflowParameter.number(number),
        c: WorkflowParameter.boolean(boolean),
        d: WorkflowParameter.list(list),
        e: WorkflowParameter.object(object),
      },
    }),
);
