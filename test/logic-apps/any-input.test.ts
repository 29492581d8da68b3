import { Lazy, TerraformVariable } from 'cdktf';
import fc from 'fast-check';
import { Duration } from '../../lib/core/duration';
import { ValidationError } from '../../lib/core/errors';
import { BuiltInRole } from '../../lib/identity';
import {
  BlobTrigger,
  BlobTriggeredPipeline,
  ManagedApi,
  ManagedIdentityConnection,
  ManagedIdentityForm,
  RunAfter,
  RunPipelineAction,
  Workflow,
  WorkflowIdentity,
} from '../../lib/logic-apps';
import { PipelineArgument } from '../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { Template } from '../../lib/testing';
import { GROUP_ID, GUID, setUp } from './setup';

type World = ReturnType<typeof setUp>;
type Props = Readonly<Record<string, unknown>>;

/** Something that takes props, with props that it accepts. */
interface Subject {
  readonly name: string;
  readonly props: (world: World) => Props;
  readonly make: (world: World, props: never) => unknown;
}

const connectionOf = ({ stack, resourceGroup }: World) =>
  new ManagedIdentityConnection(stack, 'Blobs', {
    managedApi: ManagedApi.AZURE_BLOB,
    resourceGroup,
  });

const actionOf = ({ v2 }: World) => new RunPipelineAction('Run', { pipeline: v2 });

const triggerOf = (world: World) =>
  new BlobTrigger('Blob', { connection: connectionOf(world), container: world.container });

const SUBJECTS: readonly Subject[] = [
  {
    name: 'a managed API',
    props: () => ({ apiName: 'azureblob', form: ManagedIdentityForm.PARAMETER_SET }),
    make: (_world, { apiName, form }: { apiName: string; form: ManagedIdentityForm }) =>
      ManagedApi.of(apiName, form),
  },
  {
    name: 'a connection',
    props: ({ resourceGroup }) => ({
      managedApi: ManagedApi.AZURE_BLOB,
      resourceGroup,
      name: 'a',
      displayName: 'b',
      location: 'c',
      tags: { a: 'b' },
    }),
    make: ({ stack }, props) => new ManagedIdentityConnection(stack, 'It', props),
  },
  {
    name: 'an existing connection',
    props: () => ({
      connectionId: `${GROUP_ID}/providers/Microsoft.Web/connections/blobs`,
      managedApi: ManagedApi.AZURE_BLOB,
      location: 'westeurope',
    }),
    make: ({ stack }, props) => ManagedIdentityConnection.fromConnectionId(stack, 'It', props),
  },
  {
    name: 'a user-assigned identity',
    props: ({ identity }) => ({ identity }),
    make: (_world, { identity }: { identity: never }) => WorkflowIdentity.userAssigned(identity),
  },
  {
    name: 'a user-assigned identity with roles',
    props: ({ identity }) => ({ identity, roles: [BuiltInRole.READER] }),
    make: (_world, { identity, roles }: { identity: never; roles: never }) =>
      WorkflowIdentity.userAssignedWithRoles(identity, roles),
  },
  {
    name: 'a workflow',
    props: (world) => ({
      resourceGroup: world.resourceGroup,
      name: 'a',
      location: 'b',
      identity: WorkflowIdentity.systemAssigned(),
      enabled: true,
      tags: { a: 'b' },
      triggers: [triggerOf(world)],
      actions: [actionOf(world)],
    }),
    make: ({ stack }, props) => new Workflow(stack, 'It', props),
  },
  {
    name: 'an existing workflow',
    props: () => ({
      workflowId: `${GROUP_ID}/providers/Microsoft.Logic/workflows/la`,
      principalId: GUID,
    }),
    make: ({ stack }, props) => Workflow.fromWorkflowAttributes(stack, 'It', props),
  },
  {
    name: 'what is added to a workflow',
    props: (world) => ({ trigger: triggerOf(world), action: actionOf(world) }),
    make: ({ stack, resourceGroup }, { trigger, action }: { trigger: never; action: never }) => {
      const workflow = new Workflow(stack, 'It', { resourceGroup });
      workflow.addTrigger(trigger);
      workflow.addAction(action);
    },
  },
  {
    name: 'a blob trigger',
    props: (world) => ({
      connection: connectionOf(world),
      container: world.container,
      path: 'a',
      pollEvery: Duration.minutes(1),
      maxFileCount: 1,
    }),
    make: (_world, props) => new BlobTrigger('It', props),
  },
  {
    name: 'a run of a pipeline',
    props: (world) => ({
      pipeline: world.v1,
      experimentName: 'a',
      arguments: { a: PipelineArgument.literal('b') },
      outputs: {},
      continueOnStepFailure: true,
      runAfter: [RunAfter.success(actionOf(world))],
      secureInputs: true,
    }),
    make: (_world, props) => new RunPipelineAction('It', props),
  },
  {
    name: 'the name of an action',
    props: () => ({ name: 'It' }),
    make: ({ v2 }, { name }: { name: string }) => new RunPipelineAction(name, { pipeline: v2 }),
  },
  {
    name: 'an action to wait for',
    props: (world) => ({ action: actionOf(world) }),
    make: (_world, { action }: { action: never }) => [
      RunAfter.success(action),
      RunAfter.failure(action),
      RunAfter.completion(action),
    ],
  },
  {
    name: 'a pipeline that a blob starts',
    props: (world) => ({
      pipeline: world.v1,
      container: world.container,
      path: 'a',
      pollEvery: Duration.minutes(1),
      maxFileCount: 1,
      assign: { a: PipelineArgument.literal('b') },
      experimentName: 'a',
      outputs: {},
      continueOnStepFailure: true,
      enabled: true,
      identity: WorkflowIdentity.systemAssigned(),
      secureInputs: true,
      workflowName: 'a',
      resourceGroup: world.resourceGroup,
      location: 'b',
      tags: { a: 'b' },
    }),
    make: ({ stack }, props) => new BlobTriggeredPipeline(stack, 'It', props),
  },
];

const variable = (stack: World['stack']) =>
  new TerraformVariable(stack, `v${String(stack.node.children.length)}`, {});

/** What may stand where props expect something else. */
const ANYTHING: readonly ((world: World) => unknown)[] = [
  () => null,
  () => undefined,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -1,
  () => 0.5,
  () => '',
  () => '${x',
  () => true,
  () => 10n,
  () => Symbol('x'),
  () => () => 'x',
  () => [],
  () => [null],
  () => [['x']],
  () => ({}),
  () => ({ x: null }),
  () => new Date(0),
  ({ stack }) => stack,
  ({ workspace }) => workspace,
  ({ stack }) => variable(stack).stringValue,
  ({ stack }) => variable(stack).numberValue,
  ({ stack }) => variable(stack).listValue,
  ({ stack }) => variable(stack).booleanValue,
  () => Lazy.anyValue({ produce: () => 'x' }),
];

describe.each(SUBJECTS)('$name', ({ props, make }) => {
  const names = Object.keys(props(setUp()));

  function attempt(change: (given: Props, world: World) => unknown): void {
    const world = setUp();
    try {
      make(world, change(props(world), world) as never);
    } catch (error) {
      if (!ValidationError.isValidationError(error)) throw error;
      return;
    }
    Template.fromStack(world.stack, { skipValidations: true });
  }

  test('is made of what it expects', () => {
    const world = setUp();
    expect(() => make(world, props(world) as never)).not.toThrow();
  });

  test.each(names)('answers to any %s with a validation error or a template', (name) => {
    for (const anything of ANYTHING) {
      attempt((given, world) => ({ ...given, [name]: anything(world) }));
    }
  });

  test('answers to any combination with a validation error or a template', () => {
    const replacements = fc.record(
      Object.fromEntries(names.map((name) => [name, fc.nat({ max: ANYTHING.length - 1 })])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(replacements, (chosen) => {
        attempt((given, world) => ({
          ...given,
          ...Object.fromEntries(
            Object.entries(chosen)
              .slice(0, 2)
              .map(([name, index]) => [name, ANYTHING[index ?? 0]?.(world)]),
          ),
        }));
      }),
      { numRuns: 20 },
    );
  });
});

test.each([null, undefined, 1, 'x', [], new Date(0)])(
  'props that are %p are refused',
  (nothing) => {
    const { stack } = setUp();
    const attempts = [
      () => new ManagedIdentityConnection(stack, 'A', nothing as never),
      () => new Workflow(stack, 'B', nothing as never),
      () => new BlobTriggeredPipeline(stack, 'C', nothing as never),
      () => new BlobTrigger('It', nothing as never),
      () => new RunPipelineAction('It', nothing as never),
      () => ManagedIdentityConnection.fromConnectionId(stack, 'D', nothing as never),
      () => Workflow.fromWorkflowAttributes(stack, 'E', nothing as never),
    ];
    for (const attempt of attempts) expect(attempt).toThrow(/must be (given|an object)/);
  },
);
