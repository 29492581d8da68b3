import { Duration } from '../../lib/core/duration';
import {
  ActionStatus,
  ComposeAction,
  ConditionAction,
  DelayAction,
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
  type RunPipelineActionProps,
  ScopeAction,
  SwitchAction,
  TerminateAction,
  TerminateStatus,
  UntilAction,
  validateWorkflow,
  Workflow,
  WorkflowExpression,
  type WorkflowAction,
} from '../../lib/logic-apps';
import { PipelineArgument } from '../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { Recurrence } from '../../lib/machine-learning/schedule/recurrence';
import { Template } from '../../lib/testing';
import { codesOf, setUp, WORKSPACE_ID, workflowProperties } from './setup';

type World = ReturnType<typeof setUp>;

const YES = WorkflowExpression.boolean(true);
const say = (name: string, runAfter?: RunAfter[]) =>
  new ComposeAction(name, { inputs: name, ...(runAfter === undefined ? {} : { runAfter }) });

function emitted(actions: WorkflowAction[], world: World = setUp()): unknown {
  new Workflow(world.stack, 'Flow', {
    resourceGroup: world.resourceGroup,
    triggers: [new HttpRequestTrigger('Called')],
    actions,
  });
  const properties = workflowProperties(world.stack);
  expect(validateWorkflow({ properties })).toEqual([]);
  return properties.definition.actions;
}

const said = (name: string, runAfter: object = {}) => ({
  type: 'Compose',
  inputs: name,
  runAfter,
});

const AFTER = (name: string) => ({ [name]: ['Succeeded'] });

describe('actions that hold others', () => {
  test('a scope', () => {
    const first = say('First');
    const scope = new ScopeAction('Both', {
      actions: [first, say('Second', [RunAfter.of(first, [ActionStatus.SKIPPED])])],
    });
    expect(emitted([scope, say('Then', [RunAfter.failure(scope)])])).toEqual({
      Both: {
        type: 'Scope',
        actions: { First: said('First'), Second: said('Second', { First: ['Skipped'] }) },
        runAfter: {},
      },
      Then: said('Then', { Both: ['Failed', 'TimedOut'] }),
    });
  });

  test('a condition', () => {
    const condition = WorkflowExpression.triggerBody('rows').greater(WorkflowExpression.number(3));
    const action = new ConditionAction('Many', {
      condition,
      actions: [say('Yes')],
      otherwise: [say('No')],
    });
    expect(emitted([action])).toEqual({
      Many: {
        type: 'If',
        expression: { and: [{ equals: ["@greater(triggerBody()?['rows'], 3)", '@true'] }] },
        actions: { Yes: said('Yes') },
        else: { actions: { No: said('No') } },
        runAfter: {},
      },
    });
  });

  test('a switch', () => {
    const action = new SwitchAction('Kind', {
      on: WorkflowExpression.triggerBody('kind'),
      cases: [
        { name: 'Full', value: '@full', actions: [say('A')] },
        { name: 'Three', value: 3, actions: [] },
      ],
      otherwise: [say('B')],
    });
    expect(emitted([action])).toEqual({
      Kind: {
        type: 'Switch',
        expression: "@triggerBody()?['kind']",
        cases: {
          Full: { case: '@@full', actions: { A: said('A') } },
          Three: { case: 3, actions: {} },
        },
        default: { actions: { B: said('B') } },
        runAfter: {},
      },
    });
  });

  test('a loop over a list', () => {
    const action = new ForEachAction('Each', {
      items: WorkflowExpression.triggerBody('files'),
      actions: [new ComposeAction('Item', { inputs: WorkflowExpression.itemsOf('Each').toText() })],
      maxConcurrent: 1,
    });
    expect(emitted([action])).toEqual({
      Each: {
        type: 'Foreach',
        foreach: "@triggerBody()?['files']",
        actions: { Item: { type: 'Compose', inputs: "@items('Each')", runAfter: {} } },
        runtimeConfiguration: { concurrency: { repetitions: 1 } },
        runAfter: {},
      },
    });
  });

  test('a loop until something is true', () => {
    const action = new UntilAction('Wait', {
      condition: YES,
      actions: [new DelayAction('Pause', { duration: Duration.minutes(90) })],
    });
    expect(emitted([action])).toEqual({
      Wait: {
        type: 'Until',
        expression: '@true',
        limit: { count: 60, timeout: 'PT1H' },
        actions: {
          Pause: {
            type: 'Wait',
            inputs: { interval: { unit: 'Minute', count: 90 } },
            runAfter: {},
          },
        },
        runAfter: {},
      },
    });
  });

  test('fail for actions that wait for others than those before them', () => {
    const outside = say('Outside');
    const inside = say('Inside', [RunAfter.success(outside)]);
    expect(codesOf(() => new ScopeAction('S', { actions: [inside] }))).toEqual(['RunAfterOutside']);
    expect(codesOf(() => new ScopeAction('S', { actions: [inside, outside] }))).toEqual([
      'RunAfterOutside',
    ]);
  });

  test('fail for names that are taken elsewhere in the workflow', () => {
    const scope = new ScopeAction('S', { actions: [say('Same')] });
    expect(codesOf(() => emitted([say('same'), scope]))).toEqual(['WorkflowOperationNameTaken']);
  });

  test('count what is in them', () => {
    const scope = (count: number) =>
      new ScopeAction('S', {
        actions: Array.from({ length: count }, (_, index) => say(`a${String(index)}`)),
      });
    expect(codesOf(() => emitted([scope(500)]))).toEqual(['WorkflowActionsTooMany']);
    expect(codesOf(() => emitted([scope(499)]))).toBeUndefined();
  });

  test('use the connections of what is in them', () => {
    const world = setUp();
    const connection = new ManagedIdentityConnection(world.stack, 'Events', {
      managedApi: ManagedApi.AZURE_EVENT_GRID,
      resourceGroup: world.resourceGroup,
    });
    const raw = new RawAction('Publish', {
      definition: { type: 'ApiConnection', inputs: { method: 'post', path: '/x' } },
      connection,
    });
    const scope = new ScopeAction('Outer', {
      actions: [new ScopeAction('Inner', { actions: [raw] })],
    });
    expect(emitted([scope], world)).toMatchObject({
      Outer: {
        actions: {
          Inner: {
            actions: {
              Publish: {
                inputs: {
                  method: 'post',
                  path: '/x',
                  host: {
                    connection: {
                      name: "@parameters('$connections')['azureeventgrid']['connectionId']",
                    },
                  },
                },
              },
            },
          },
        },
      },
    });
  });

  test('name the action that finds something wrong', () => {
    const { stack, resourceGroup, v1 } = setUp();
    const scope = new ScopeAction('Outer', {
      actions: [new RunPipelineAction('Run', { pipeline: v1 })],
    });
    const make = () =>
      new Workflow(stack, 'Flow', {
        resourceGroup,
        triggers: [new HttpRequestTrigger('Called')],
        actions: [scope],
      });
    expect(make).toThrow(/Outer\.Run\.experimentName must/);
  });

  test.each([
    [
      () => new ForEachAction('E', { items: YES, actions: [], maxConcurrent: 0 }),
      ['ForEachConcurrencyOutOfRange'],
    ],
    [() => new ForEachAction('E', { items: YES, actions: [], maxConcurrent: 50 }), undefined],
    [
      () => new ForEachAction('E', { items: YES, actions: [], maxConcurrent: 51 }),
      ['ForEachConcurrencyOutOfRange'],
    ],
    [
      () =>
        new ForEachAction('E', {
          items: YES,
          actions: [
            new ScopeAction('S', {
              actions: [new TerminateAction('T', { status: TerminateStatus.FAILED })],
            }),
          ],
        }),
      ['ForEachActionEndsRun'],
    ],
    [
      () =>
        new UntilAction('U', {
          condition: YES,
          actions: [new ResponseAction('R', { statusCode: 200 })],
        }),
      ['UntilActionEndsRun'],
    ],
    [
      () => new UntilAction('U', { condition: YES, actions: [], maxIterations: 0 }),
      ['UntilIterationsOutOfRange'],
    ],
    [() => new UntilAction('U', { condition: YES, actions: [], maxIterations: 5000 }), undefined],
    [
      () => new UntilAction('U', { condition: YES, actions: [], maxIterations: 5001 }),
      ['UntilIterationsOutOfRange'],
    ],
    [
      () => new UntilAction('U', { condition: YES, actions: [], timeout: Duration.seconds(0) }),
      ['UntilActionTimeoutOutOfRange'],
    ],
    [
      () => new UntilAction('U', { condition: YES, actions: [], timeout: Duration.days(90) }),
      undefined,
    ],
    [
      () => new UntilAction('U', { condition: YES, actions: [], timeout: Duration.days(91) }),
      ['UntilActionTimeoutOutOfRange'],
    ],
    [() => new SwitchAction('S', { on: YES, cases: [] }), ['SwitchActionCasesOutOfRange']],
    [() => new SwitchAction('S', { on: YES, cases: cases(25) }), undefined],
    [() => new SwitchAction('S', { on: YES, cases: cases(26) }), ['SwitchActionCasesOutOfRange']],
    [
      () => new SwitchAction('S', { on: YES, cases: [...cases(1), ...cases(1)] }),
      ['SwitchCaseRepeated'],
    ],
    [
      () => new SwitchAction('S', { on: YES, cases: [{ name: 'a/b', value: 1, actions: [] }] }),
      ['SwitchCaseNameInvalid'],
    ],
  ])('bounds %#', (make, codes) => {
    expect(codesOf(make)).toEqual(codes);
  });
});

function cases(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    name: `c${String(index)}`,
    value: index,
    actions: [],
  }));
}

describe('an HTTP action', () => {
  test('sends a request with the identity of the workflow, once', () => {
    const action = new HttpAction('Post', {
      method: HttpMethod.POST,
      uri: 'https://example.com/jobs',
      headers: { 'Content-Type': 'application/json' },
      queries: { version: '1' },
      body: { id: WorkflowExpression.runId().toText() },
      audience: 'https://management.azure.com/',
      timeout: Duration.hours(1),
      waitForCompletion: false,
      secureInputs: true,
      secureOutputs: true,
    });
    expect(emitted([action])).toEqual({
      Post: {
        type: 'Http',
        inputs: {
          method: 'POST',
          uri: 'https://example.com/jobs',
          headers: { 'Content-Type': 'application/json' },
          queries: { version: '1' },
          body: { id: '@workflow().run.name' },
          authentication: {
            type: 'ManagedServiceIdentity',
            audience: 'https://management.azure.com/',
          },
          retryPolicy: { type: 'none' },
        },
        limit: { timeout: 'PT1H' },
        operationOptions: 'DisableAsyncPattern',
        runtimeConfiguration: { secureData: { properties: ['inputs', 'outputs'] } },
        runAfter: {},
      },
    });
  });

  test('leaves what may be done twice to the service, or to a policy', () => {
    const uri = 'https://example.com/';
    const wait = Duration.seconds(30);
    const get = new HttpAction('Get', { method: HttpMethod.GET, uri });
    const put = new HttpAction('Put', {
      method: HttpMethod.PUT,
      uri,
      retryPolicy: RetryPolicy.exponential(3, wait),
    });
    const patch = new HttpAction('Patch', {
      method: HttpMethod.PATCH,
      uri,
      retryPolicy: RetryPolicy.fixed(2, wait),
    });
    expect(emitted([get, put, patch])).toEqual({
      Get: { type: 'Http', inputs: { method: 'GET', uri }, runAfter: {} },
      Put: {
        type: 'Http',
        inputs: {
          method: 'PUT',
          uri,
          retryPolicy: { type: 'exponential', count: 3, interval: 'PT30S' },
        },
        runAfter: AFTER('Get'),
      },
      Patch: {
        type: 'Http',
        inputs: {
          method: 'PATCH',
          uri,
          retryPolicy: { type: 'fixed', count: 2, interval: 'PT30S' },
        },
        runAfter: AFTER('Put'),
      },
    });
  });

  test.each([
    [{ uri: 'example.com' }, ['HttpUriInvalid']],
    [{ uri: "@parameters('uri')" }, undefined],
    [{ uri: 'http://example.com', audience: 'x' }, ['HttpAudienceUnencrypted']],
    [{ headers: { Authorization: 'Bearer x' } }, ['HttpHeaderHoldsSecret']],
    [{ headers: { authorization: "@parameters('key')" } }, undefined],
    [{ timeout: Duration.seconds(0) }, ['HttpTimeoutOutOfRange']],
    [{ timeout: Duration.days(91) }, ['HttpTimeoutOutOfRange']],
  ])('%j: %s', (props, codes) => {
    const make = () =>
      new HttpAction('H', { method: HttpMethod.GET, uri: 'https://example.com', ...props });
    expect(codesOf(make)).toEqual(codes);
  });

  test.each([
    [0, 5, ['RetryCountOutOfRange']],
    [1, 5, undefined],
    [90, 86_400, undefined],
    [91, 86_400, ['RetryCountOutOfRange']],
    [1, 4, ['RetryIntervalOutOfRange']],
    [1, 86_401, ['RetryIntervalOutOfRange']],
  ])('is retried %i times after %i seconds: %s', (count, seconds, codes) => {
    expect(codesOf(() => RetryPolicy.fixed(count, Duration.seconds(seconds)))).toEqual(codes);
  });
});

describe('small actions', () => {
  test('parse, answer, compose, end, and whatever else there is', () => {
    const parse = new ParseJsonAction('Parse', {
      content: WorkflowExpression.triggerBody(),
      schema: { type: 'object' },
      secure: true,
    });
    const actions = [
      parse,
      new ResponseAction('Answer', {
        statusCode: 202,
        headers: { a: 'b' },
        body: { id: WorkflowExpression.body(parse, 'id').toText() },
      }),
      new RawAction('Pick', {
        definition: { type: 'Select', inputs: { from: '@triggerBody()', select: '@item()' } },
      }),
      new ComposeAction('Keep', { inputs: [1, null, { a: true }], secure: true }),
      new TerminateAction('End', {
        status: TerminateStatus.FAILED,
        errorCode: 'Oops',
        errorMessage: 'it is so',
      }),
    ];
    const secured = { secureData: { properties: ['inputs', 'outputs'] } };
    expect(emitted(actions)).toEqual({
      Parse: {
        type: 'ParseJson',
        inputs: { content: '@triggerBody()', schema: { type: 'object' } },
        runtimeConfiguration: secured,
        runAfter: {},
      },
      Answer: {
        type: 'Response',
        kind: 'Http',
        inputs: { statusCode: 202, headers: { a: 'b' }, body: { id: "@body('Parse')?['id']" } },
        runAfter: AFTER('Parse'),
      },
      Pick: {
        type: 'Select',
        inputs: { from: '@triggerBody()', select: '@item()' },
        runAfter: AFTER('Answer'),
      },
      Keep: {
        type: 'Compose',
        inputs: [1, null, { a: true }],
        runtimeConfiguration: secured,
        runAfter: AFTER('Pick'),
      },
      End: {
        type: 'Terminate',
        inputs: { runStatus: 'Failed', runError: { code: 'Oops', message: 'it is so' } },
        runAfter: AFTER('Keep'),
      },
    });
  });

  test.each([
    [() => new DelayAction('D', { duration: Duration.seconds(0) }), ['DelayOutOfRange']],
    [() => new DelayAction('D', { duration: Duration.days(90) }), undefined],
    [() => new DelayAction('D', { duration: Duration.days(91) }), ['DelayOutOfRange']],
    [() => new ResponseAction('R', { statusCode: 199 }), ['ResponseStatusOutOfRange']],
    [() => new ResponseAction('R', { statusCode: 599 }), undefined],
    [() => new ResponseAction('R', { statusCode: 600 }), ['ResponseStatusOutOfRange']],
    [() => new RawAction('R', { definition: {} }), ['RawActionTypeMissing']],
    [
      () => new RawAction('R', { definition: { type: 'Select', runAfter: {} } }),
      ['RawActionRunAfterGiven'],
    ],
    [
      () => new TerminateAction('T', { status: TerminateStatus.SUCCEEDED, errorCode: 'x' }),
      ['TerminateErrorUnexpected'],
    ],
    [() => new ComposeAction('C', { inputs: () => 'x' }), ['PropertyTypeInvalid']],
    [() => RunAfter.of(say('A'), []), ['RunAfterStatusMissing']],
  ])('bounds %#', (make, codes) => {
    expect(codesOf(make)).toEqual(codes);
  });

  test('an answer that nobody waits for is reported at synthesis', () => {
    const { stack, resourceGroup } = setUp();
    new Workflow(stack, 'Flow', {
      resourceGroup,
      triggers: [new RecurrenceTrigger('Hourly', { recurrence: Recurrence.everyHours(1) })],
      actions: [new ResponseAction('Answer', { statusCode: 200 })],
    });
    expect(() => Template.fromStack(stack)).toThrow(/WorkflowResponseUnasked/);
  });
});

describe('a run of a pipeline that is waited for', () => {
  function run(world: World, props: Partial<RunPipelineActionProps> = {}) {
    return new RunPipelineAction('Run', { pipeline: world.v2, waitForCompletion: true, ...props });
  }

  test('is asked for until it has ended, and fails with the name of the job', () => {
    const world = setUp();
    const action = run(world, {
      pollEvery: Duration.minutes(2),
      timeout: Duration.hours(3),
      arguments: { rate: PipelineArgument.literal(1) },
    });
    const status = "body('Run_status')?['properties']?['status']";
    const { Run } = emitted([action], world) as { readonly Run: { readonly actions: object } };
    expect(Run).toMatchObject({ type: 'Scope', runAfter: {} });
    expect(Run.actions).toMatchObject({ Run_submit: { type: 'Http', inputs: { method: 'POST' } } });
    const { uri } = (Run.actions as { Run_submit: { inputs: { uri: string } } }).Run_submit.inputs;
    expect({ ...Run.actions, Run_submit: undefined }).toEqual({
      Run_wait: {
        type: 'Until',
        expression: `@or(equals(${status}, 'Completed'), equals(${status}, 'Failed'), equals(${status}, 'Canceled'))`,
        limit: { count: 90, timeout: 'PT3H' },
        actions: {
          Run_pause: {
            type: 'Wait',
            inputs: { interval: { unit: 'Minute', count: 2 } },
            runAfter: {},
          },
          Run_status: {
            type: 'Http',
            inputs: {
              method: 'GET',
              uri: `${uri}/@{body('Run_submit')?['name']}`,
              authentication: { type: 'ManagedServiceIdentity', audience: 'https://ml.azure.com' },
            },
            runAfter: AFTER('Run_pause'),
          },
        },
        runAfter: AFTER('Run_submit'),
      },
      Run_result: {
        type: 'If',
        expression: { and: [{ equals: [`@not(equals(${status}, 'Completed'))`, '@true'] }] },
        actions: {
          Run_failed: {
            type: 'Terminate',
            inputs: {
              runStatus: 'Failed',
              runError: {
                code: 'AzureMLJobNotCompleted',
                message: `Azure Machine Learning job @{body('Run_submit')?['name']} ended as @{coalesce(${status}, 'unknown')}`,
              },
            },
            runAfter: {},
          },
        },
        else: { actions: {} },
        runAfter: { Run_wait: ['Succeeded', 'Failed', 'TimedOut'] },
      },
      Run_submit: undefined,
    });
  });

  test('of v1 is asked for in the run history', () => {
    const world = setUp();
    const action = run(world, { pipeline: world.v1, experimentName: 'my runs' });
    expect(emitted([action], world)).toMatchObject({
      Run: {
        actions: {
          Run_wait: {
            limit: { count: 720, timeout: 'PT12H' },
            actions: {
              Run_status: {
                inputs: {
                  uri: `https://westeurope.api.azureml.ms/history/v1.0${WORKSPACE_ID}/experiments/my%20runs/runs/@{body('Run_submit')?['Id']}/details`,
                  authentication: { audience: 'https://management.azure.com/' },
                },
              },
            },
          },
        },
      },
    });
  });

  test.each([
    [{ pollEvery: Duration.seconds(0) }, ['RunPollOutOfRange', 'RunTimeoutOutOfRange']],
    [{ timeout: Duration.seconds(59) }, ['RunTimeoutOutOfRange']],
    [{ timeout: Duration.seconds(60) }, undefined],
    [{ timeout: Duration.minutes(5000) }, undefined],
    [{ timeout: Duration.minutes(5001) }, ['RunTimeoutOutOfRange']],
    [{ pollEvery: Duration.hours(1), timeout: Duration.days(91) }, ['RunTimeoutOutOfRange']],
    [{ waitForCompletion: false, timeout: Duration.hours(1) }, ['RunWaitMissing']],
  ])('%#: %s', (props, codes) => {
    expect(codesOf(() => run(setUp(), props))).toEqual(codes);
  });

  test('is not for loops', () => {
    const action = run(setUp());
    expect(codesOf(() => new ForEachAction('Each', { items: YES, actions: [action] }))).toEqual([
      'ForEachActionEndsRun',
    ]);
  });
});
