import { Duration } from '../../../lib/core/duration';
import { BuiltInRole } from '../../../lib/identity/built-in-role';
import { Grant } from '../../../lib/identity/grant';
import {
  ComputeCluster,
  type ComputeClusterProps,
} from '../../../lib/machine-learning/compute/compute-cluster';
import { VmPriority } from '../../../lib/machine-learning/compute/vm-priority';
import { VmSize } from '../../../lib/machine-learning/compute/vm-size';
import { Workspace } from '../../../lib/machine-learning/workspace';
import { Match, StackAnnotations, Template } from '../../../lib/testing';
import {
  codesIn,
  existingPlatform,
  existingWorkspace,
  GROUP_ID,
  LOCATION,
  problemsIn,
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
    Grant.ofRole({ grantee, role, scopeId: GROUP_ID, target, targetName: 'the group' });
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
    const codesOf = (name: string, props: Partial<ComputeClusterProps>) =>
      codesIn(() => clusterIn(platform, { name, ...props }, name));
    expect(codesOf('cpu-a', { minNodes: 9, maxNodes: number })).toEqual([]);
    expect(codesOf('cpu-b', { minNodes: number, maxNodes: 1 })).toEqual([]);
    expect(codesOf('cpu-c', { minNodes: -1, maxNodes: number })).toEqual([
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
  const annotatedWith = (props: Partial<ComputeClusterProps>) => {
    const platform = existingPlatform();
    clusterIn(platform, props);
    return StackAnnotations.fromStack(platform.stack).all();
  };

  test('without addresses and subnet is taken for a managed one, with a warning', () => {
    expect(emittedWith({ nodePublicIp: false })).toMatchObject({ node_public_ip_enabled: false });
    const platform = existingPlatform();
    clusterIn(platform, { nodePublicIp: false });
    StackAnnotations.fromStack(platform.stack).hasWarning(
      Match.stringMatching(/managed network/),
      'churn/Cpu',
    );
  });

  test.each<[Partial<ComputeClusterProps>]>([
    [{ nodePublicIp: false, subnetId: SUBNET_ID }],
    [{ nodePublicIp: true }],
    [{}],
  ])('needs no warning with %j', (props) => {
    expect(annotatedWith(props)).toEqual([]);
  });
});

describe('two computes of one name', () => {
  test('are refused in one workspace, in any case, with the path of the other', () => {
    const platform = existingPlatform();
    clusterIn(platform);
    const [problem] = problemsIn(() => clusterIn(platform, { name: 'CPU' }, 'Second'));
    expect([problem?.code, problem?.must]).toEqual([
      'ComputeNameTaken',
      expect.stringContaining('churn/Cpu '),
    ]);
  });

  test('are refused where the workspace was imported twice', () => {
    const platform = existingPlatform();
    clusterIn(platform);
    const workspace = existingWorkspace(platform.stack, 'Again');
    expect(codesIn(() => clusterIn(platform, { workspace }, 'Second'))).toEqual([
      'ComputeNameTaken',
    ]);
  });

  test('are fine in two workspaces, and cannot be seen in tokens', () => {
    const platform = existingPlatform();
    clusterIn(platform);
    const workspace = Workspace.fromWorkspaceAttributes(platform.stack, 'Other', {
      workspaceId: `${WORKSPACE_ID}-other`,
    });
    const name = tokensIn(platform.stack).text;
    clusterIn(platform, { workspace }, 'Second');
    clusterIn(platform, { name }, 'Third');
    clusterIn(platform, { name }, 'Fourth');
    Template.fromStack(platform.stack).resourceCountIs(TYPE, 4);
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
