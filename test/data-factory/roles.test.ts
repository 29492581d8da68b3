import type { TerraformStack } from 'cdktf';
import { Duration } from '../../lib/core/duration';
import {
  AzureMlLinkedService,
  BlobEventTrigger,
  CustomEventTrigger,
  DataFactory,
  DataFactoryPipeline,
  type IDataFactory,
  KeyVaultLinkedService,
  RunPipelineActivity,
  type RunPipelineActivityProps,
  ScheduleTrigger,
  TumblingWindowTrigger,
  WaitActivity,
  WindowUnit,
} from '../../lib/data-factory';
import { KeyVault } from '../../lib/key-vault/key-vault';
import { Recurrence } from '../../lib/machine-learning/schedule/recurrence';
import { Template } from '../../lib/testing';
import { activitiesOf, FACTORY_ID, GROUP_ID, GUID, setUp, setUpPipeline } from './setup';

type World = ReturnType<typeof setUpPipeline>;

/** Every role assignment of a stack: name of the role, and the last part of what it is on. */
function rolesIn({
  stack,
  factory,
}: {
  readonly stack: TerraformStack;
  readonly factory: IDataFactory;
}): readonly string[] {
  const template = Template.fromStack(stack);
  const custom = template.resources('azurerm_role_definition');
  const all = template.resources('azurerm_role_assignment');
  const { principalId: principal_id } = factory.grantPrincipal;
  expect(template.resources('azurerm_role_assignment', { principal_id })).toEqual(all);
  return Object.values(all)
    .map((assignment) => {
      const role = String(assignment['role_definition_id']);
      const [, address = ''] = /azurerm_role_definition\.(\w+)\./.exec(role) ?? [];
      const name = String(custom[address]?.['name'] ?? role);
      return `${name.replace(/ mlw-churn [0-9a-f]{8}$/, '')} on ${String(assignment['scope']).split('/').at(-1) ?? ''}`;
    })
    .sort();
}

const INVOKE_V1 = 'Azure ML v1 pipeline invoker on mlw-churn';
const INVOKE_V2 = 'Azure ML v2 pipeline invoker on mlw-churn';
const CANCEL = 'Azure ML job canceller on mlw-churn';

describe('the roles that a trigger makes', () => {
  const recurrence = Recurrence.daily({ at: '04:30' });
  const windows = { unit: WindowUnit.HOUR, interval: 1, startTime: '2026-01-01T00:00:00' };

  test.each<[string, (world: World) => void]>([
    [
      'a schedule',
      ({ stack, pipeline }) => new ScheduleTrigger(stack, 'T', { pipeline, recurrence }),
    ],
    [
      'a tumbling window',
      ({ stack, pipeline }) => new TumblingWindowTrigger(stack, 'T', { pipeline, ...windows }),
    ],
    [
      'a blob event',
      ({ stack, pipeline, container }) =>
        new BlobEventTrigger(stack, 'T', { pipeline, container, path: 'in' }),
    ],
    [
      'a custom event',
      ({ stack, pipeline }) =>
        new CustomEventTrigger(stack, 'T', {
          pipeline,
          topicId: `${GROUP_ID}/providers/Microsoft.EventGrid/topics/churn`,
          events: ['ready'],
        }),
    ],
  ])('%s makes none of its own, whatever its pipeline runs', (_, trigger) => {
    const idle = setUpPipeline({
      activities: [new WaitActivity('Wait', { duration: Duration.minutes(1) })],
    });
    trigger(idle);
    expect(rolesIn(idle)).toEqual([]);

    const running = setUpPipeline();
    running.pipeline.addActivity(new RunPipelineActivity('Train', { pipeline: running.v2 }));
    trigger(running);
    expect(rolesIn(running)).toEqual([CANCEL, INVOKE_V2]);
  });
});

describe('the roles that running a pipeline makes', () => {
  test.each<[string, (world: World) => RunPipelineActivityProps, readonly string[]]>([
    ['v1', ({ v1 }) => ({ pipeline: v1, experimentName: 'a' }), [INVOKE_V1]],
    [
      'v1 endpoint',
      ({ v1Endpoint }) => ({ pipeline: v1Endpoint, experimentName: 'a' }),
      [INVOKE_V1],
    ],
    ['v2', ({ v2 }) => ({ pipeline: v2 }), [CANCEL, INVOKE_V2]],
    ['v2, not cancelled', ({ v2 }) => ({ pipeline: v2, cancelOnTimeout: false }), [INVOKE_V2]],
    ['v2, not waited for', ({ v2 }) => ({ pipeline: v2, waitForCompletion: false }), [INVOKE_V2]],
  ])('%s', (_, props, roles) => {
    const world = setUpPipeline();
    world.pipeline.addActivity(new RunPipelineActivity('Train', props(world)));
    expect(rolesIn(world)).toEqual(roles);
  });

  test('cancelling takes one action and no other', () => {
    const { stack, pipeline, v2 } = setUpPipeline();
    pipeline.addActivity(new RunPipelineActivity('Train', { pipeline: v2 }));
    const definitions = Object.values(
      Template.fromStack(stack).resources('azurerm_role_definition'),
    );
    expect(definitions.map(({ permissions }) => permissions)).toContainEqual([
      { actions: ['Microsoft.MachineLearningServices/workspaces/jobs/cancel/action'] },
    ]);
  });
});

describe('a v1 run as a service principal', () => {
  function connected({
    stack,
    factory,
    workspace,
  }: Pick<World, 'stack' | 'factory' | 'workspace'>) {
    const keyVault = KeyVault.fromKeyVaultId(
      stack,
      'KeyVault',
      `${GROUP_ID}/providers/Microsoft.KeyVault/vaults/kv-churn`,
    );
    const vault = new KeyVaultLinkedService(stack, 'Vault', { factory, keyVault });
    return new AzureMlLinkedService(stack, 'Ml', {
      factory,
      workspace,
      servicePrincipal: {
        clientId: GUID,
        tenantId: 'contoso.com',
        key: { linkedService: vault, secretName: 'ml' },
      },
    });
  }

  test.each([
    ['that is given', true],
    ['that is declared already', false],
  ])('grants the factory nothing on the workspace: by a linked service %s', (_, given) => {
    const world = setUpPipeline();
    const linkedService = connected(world);
    world.pipeline.addActivity(
      new RunPipelineActivity('Train', {
        pipeline: world.v1,
        experimentName: 'a',
        ...(given ? { linkedService } : {}),
      }),
    );
    expect(rolesIn(world)).toEqual([
      expect.stringMatching(/4633458b-17de-408a-b874-0445c86b69e6 on kv-churn$/),
    ]);
    expect(activitiesOf(world.stack)).toHaveLength(1);
  });

  test('still grants it what a v2 run needs', () => {
    const world = setUpPipeline();
    connected(world);
    world.pipeline.addActivity(
      new RunPipelineActivity('Train', { pipeline: world.v2, cancelOnTimeout: false }),
    );
    expect(rolesIn(world)).toContain(INVOKE_V2);
  });

  test('is granted the role where the linked service is imported, and nothing is known of it', () => {
    const world = setUp();
    const factory = DataFactory.fromDataFactoryAttributes(world.stack, 'E', {
      factoryId: FACTORY_ID,
      principalId: GUID,
    });
    const linkedService = AzureMlLinkedService.fromLinkedServiceName(
      world.stack,
      'L',
      factory,
      'ml',
    );
    const pipeline = new DataFactoryPipeline(world.stack, 'P', { factory });
    pipeline.addActivity(
      new RunPipelineActivity('Train', { pipeline: world.v1, experimentName: 'a', linkedService }),
    );
    expect(rolesIn({ stack: world.stack, factory })).toEqual([INVOKE_V1]);
  });
});
