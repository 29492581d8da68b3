import { TerraformVariable } from 'cdktf';
import {
  ComposeAction,
  HttpRequestTrigger,
  RawAction,
  RecurrenceTrigger,
  Workflow,
  WorkflowExpression,
  WorkflowIdentity,
  WorkflowParameter,
  type WorkflowProps,
} from '../../lib/logic-apps';
import { Recurrence } from '../../lib/machine-learning/schedule/recurrence';
import { Template } from '../../lib/testing';
import { codesOf, GROUP_ID, setUp, workflowProperties } from './setup';

type World = ReturnType<typeof setUp>;

const LOGS = `${GROUP_ID}/providers/Microsoft.OperationalInsights/workspaces/logs`;
const WORKFLOWS = { type: 'Microsoft.Logic/workflows@2019-05-01' };

const say = () => new ComposeAction('Say', { inputs: 'hello' });

function flow({ stack, resourceGroup }: World, props: Partial<WorkflowProps> = {}): Workflow {
  return new Workflow(stack, 'Flow', {
    resourceGroup,
    triggers: [new HttpRequestTrigger('Called')],
    actions: [say()],
    ...props,
  });
}

describe('parameters of a workflow', () => {
  test('are declared and given, secrets beside the body', () => {
    const world = setUp();
    const key = new TerraformVariable(world.stack, 'key', { sensitive: true }).stringValue;
    flow(world, {
      parameters: {
        text: WorkflowParameter.text('${x}'),
        int: WorkflowParameter.number(3),
        float: WorkflowParameter.number(0.5),
        flag: WorkflowParameter.boolean(true),
        list: WorkflowParameter.list(['a']),
        object: WorkflowParameter.object({ a: 1 }),
        key: WorkflowParameter.secret(key),
      },
      actions: [
        new ComposeAction('Say', { inputs: WorkflowExpression.parameter('text').toText() }),
      ],
    });
    const { definition, parameters } = workflowProperties(world.stack);
    expect(definition.parameters).toEqual({
      text: { type: 'String' },
      int: { type: 'Int' },
      float: { type: 'Float' },
      flag: { type: 'Bool' },
      list: { type: 'Array' },
      object: { type: 'Object' },
      key: { type: 'SecureString' },
    });
    expect(parameters).toEqual({
      text: { value: '$${x}' },
      int: { value: 3 },
      float: { value: 0.5 },
      flag: { value: true },
      list: { value: ['a'] },
      object: { value: { a: 1 } },
    });
    expect(Template.fromStack(world.stack).resource('azapi_resource', WORKFLOWS)).toMatchObject({
      sensitive_body: { properties: { parameters: { key: { value: '${var.key}' } } } },
    });
  });

  const many = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `p${String(index)}`,
        WorkflowParameter.text('x'),
      ]),
    );

  test.each([
    ['fifty', () => flow(setUp(), { parameters: many(50) }), undefined],
    ['fifty-one', () => flow(setUp(), { parameters: many(51) }), ['WorkflowParametersTooMany']],
    [
      'the name of the connections',
      () => flow(setUp(), { parameters: { $connections: WorkflowParameter.text('x') } }),
      ['WorkflowParameterNameInvalid'],
    ],
    ['a secret in the program', () => WorkflowParameter.secret('x'), ['WorkflowSecretLiteral']],
  ])('%s: %s', (_what, make, codes) => {
    expect(codesOf(make)).toEqual(codes);
  });

  test('that are not declared are reported at synthesis', () => {
    const world = setUp();
    flow(world, {
      actions: [new ComposeAction('Say', { inputs: WorkflowExpression.parameter('x').toText() })],
    });
    expect(() => Template.fromStack(world.stack)).toThrow(/WorkflowParameterUndeclared/);
  });
});

describe('access to a workflow', () => {
  test('is restricted for each part', () => {
    const world = setUp();
    flow(world, {
      accessControl: {
        triggers: { allowedIpRanges: [] },
        contents: { allowedIpRanges: ['192.0.2.0/24'] },
        actions: { allowedIpRanges: ['192.0.2.0/25'] },
        management: { allowedIpRanges: ['192.0.2.0/26'] },
      },
    });
    const range = (addressRange: string) => ({ allowedCallerIpAddresses: [{ addressRange }] });
    expect(workflowProperties(world.stack)).toMatchObject({
      accessControl: {
        triggers: { allowedCallerIpAddresses: [] },
        contents: range('192.0.2.0/24'),
        actions: range('192.0.2.0/25'),
        workflowManagement: range('192.0.2.0/26'),
      },
    });
  });

  test('is not mentioned where nothing is said', () => {
    const world = setUp();
    flow(world, { accessControl: { contents: {} } });
    expect(workflowProperties(world.stack)).not.toHaveProperty('accessControl');
  });

  test('fails where two say who may call triggers', () => {
    const world = setUp();
    const restricted = (name: string) =>
      new HttpRequestTrigger(name, { allowedIpRanges: ['192.0.2.0/24'] });
    expect(
      codesOf(() =>
        flow(world, {
          triggers: [restricted('A')],
          accessControl: { triggers: { allowedIpRanges: [] } },
        }),
      ),
    ).toEqual(['WorkflowTriggerAccessAmbiguous']);
    const workflow = flow(setUp(), { triggers: [restricted('A')] });
    expect(
      codesOf(() => {
        workflow.addTrigger(restricted('B'));
      }),
    ).toEqual(['WorkflowTriggerAccessAmbiguous']);
  });

  test('fails for a range that is none', () => {
    const make = () => flow(setUp(), { accessControl: { contents: { allowedIpRanges: ['x'] } } });
    expect(codesOf(make)).toEqual(['IpRangeInvalid']);
  });
});

describe('a workflow', () => {
  test('sends its logs to Log Analytics', () => {
    const world = setUp();
    flow(world, { diagnosticsWorkspaceId: LOGS });
    expect(Template.fromStack(world.stack).resource('azurerm_monitor_diagnostic_setting')).toEqual({
      name: 'runs',
      target_resource_id: expect.stringMatching(/^\$\{azapi_resource\.Flow_.*\.id\}$/),
      log_analytics_workspace_id: LOGS,
      enabled_log: [{ category: 'WorkflowRuntime' }],
      enabled_metric: [{ category: 'AllMetrics' }],
    });
  });

  test.each([
    [{ diagnosticsWorkspaceId: GROUP_ID }, ['DiagnosticsWorkspaceIdInvalid']],
    [
      { integrationServiceEnvironmentId: `${GROUP_ID}/providers/Microsoft.Logic/x/y` },
      ['IntegrationServiceEnvironmentRetired'],
    ],
  ])('fails for %j', (props, codes) => {
    expect(codesOf(() => flow(setUp(), props))).toEqual(codes);
  });

  test('does not wait for roles that need it to be there', () => {
    const world = setUp();
    const workflow = flow(world);
    workflow.applyAfter(world.container.grantRead(workflow));
    expect(
      Template.fromStack(world.stack).resource('azapi_resource', WORKFLOWS),
    ).not.toHaveProperty('depends_on');
  });

  test('waits for roles of an identity of its own', () => {
    const world = setUp();
    const workflow = flow(world, { identity: WorkflowIdentity.userAssigned(world.identity) });
    workflow.applyAfter(world.container.grantRead(workflow));
    expect(Template.fromStack(world.stack).resource('azapi_resource', WORKFLOWS)).toMatchObject({
      depends_on: [expect.stringMatching(/^azurerm_role_assignment\./)],
    });
  });

  test('makes no role assignments by itself, whatever its triggers', () => {
    const world = setUp();
    flow(world, {
      triggers: [
        new HttpRequestTrigger('Called'),
        new RecurrenceTrigger('Hourly', { recurrence: Recurrence.everyHours(1) }),
      ],
    });
    expect(Template.fromStack(world.stack).resources('azurerm_role_assignment')).toEqual({});
  });

  test('reports a definition that the service would refuse', () => {
    const world = setUp();
    flow(world, {
      actions: [new RawAction('Pick', { definition: { type: 'Select', inputs: { from: '@a(' } } })],
    });
    expect(() => Template.fromStack(world.stack)).toThrow(
      /WorkflowKeyMissing[^]*WorkflowExpressionInvalid/,
    );
  });

  test('takes types and functions that are new', () => {
    const world = setUp();
    flow(world, {
      actions: [new RawAction('New', { definition: { type: 'Novelty', inputs: '@novelty()' } })],
    });
    expect(() => Template.fromStack(world.stack)).not.toThrow();
  });
});
