import { Lazy, TerraformVariable } from 'cdktf';
import type { ArmObject } from '../../lib/azapi';
import {
  ManagedApi,
  ManagedIdentityConnection,
  RunAfter,
  Workflow,
  WorkflowAction,
  WorkflowIdentity,
  type IApiConnection,
  type IWorkflowHost,
  WorkflowTrigger,
} from '../../lib/logic-apps';
import { RoleAssignmentMode } from '../../lib/platform/settings';
import { Match, Template } from '../../lib/testing';
import { codesOf, GROUP_ID, GUID, IDENTITY_ID, setUp, workflowProperties } from './setup';

class Timer extends WorkflowTrigger {
  public constructor(name: string) {
    super(name);
  }

  public override render(): ArmObject {
    return { type: 'Recurrence', recurrence: { frequency: 'Day', interval: 1 } };
  }
}

class Note extends WorkflowAction {
  public constructor(
    name: string,
    runAfter?: RunAfter[],
    public override readonly connections: IApiConnection[] = [],
  ) {
    super(name, runAfter);
  }

  public override render(host: IWorkflowHost): ArmObject {
    return {
      type: 'Compose',
      inputs: this.connections.map((connection) => host.connectionReference(connection)),
    };
  }
}

const SCHEMA =
  'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#';

function withWorkflow(props: object = {}) {
  const world = setUp();
  const { stack, resourceGroup } = world;
  return { ...world, workflow: new Workflow(stack, 'Flow', { resourceGroup, ...props }) };
}

describe('a workflow', () => {
  test('is one resource with the whole definition', () => {
    const { stack } = withWorkflow({ triggers: [new Timer('Daily')], actions: [new Note('Say')] });
    expect(Template.fromStack(stack).resource('azapi_resource')).toEqual({
      type: 'Microsoft.Logic/workflows@2019-05-01',
      name: expect.stringMatching(/^la-flow-[0-9a-f]{8}$/),
      parent_id: GROUP_ID,
      location: 'West Europe',
      identity: [{ type: 'SystemAssigned' }],
      replace_triggers_refs: [
        'properties.definition.triggers."Daily".runtimeConfiguration.concurrency',
      ],
      body: {
        properties: {
          state: 'Enabled',
          definition: {
            $schema: SCHEMA,
            contentVersion: '1.0.0.0',
            triggers: {
              Daily: { type: 'Recurrence', recurrence: { frequency: 'Day', interval: 1 } },
            },
            actions: { Say: { type: 'Compose', inputs: [], runAfter: {} } },
            outputs: {},
          },
        },
      },
    });
  });

  test('takes name, region, identity, state and tags', () => {
    const { stack, resourceGroup, identity } = setUp({}, { tags: { team: 'ml' } });
    new Workflow(stack, 'Flow', {
      resourceGroup,
      name: 'la-flow',
      location: 'North Europe',
      identity: WorkflowIdentity.userAssigned(identity),
      enabled: false,
      tags: { stage: 'test' },
      triggers: [new Timer('Daily')],
      actions: [new Note('Say')],
    });
    Template.fromStack(stack).hasResource('azapi_resource', {
      name: 'la-flow',
      location: 'North Europe',
      identity: Match.exact([{ type: 'UserAssigned', identity_ids: [IDENTITY_ID] }]),
      tags: { team: 'ml', stage: 'test' },
      body: { properties: { state: 'Disabled' } },
    });
  });

  test('can be enabled by a Terraform variable', () => {
    const { stack, resourceGroup } = setUp();
    const enabled = new TerraformVariable(stack, 'enabled', { type: 'bool' }).booleanValue;
    new Workflow(stack, 'Flow', {
      resourceGroup,
      enabled: enabled as never,
      triggers: [new Timer('Daily')],
      actions: [new Note('Say')],
    });
    expect(workflowProperties(stack).state).toBe('${var.enabled ? "Enabled" : "Disabled"}');
  });

  test('takes triggers and actions until it is synthesized', () => {
    const { stack, workflow } = withWorkflow();
    workflow.addTrigger(new Timer('Daily'));
    workflow.addAction(new Note('First'));
    workflow.addAction(new Note('Second'));
    expect(workflowProperties(stack).definition).toMatchObject({
      triggers: { Daily: { type: 'Recurrence' } },
      actions: { First: { runAfter: {} }, Second: { runAfter: { First: ['Succeeded'] } } },
    });
  });

  test('is the same when it is synthesized twice', () => {
    const { stack } = withWorkflow({ triggers: [new Timer('Daily')], actions: [new Note('Say')] });
    expect(Template.fromStack(stack).toJson()).toEqual(Template.fromStack(stack).toJson());
  });

  test('writes text that looks like Terraform so that it arrives as it is', () => {
    class Literal extends Note {
      public override render(): ArmObject {
        return { type: 'Compose', inputs: '${{inputs.x}} %{if}' };
      }
    }
    const { stack } = withWorkflow({ triggers: [new Timer('T')], actions: [new Literal('Say')] });
    expect(workflowProperties(stack).definition.actions).toMatchObject({
      Say: { inputs: '$${{inputs.x}} %%{if}' },
    });
  });
});

describe('actions', () => {
  test('wait for what they name', () => {
    const { stack, workflow } = withWorkflow({ triggers: [new Timer('Daily')] });
    const run = new Note('Run');
    workflow.addAction(run);
    workflow.addAction(new Note('Alarm', [RunAfter.failure(run)]));
    workflow.addAction(new Note('Log', [RunAfter.completion(run)]));
    workflow.addAction(new Note('Praise', [RunAfter.success(run)]));
    workflow.addAction(new Note('Meanwhile', []));
    expect(workflowProperties(stack).definition.actions).toMatchObject({
      Run: { runAfter: {} },
      Alarm: { runAfter: { Run: ['Failed', 'TimedOut'] } },
      Log: { runAfter: { Run: ['Failed', 'Skipped', 'Succeeded', 'TimedOut'] } },
      Praise: { runAfter: { Run: ['Succeeded'] } },
      Meanwhile: { runAfter: {} },
    });
  });

  test('fail when they wait for one that is not there yet', () => {
    const { workflow } = withWorkflow({ triggers: [new Timer('Daily')] });
    const elsewhere = new Note('Elsewhere');
    expect(
      codesOf(() => {
        workflow.addAction(new Note('Say', [RunAfter.success(elsewhere)]));
      }),
    ).toEqual(['RunAfterUnknown']);
  });

  test('that were refused are not there', () => {
    const { stack, workflow } = withWorkflow({
      triggers: [new Timer('T')],
      actions: [new Note('A')],
    });
    codesOf(() => {
      workflow.addAction(new Note('a'));
    });
    expect(Object.keys(workflowProperties(stack).definition.actions)).toEqual(['A']);
  });
});

test('a defect of an action of somebody else is not taken for a wrong input', () => {
  class Broken extends Note {
    public override render(): ArmObject {
      throw new RangeError('broken');
    }
  }
  const { workflow } = withWorkflow({ triggers: [new Timer('Daily')] });
  expect(() => {
    workflow.addAction(new Broken('Say'));
  }).toThrow(RangeError);
});

describe('connections', () => {
  function connections(stack: ConstructorParameters<typeof ManagedIdentityConnection>[0]) {
    const { resourceGroup } = setUp();
    const named = (name: string, managedApi: ManagedApi) =>
      new ManagedIdentityConnection(stack, name, { managedApi, resourceGroup, name });
    return [
      named('blobs', ManagedApi.AZURE_BLOB),
      named('more-blobs', ManagedApi.AZURE_BLOB),
      named('events', ManagedApi.AZURE_EVENT_GRID),
    ] as const;
  }

  test('are declared, and authenticate as the workflow', () => {
    const { stack, workflow } = withWorkflow({ triggers: [new Timer('Daily')] });
    const [blobs, moreBlobs, events] = connections(stack);
    workflow.addAction(new Note('First', undefined, [blobs, events]));
    workflow.addAction(new Note('Second', undefined, [moreBlobs, blobs]));
    const { definition, parameters } = workflowProperties(stack);
    expect(definition.parameters).toEqual({ $connections: { defaultValue: {}, type: 'Object' } });
    const authenticated = {
      connectionProperties: { authentication: { type: 'ManagedServiceIdentity' } },
    };
    expect(parameters?.$connections.value).toEqual({
      azureblob: {
        connectionId: expect.stringMatching(/^\$\{azapi_resource\.blobs_\w+\.id\}$/),
        connectionName: 'blobs',
        id: expect.stringMatching(/\/locations\/westeurope\/managedApis\/azureblob$/),
        ...authenticated,
      },
      azureeventgrid: expect.objectContaining({ connectionName: 'events', ...authenticated }),
      azureblob_1: expect.objectContaining({ connectionName: 'more-blobs', ...authenticated }),
    });
    expect(definition.actions).toMatchObject({
      First: {
        inputs: [
          "@parameters('$connections')['azureblob']['connectionId']",
          "@parameters('$connections')['azureeventgrid']['connectionId']",
        ],
      },
      Second: {
        inputs: [
          "@parameters('$connections')['azureblob_1']['connectionId']",
          "@parameters('$connections')['azureblob']['connectionId']",
        ],
      },
    });
  });

  test('name a user-assigned identity', () => {
    const { stack, resourceGroup, identity } = setUp();
    const [blobs] = connections(stack);
    new Workflow(stack, 'Flow', {
      resourceGroup,
      identity: WorkflowIdentity.userAssigned(identity),
      triggers: [new Timer('Daily')],
      actions: [new Note('Say', undefined, [blobs])],
    });
    expect(workflowProperties(stack).parameters?.$connections.value).toMatchObject({
      azureblob: {
        connectionProperties: {
          authentication: { type: 'ManagedServiceIdentity', identity: IDENTITY_ID },
        },
      },
    });
  });

  test('fail when an operation refers to one that it does not list', () => {
    const { stack, workflow } = withWorkflow({ triggers: [new Timer('Daily')] });
    const [blobs] = connections(stack);
    class Careless extends Note {
      public override render(host: IWorkflowHost): ArmObject {
        return { inputs: host.connectionReference(blobs) };
      }
    }
    expect(
      codesOf(() => {
        workflow.addAction(new Careless('Say'));
      }),
    ).toEqual(['WorkflowConnectionUnlisted']);
  });
});

describe('the identity of a workflow', () => {
  test('receives roles below the workflow', () => {
    const { stack, workflow, container } = withWorkflow({
      triggers: [new Timer('Daily')],
      actions: [new Note('Say')],
    });
    container.grantRead(workflow);
    Template.fromStack(stack).hasResource('azurerm_role_assignment', {
      principal_id: Match.stringMatching(
        /^\$\{azapi_resource\.Flow_\w+\.identity\[0\]\.principal_id\}$/,
      ),
    });
    expect(workflow.grantPrincipal.principalName).toBe(`Logic App ${workflow.workflowName}`);
  });

  test('receives a role once, however many workflows have it', () => {
    const { stack, resourceGroup, container, identity } = setUp();
    for (const id of ['One', 'Two']) {
      const workflow = new Workflow(stack, id, {
        resourceGroup,
        identity: WorkflowIdentity.userAssigned(identity),
        triggers: [new Timer('Daily')],
        actions: [new Note('Say')],
      });
      container.grantRead(workflow);
    }
    Template.fromStack(stack).resourceCountIs('azurerm_role_assignment', 1, { principal_id: GUID });
  });

  test('is only listed where the deployer assigns no roles', () => {
    const { stack, resourceGroup, container } = setUp(
      {},
      { roleAssignments: RoleAssignmentMode.REPORT },
    );
    const workflow = new Workflow(stack, 'Flow', {
      resourceGroup,
      triggers: [new Timer('Daily')],
      actions: [new Note('Say')],
    });
    container.grantRead(workflow);
    const template = Template.fromStack(stack);
    template.hasNoResource('azurerm_role_assignment');
    template.hasOutput('required_role_assignments', {
      value: [
        { principal: `Logic App ${workflow.workflowName}`, role: 'Storage Blob Data Reader' },
      ],
    });
  });
});

describe('an incomplete workflow', () => {
  test.each([
    [
      { actions: [new Note('Say')] },
      /Flow\].*triggers must have at least one.*\[WorkflowTriggerMissing\]/,
    ],
    [
      { triggers: [new Timer('Daily')] },
      /Flow\].*actions must have at least one.*\[WorkflowActionMissing\]/,
    ],
    [{}, /\[WorkflowTriggerMissing\][^]*\[WorkflowActionMissing\]/],
  ])('fails when it is synthesized: %#', (props, report) => {
    const { stack } = withWorkflow(props);
    expect(() => Template.fromStack(stack)).toThrow(report);
  });
});

describe('a workflow with too much', () => {
  const timers = (count: number) =>
    Array.from({ length: count }, (_, index) => new Timer(`T${String(index)}`));
  const notes = (count: number) =>
    Array.from({ length: count }, (_, index) => new Note(`A${String(index)}`));

  test.each([
    [{ triggers: timers(10) }, undefined],
    [{ triggers: timers(11) }, ['WorkflowTriggersTooMany']],
    [{ actions: notes(500) }, undefined],
    [{ actions: notes(501) }, ['WorkflowActionsTooMany']],
    [
      { triggers: [new Timer('Same')], actions: [new Note('same')] },
      ['WorkflowOperationNameTaken'],
    ],
    [{ actions: [new Note('Same'), new Note('SAME')] }, ['WorkflowOperationNameTaken']],
    [{ name: 'a b' }, ['WorkflowNameInvalid']],
    [{ name: 'x'.repeat(81) }, ['WorkflowNameInvalid']],
    [{ name: 'x'.repeat(80) }, undefined],
  ])('fails at once: %#', (props, codes) => {
    expect(codesOf(() => withWorkflow(props))).toEqual(codes);
  });

  test('has not joined the tree', () => {
    const { stack, resourceGroup } = setUp();
    codesOf(() => new Workflow(stack, 'Flow', { resourceGroup, triggers: timers(11) }));
    expect(stack.node.findChild('Flow').node.children).toEqual([]);
  });
});

describe('the name of a trigger or action', () => {
  test.each(['A', 'Prüfe den Stand', 'a-b_(c).d', 'x'.repeat(80)])('can be %s', (name) => {
    expect(codesOf(() => new Note(name))).toBeUndefined();
  });

  test.each(['a/b', "it's", 'a\nb', 'x'.repeat(81)])('fails as %j', (name) => {
    expect(codesOf(() => new Note(name))).toEqual(['WorkflowOperationNameInvalid']);
  });
});

describe('an existing workflow', () => {
  const workflowId = `${GROUP_ID}/providers/Microsoft.Logic/workflows/la-old`;

  test('can be granted roles and emits nothing else', () => {
    const { stack, container } = setUp();
    const workflow = Workflow.fromWorkflowAttributes(stack, 'Old', {
      workflowId,
      principalId: GUID,
    });
    container.grantRead(workflow);
    expect(workflow).toMatchObject({ workflowId, workflowName: 'la-old' });
    const template = Template.fromStack(stack);
    template.hasResource('azurerm_role_assignment', { principal_id: GUID });
    template.hasNoResource('azapi_resource');
  });

  test('fails when the id is that of something else', () => {
    const { stack } = setUp();
    expect(
      codesOf(() =>
        Workflow.fromWorkflowAttributes(stack, 'Old', { workflowId: GROUP_ID, principalId: GUID }),
      ),
    ).toEqual(['WorkflowIdInvalid']);
  });

  test('may have an id that is only known at apply', () => {
    const { stack } = setUp();
    const attributes = {
      workflowId: Lazy.stringValue({ produce: () => workflowId }),
      principalId: GUID,
    };
    expect(
      codesOf(() => Workflow.fromWorkflowAttributes(stack, 'Old', attributes)),
    ).toBeUndefined();
  });
});
