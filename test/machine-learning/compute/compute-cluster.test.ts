import { Duration } from '../../../lib/core/duration';
import { BuiltInRole } from '../../../lib/identity/built-in-role';
import { Grant } from '../../../lib/identity/grant';
import {
  ComputeCluster,
  type ComputeClusterProps,
} from '../../../lib/machine-learning/compute/compute-cluster';
import { VmPriority } from '../../../lib/machine-learning/compute/vm-priority';
import { VmSize } from '../../../lib/machine-learning/compute/vm-size';
import { Template } from '../../../lib/testing';
import {
  codesIn,
  existingPlatform,
  GROUP_ID,
  LOCATION,
  tokensIn,
  WORKSPACE_ID,
} from '../../support/stack';

const TYPE = 'azurerm_machine_learning_compute_cluster';
const SUBNET_ID = `${GROUP_ID}/providers/Microsoft.Network/virtualNetworks/vnet/subnets/ml`;

function clusterIn(
  { stack, workspace }: ReturnType<typeof existingPlatform>,
  props: Partial<ComputeClusterProps> = {},
  id = 'Cpu',
): ComputeCluster {
  const { STANDARD_DS3_V2: vmSize } = VmSize;
  return new ComputeCluster(stack, id, { name: 'cpu', workspace, vmSize, maxNodes: 4, ...props });
}

function emittedWith(props: Partial<ComputeClusterProps>) {
  const platform = existingPlatform({ tags: { team: 'churn' } });
  clusterIn(platform, props);
  return Template.fromStack(platform.stack).resource(TYPE);
}

describe('a cluster', () => {
  test('scales to nothing, has an identity, and no logins', () => {
    expect(emittedWith({})).toEqual({
      name: 'cpu',
      machine_learning_workspace_id: WORKSPACE_ID,
      location: LOCATION,
      vm_size: 'STANDARD_DS3_V2',
      vm_priority: 'Dedicated',
      scale_settings: {
        min_node_count: 0,
        max_node_count: 4,
        scale_down_nodes_after_idle_duration: 'PT2M',
      },
      identity: { type: 'SystemAssigned' },
      local_auth_enabled: false,
      ssh_public_access_enabled: false,
      node_public_ip_enabled: true,
      tags: { team: 'churn' },
    });
  });

  test('takes nodes, priority, subnet, description and tags', () => {
    const emitted = emittedWith({
      minNodes: 1,
      maxNodes: 8,
      idleBeforeScaleDown: Duration.minutes(15),
      vmPriority: VmPriority.LOW_PRIORITY,
      subnetId: SUBNET_ID,
      nodePublicIp: true,
      description: 'for ${nightly} training',
      tags: { stage: 'dev' },
    });
    expect(emitted).toMatchObject({
      vm_priority: 'LowPriority',
      scale_settings: {
        min_node_count: 1,
        max_node_count: 8,
        scale_down_nodes_after_idle_duration: 'PT15M',
      },
      subnet_resource_id: SUBNET_ID,
      node_public_ip_enabled: true,
      description: 'for $${nightly} training',
      tags: { team: 'churn', stage: 'dev' },
    });
  });

  test('has no public addresses in a subnet unless it is told to', () => {
    expect(emittedWith({ subnetId: SUBNET_ID })).toMatchObject({ node_public_ip_enabled: false });
  });

  test('does not collide with another one of the same stack', () => {
    const platform = existingPlatform();
    clusterIn(platform);
    clusterIn(platform, { name: 'gpu' }, 'Gpu');
    Template.fromStack(platform.stack).resourceCountIs(TYPE, 2);
  });

  test('is somebody that roles are granted to', () => {
    const platform = existingPlatform();
    const grantee = clusterIn(platform);
    const { workspace: target, stack } = platform;
    const role = BuiltInRole.READER;
    Grant.role({ grantee, role, scopeId: GROUP_ID, target, targetName: 'the group' });
    Template.fromStack(stack).hasResource('azurerm_role_assignment', {
      principal_id: grantee.grantPrincipal.principalId,
      principal_type: 'ServicePrincipal',
      scope: GROUP_ID,
    });
    expect(grantee.grantPrincipal.principalName).toBe('cluster cpu');
  });
});

describe('the name of a compute', () => {
  test.each<[string, readonly string[]]>([
    ['cpu', []],
    ['c-1', []],
    ['a'.repeat(32), []],
    ['a'.repeat(33), ['ComputeNameInvalid']],
    ['cp', ['ComputeNameInvalid']],
    ['1cpu', ['ComputeNameInvalid']],
    ['cpu-', ['ComputeNameInvalid']],
    ['cpu_1', ['ComputeNameInvalid']],
  ])('fails or not: %s', (name, codes) => {
    const platform = existingPlatform();
    const { stack, workspace } = platform;
    expect(codesIn(() => clusterIn(platform, { name }))).toEqual(codes);
    expect(codesIn(() => ComputeCluster.fromComputeName(stack, 'C', workspace, name))).toEqual(
      codes,
    );
  });
});

describe('the nodes of a cluster', () => {
  test.each<[number | undefined, number, readonly string[]]>([
    [undefined, 1, []],
    [undefined, 0, ['ComputeMaxNodesOutOfRange']],
    [0, 1, []],
    [-1, 1, ['ComputeMinNodesOutOfRange']],
    [4, 4, []],
    [5, 4, ['ComputeMinNodesOutOfRange']],
    [-1, 0, ['ComputeMaxNodesOutOfRange', 'ComputeMinNodesOutOfRange']],
    [0.5, 4, ['PropertyTypeInvalid']],
  ])('are at least %p, at most %p: %j', (minNodes, maxNodes, codes) => {
    expect(codesIn(() => clusterIn(existingPlatform(), { minNodes, maxNodes }))).toEqual(codes);
  });

  test('may be tokens, which bind nothing', () => {
    const platform = existingPlatform();
    const { number } = tokensIn(platform.stack);
    expect(codesIn(() => clusterIn(platform, { minNodes: 9, maxNodes: number }, 'A'))).toEqual([]);
    expect(codesIn(() => clusterIn(platform, { minNodes: number, maxNodes: 1 }, 'B'))).toEqual([]);
    expect(codesIn(() => clusterIn(platform, { minNodes: -1, maxNodes: number }, 'C'))).toEqual([
      'ComputeMinNodesOutOfRange',
    ]);
  });

  test.each<[Duration, readonly string[]]>([
    [Duration.seconds(1), []],
    [Duration.seconds(0), ['ComputeIdleTimeOutOfRange']],
  ])('are kept for a while', (idleBeforeScaleDown, codes) => {
    expect(codesIn(() => clusterIn(existingPlatform(), { idleBeforeScaleDown }))).toEqual(codes);
  });
});

describe('the network of a cluster', () => {
  test.each<[Partial<ComputeClusterProps>, readonly string[]]>([
    [{ nodePublicIp: false }, ['ComputeSubnetMissing']],
    [{ nodePublicIp: false, subnetId: SUBNET_ID }, []],
    [{ nodePublicIp: true }, []],
  ])('fails or not: %j', (props, codes) => {
    expect(codesIn(() => clusterIn(existingPlatform(), props))).toEqual(codes);
  });
});

describe('an existing compute', () => {
  test('is known by its name, and emits nothing', () => {
    const { stack, compute } = existingPlatform();
    expect([compute.computeId, compute.computeName]).toEqual([
      `${WORKSPACE_ID}/computes/cpu`,
      'cpu',
    ]);
    Template.fromStack(stack).resourceCountIs(TYPE, 0);
  });
});
