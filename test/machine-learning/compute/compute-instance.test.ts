import {
  ComputeInstance,
  type ComputeInstanceProps,
} from '../../../lib/machine-learning/compute/compute-instance';
import { ComputeInstanceSchedule } from '../../../lib/machine-learning/compute/compute-instance-schedule';
import { VmSize } from '../../../lib/machine-learning/compute/vm-size';
import { Cron } from '../../../lib/machine-learning/schedule/cron';
import { Recurrence } from '../../../lib/machine-learning/schedule/recurrence';
import { WeekDay } from '../../../lib/machine-learning/schedule/recurrence-options';
import { RemovalPolicy } from '../../../lib/platform/removal-policy';
import { Match, StackAnnotations } from '../../../lib/testing';
import {
  codesIn,
  existingPlatform,
  freshStack,
  GROUP_ID,
  LOCATION,
  tokensIn,
  WORKSPACE_ID,
} from '../../support/stack';
import { ML, onlyEmitted } from '../setup';

const SUBNET_ID = `${GROUP_ID}/providers/Microsoft.Network/virtualNetworks/vnet/subnets/ml`;
const OBJECT_ID = '22222222-2222-4222-8222-222222222222';
const TENANT_ID = '33333333-3333-4333-8333-333333333333';
const KEY = 'ssh-rsa AAAAB3NzaC1yc2E= ada@contoso';

function instanceIn(
  { stack, workspace }: ReturnType<typeof existingPlatform>,
  props: Partial<ComputeInstanceProps> = {},
): ComputeInstance {
  const { STANDARD_DS3_V2: vmSize } = VmSize;
  return new ComputeInstance(stack, 'Instance', { name: 'ci-ada', workspace, vmSize, ...props });
}

function emittedWith(props: Partial<ComputeInstanceProps>) {
  const platform = existingPlatform();
  instanceIn(platform, props);
  return onlyEmitted(platform.stack, 'computes');
}

const codesWith = (props: Partial<ComputeInstanceProps>) =>
  codesIn(() => instanceIn(existingPlatform(), props));

describe('a compute instance', () => {
  test('has no public address, no SSH, an identity, and is not destroyed by accident', () => {
    expect(emittedWith({})).toEqual({
      type: `${ML}/computes@2025-06-01`,
      name: 'ci-ada',
      parent_id: WORKSPACE_ID,
      location: LOCATION,
      identity: [{ type: 'SystemAssigned' }],
      body: {
        properties: {
          computeType: 'ComputeInstance',
          disableLocalAuth: true,
          properties: {
            vmSize: 'STANDARD_DS3_V2',
            applicationSharingPolicy: 'Personal',
            computeInstanceAuthorizationType: 'personal',
            enableNodePublicIp: false,
            sshSettings: { sshPublicAccess: 'Disabled' },
          },
        },
      },
      delete_query_parameters: { underlyingResourceAction: ['Delete'] },
      replace_triggers_refs: [
        'properties.disableLocalAuth',
        'properties.properties.vmSize',
        'properties.properties.subnet.id',
        'properties.properties.enableNodePublicIp',
        'properties.properties.sshSettings.adminPublicKey',
        'properties.properties.personalComputeInstanceSettings.assignedUser.objectId',
      ],
      lifecycle: { prevent_destroy: true },
    });
  });

  test('takes user, schedules, subnet, key, description and tags', () => {
    const emitted = emittedWith({
      assignedUser: { objectId: OBJECT_ID, tenantId: TENANT_ID },
      schedules: [
        ComputeInstanceSchedule.start(
          Recurrence.weekly({ on: [WeekDay.MONDAY], at: '08:00', timeZone: 'Europe/Berlin' }),
        ),
        ComputeInstanceSchedule.stop(Cron.of('0 19 * * *', { startTime: '2026-01-01T00:00:00' })),
      ],
      subnetId: SUBNET_ID,
      nodePublicIp: true,
      sshPublicKey: KEY,
      description: 'of ${ada}',
      tags: { team: 'churn' },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    expect(emitted['tags']).toEqual({ team: 'churn' });
    expect(emitted).not.toHaveProperty('lifecycle');
    expect(emitted.body).toEqual({
      properties: {
        computeType: 'ComputeInstance',
        disableLocalAuth: false,
        description: 'of $${ada}',
        properties: {
          vmSize: 'STANDARD_DS3_V2',
          applicationSharingPolicy: 'Personal',
          computeInstanceAuthorizationType: 'personal',
          enableNodePublicIp: true,
          sshSettings: { sshPublicAccess: 'Enabled', adminPublicKey: KEY },
          subnet: { id: SUBNET_ID },
          personalComputeInstanceSettings: {
            assignedUser: { objectId: OBJECT_ID, tenantId: TENANT_ID },
          },
          schedules: {
            computeStartStop: [
              {
                status: 'Enabled',
                action: 'Start',
                triggerType: 'Recurrence',
                recurrence: {
                  frequency: 'Week',
                  interval: 1,
                  timeZone: 'W. Europe Standard Time',
                  schedule: { hours: [8], minutes: [0], weekDays: ['Monday'] },
                },
              },
              {
                status: 'Enabled',
                action: 'Stop',
                triggerType: 'Cron',
                cron: {
                  expression: '0 19 * * *',
                  timeZone: 'UTC',
                  startTime: '2026-01-01T00:00:00',
                },
              },
            ],
          },
        },
      },
    });
  });

  test('warns when only a managed network can carry it', () => {
    const platform = existingPlatform();
    instanceIn(platform);
    StackAnnotations.fromStack(platform.stack).hasWarning(
      Match.stringMatching(/managed network/),
      'churn/Instance',
    );
  });

  test.each<[Partial<ComputeInstanceProps>]>([[{ subnetId: SUBNET_ID }], [{ nodePublicIp: true }]])(
    'does not warn with %j',
    (props) => {
      const platform = existingPlatform();
      instanceIn(platform, props);
      expect(StackAnnotations.fromStack(platform.stack).all()).toEqual([]);
    },
  );

  test('is somebody that roles are granted to', () => {
    const { grantPrincipal } = instanceIn(existingPlatform());
    expect(grantPrincipal).toMatchObject({
      principalType: 'ServicePrincipal',
      principalName: 'compute ci-ada',
    });
  });
});

describe('the props of a compute instance', () => {
  test.each<[string, readonly string[]]>([
    ['cia', []],
    ['a'.repeat(24), []],
    ['a'.repeat(25), ['ComputeInstanceNameInvalid']],
    ['ci', ['ComputeInstanceNameInvalid']],
    ['1ci', ['ComputeInstanceNameInvalid']],
    ['ci-1', ['ComputeInstanceNameInvalid']],
    ['ci-1a', []],
    ['ci_a', ['ComputeInstanceNameInvalid']],
  ])('name it: %s', (name, codes) => {
    expect(codesWith({ name })).toEqual(codes);
  });

  test('say whose it is by GUIDs', () => {
    const objectId = tokensIn(freshStack()).text;
    const given = (assignedUser: ComputeInstanceProps['assignedUser']) =>
      codesWith(assignedUser === undefined ? {} : { assignedUser });
    expect(given({ objectId: OBJECT_ID, tenantId: TENANT_ID })).toEqual([]);
    expect(given({ objectId, tenantId: TENANT_ID })).toEqual([]);
    expect(given({ objectId: 'ada@contoso.com', tenantId: 'contoso' })).toEqual([
      'AssignedUserInvalid',
      'AssignedUserTenantInvalid',
    ]);
  });

  test.each<[string, readonly string[]]>([
    [KEY, []],
    ['ssh-rsa AAAAB3NzaC1yc2E', []],
    ['ssh-ed25519 AAAAC3Nz', ['SshPublicKeyInvalid']],
    ['-----BEGIN OPENSSH PRIVATE KEY-----', ['SshPublicKeyInvalid']],
  ])('hold a public key: %s', (sshPublicKey, codes) => {
    expect(codesWith({ sshPublicKey })).toEqual(codes);
  });

  test('hold schedules that never end', () => {
    const ending = Recurrence.daily({ at: '19:00', endTime: '2027-01-01T00:00:00' });
    expect(codesIn(() => ComputeInstanceSchedule.stop(ending))).toEqual(['ComputeScheduleEndTime']);
    expect(codesIn(() => ComputeInstanceSchedule.start(Cron.of('0 8 * * 1')))).toEqual([]);
  });
});
