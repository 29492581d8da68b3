import { ComputeInstance } from '../../../lib/machine-learning/compute/compute-instance';
import { ComputeInstanceSchedule } from '../../../lib/machine-learning/compute/compute-instance-schedule';
import { VmSize } from '../../../lib/machine-learning/compute/vm-size';
import { CondaFile } from '../../../lib/machine-learning/environment/conda-file';
import { Environment } from '../../../lib/machine-learning/environment/environment';
import { EnvironmentOs } from '../../../lib/machine-learning/environment/environment-options';
import { Cron } from '../../../lib/machine-learning/schedule/cron';
import { Recurrence } from '../../../lib/machine-learning/schedule/recurrence';
import { Template } from '../../../lib/testing';
import { checkedBodies, describeArmTypes } from '../../support/arm-types';
import { existingPlatform, GROUP_ID } from '../../support/stack';
import { attachAll } from '../compute/attached';

function jsonOf(declare: (platform: ReturnType<typeof existingPlatform>) => void): object {
  const platform = existingPlatform();
  declare(platform);
  return Template.fromStack(platform.stack).toJson();
}

const { STANDARD_DS3_V2: vmSize } = VmSize;
const route = { path: '/ping', port: 5001 };

const CASES: readonly (readonly [string, object])[] = [
  [
    'attached computes with least props',
    jsonOf(({ stack, workspace }) => {
      attachAll(stack, workspace, false);
    }),
  ],
  [
    'attached computes with all props',
    jsonOf(({ stack, workspace }) => {
      attachAll(stack, workspace, true);
    }),
  ],
  [
    'an instance with least props',
    jsonOf(({ stack, workspace }) => {
      new ComputeInstance(stack, 'Instance', { name: 'ci-ada', workspace, vmSize });
    }),
  ],
  [
    'an instance with all props',
    jsonOf(({ stack, workspace }) => {
      new ComputeInstance(stack, 'Instance', {
        name: 'ci-ada',
        workspace,
        vmSize,
        assignedUser: {
          objectId: '22222222-2222-4222-8222-222222222222',
          tenantId: '33333333-3333-4333-8333-333333333333',
        },
        schedules: [
          ComputeInstanceSchedule.start(Recurrence.monthly({ at: '08:00', days: [1] })),
          ComputeInstanceSchedule.stop(Cron.of('0 19 * * *')),
        ],
        subnetId: `${GROUP_ID}/providers/Microsoft.Network/virtualNetworks/vnet/subnets/ml`,
        sshPublicKey: 'ssh-rsa AAAAB3NzaC1yc2E=',
        tags: { team: 'churn' },
      });
    }),
  ],
  [
    'an environment with least props',
    jsonOf(({ stack, workspace }) => {
      new Environment(stack, 'Env', { name: 'sklearn', workspace, image: 'python:3.11' });
    }),
  ],
  [
    'an environment with all props',
    jsonOf(({ stack, workspace }) => {
      new Environment(stack, 'Env', {
        name: 'sklearn',
        workspace,
        image: 'python:3.11',
        conda: CondaFile.fromText('dependencies: [pip]'),
        osType: EnvironmentOs.WINDOWS,
        inferenceConfig: {
          livenessRoute: route,
          readinessRoute: route,
          scoringRoute: route,
          startupRoute: route,
        },
        version: '1',
        tags: { team: 'churn' },
      });
    }),
  ],
];

describeArmTypes('computes and environments against the ARM types', () => {
  test.each(CASES)('%s is sound', (_, json) => {
    expect(checkedBodies(json)).toMatchObject({ sound: true });
  });

  test('what is not sound is found', () => {
    const json = JSON.stringify(CASES[0]?.[1]).replaceAll('"resourceId"', '"resourceID"');
    const { sound, said } = checkedBodies(JSON.parse(json) as object);
    expect(sound).toBe(false);
    expect(said).toContain('resourceID');
  });
});
