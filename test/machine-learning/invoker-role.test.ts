import { App, Lazy } from 'cdktf';
import { factsOf } from '../../lib/core/facts';
import { Principal } from '../../lib/identity/principal';
import { PipelineGeneration } from '../../lib/machine-learning/pipeline/pipeline-generation';
import { Workspace } from '../../lib/machine-learning/workspace';
import { RoleAssignmentMode } from '../../lib/platform/settings';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import { Template } from '../../lib/testing';
import { declaredPlatform, existingWorkspace, freshStack } from '../support/stack';
import { ML } from './setup';

const { V1, V2 } = PipelineGeneration;
const TEAM = Principal.group('99999999-8888-4777-8666-555555555555', 'team churn');
const ROBOT = Principal.servicePrincipal('88888888-8888-4777-8666-555555555555');

/** https://learn.microsoft.com/azure/machine-learning/how-to-authenticate-batch-endpoint, without the keys. */
const DOCUMENTED_FOR_BATCH = [
  '/read',
  '/data/versions/write',
  '/datasets/registered/read',
  '/datasets/registered/write',
  '/datasets/unregistered/read',
  '/datasets/unregistered/write',
  '/datastores/read',
  '/datastores/write',
  '/batchEndpoints/read',
  '/batchEndpoints/write',
  '/batchEndpoints/jobs/write',
  '/batchEndpoints/deployments/read',
  '/batchEndpoints/deployments/write',
  '/batchEndpoints/deployments/jobs/write',
  '/computes/read',
  '/metadata/secrets/read',
  '/metadata/snapshots/read',
  '/metadata/artifacts/read',
  '/metadata/artifacts/write',
  '/experiments/read',
  '/experiments/runs/submit/action',
  '/experiments/runs/read',
  '/experiments/runs/write',
  '/metrics/resource/write',
  '/modules/read',
  '/models/read',
  '/endpoints/pipelines/read',
  '/endpoints/pipelines/write',
  '/environments/read',
  '/environments/write',
  '/environments/build/action',
  '/environments/readSecrets/action',
];

/** https://learn.microsoft.com/azure/machine-learning/how-to-assign-roles, the role "MLOps Custom". */
const DOCUMENTED_FOR_V1 = [
  '/read',
  '/endpoints/pipelines/read',
  '/metadata/artifacts/read',
  '/metadata/artifacts/write',
  '/metadata/snapshots/read',
  '/metadata/snapshots/write',
  '/metadata/secrets/read',
  '/metadata/codes/*/write',
  '/environments/read',
  '/environments/write',
  '/environments/build/action',
  '/modules/read',
  '/components/read',
  '/datasets/*/read',
  '/datastores/read',
  '/experiments/runs/read',
  '/experiments/runs/write',
  '/experiments/runs/submit/action',
  '/experiments/jobs/read',
  '/experiments/jobs/write',
];

/** What hands out keys, destroys, or allows everything. */
const TOO_MUCH = /listKeys|listsecrets|listStorageAccountKeys|\/delete$|\/\*$/i;

interface EmittedRole {
  readonly name: string;
  readonly scope: string;
  readonly permissions: readonly { readonly actions: readonly string[] }[];
}

function roleOf(generation: PipelineGeneration): EmittedRole {
  const { stack, workspace } = declaredPlatform();
  workspace.grantInvoke(TEAM, generation);
  return Template.fromStack(stack).resource('azurerm_role_definition') as unknown as EmittedRole;
}

describe('the role that may invoke pipelines', () => {
  test.each<[PipelineGeneration, readonly string[]]>([
    [V1, DOCUMENTED_FOR_V1],
    [V2, DOCUMENTED_FOR_BATCH],
  ])('of generation %s holds what is documented, and no keys', (generation, documented) => {
    const [permission, ...others] = roleOf(generation).permissions;
    const actions = permission?.actions ?? [];
    expect(others).toEqual([]);
    expect([...actions].sort()).toEqual(documented.map((action) => `${ML}${action}`).sort());
    expect(actions.filter((action) => TOO_MUCH.test(action))).toEqual([]);
  });

  test('holds in the resource group of the workspace, and is assigned on the workspace', () => {
    const { stack, workspace, resourceGroup } = declaredPlatform();
    workspace.grantInvoke(ROBOT, V2);
    const template = Template.fromStack(stack);
    const group = resourceGroup.resourceGroupId;
    template.hasResource('azurerm_role_definition', { scope: group, assignable_scopes: [group] });
    const [address] = Object.keys(template.resources('azurerm_role_definition'));
    expect(template.resource('azurerm_role_assignment')).toMatchObject({
      scope: expect.stringContaining('azurerm_machine_learning_workspace'),
      role_definition_id: `\${azurerm_role_definition.${String(address)}.role_definition_resource_id}`,
      principal_id: ROBOT.principalId,
      principal_type: 'ServicePrincipal',
      skip_service_principal_aad_check: true,
    });
  });

  test('is made once for each generation, however many it is granted to', () => {
    const { stack, workspace } = declaredPlatform();
    for (const generation of [V1, V2]) {
      for (const somebody of [TEAM, ROBOT, TEAM]) workspace.grantInvoke(somebody, generation);
    }
    const template = Template.fromStack(stack);
    template.resourceCountIs('azurerm_role_definition', 2);
    template.resourceCountIs('azurerm_role_assignment', 4);
  });
});

describe('the name of the role', () => {
  function namesIn(subscriptionId: string): readonly string[] {
    const app = new App();
    return ['churn', 'fraud'].flatMap((id) => {
      const stack = freshStack({ subscriptionId }, id, app);
      const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg' });
      const props = { resourceGroup, publicNetworkAccess: true };
      const workspaces = [
        new Workspace(stack, 'One', { ...props, name: 'mlw-one' }),
        new Workspace(stack, 'Two', { ...props, name: 'mlw-two' }),
        existingWorkspace(stack),
      ];
      return workspaces.flatMap((workspace) =>
        [V1, V2].map((generation) => workspace.invokerRole(generation).roleName),
      );
    });
  }

  const ONE = '11111111-2222-4333-8444-555555555555';
  const OTHER = '22222222-2222-4333-8444-555555555555';

  test('differs by subscription, stack, workspace and generation', () => {
    const names = [...namesIn(ONE), ...namesIn(OTHER)];
    expect(new Set(names).size).toBe(24);
  });

  test('still differs where only Terraform will know subscription and workspace', () => {
    const later = Lazy.stringValue({ produce: () => ONE });
    const stack = freshStack({ subscriptionId: later });
    const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg' });
    const names = ['One', 'Two'].map((id) => {
      const props = { name: later, resourceGroup, publicNetworkAccess: true };
      return new Workspace(stack, id, props).invokerRole(V2).roleName;
    });
    expect(new Set(names).size).toBe(2);
    for (const name of names)
      expect(name).toMatch(/^Azure ML v2 pipeline invoker (One|Two) \w{8}$/);
  });

  test('is the same at every synthesis, and says what it is for', () => {
    expect(namesIn(ONE)).toEqual(namesIn(ONE));
    expect(namesIn(ONE)[0]).toMatch(/^Azure ML v1 pipeline invoker mlw-one [0-9a-f]{8}$/);
  });
});

describe('where the deployer may not manage roles', () => {
  function reported() {
    const { stack, workspace } = declaredPlatform({ roleAssignments: RoleAssignmentMode.REPORT });
    workspace.grantInvoke(TEAM, V2);
    workspace.grantInvoke(TEAM, V2);
    workspace.grantInvoke(ROBOT, V1);
    return { stack, workspace, template: Template.fromStack(stack) };
  }

  test('no role is defined or assigned', () => {
    const { template } = reported();
    template.hasNoResource('azurerm_role_definition');
    template.hasNoResource('azurerm_role_assignment');
  });

  test('one output describes the roles to define', () => {
    const { template, workspace } = reported();
    const group = workspace.resourceGroup.resourceGroupId;
    template.hasOutput('required_role_definitions', {
      value: [
        { name: workspace.invokerRole(V2).roleName, scope: group },
        { name: workspace.invokerRole(V1).roleName, scope: group },
      ],
    });
    const { value } = template.output('required_role_definitions');
    const [{ actions } = { actions: [] }] = value as { readonly actions: readonly string[] }[];
    expect([...actions].sort()).toEqual(DOCUMENTED_FOR_BATCH.map((one) => `${ML}${one}`).sort());
  });

  test('the other lists the assignments to make, each once', () => {
    const { template, workspace } = reported();
    template.hasOutput('required_role_assignments', {
      value: [
        {
          principal: 'team churn',
          principal_id: TEAM.principalId,
          principal_type: 'Group',
          role: workspace.invokerRole(V2).roleName,
          scope: workspace.workspaceId,
        },
        { principal_id: ROBOT.principalId, role: workspace.invokerRole(V1).roleName },
      ],
    });
  });

  test('grants are told as not assigned', () => {
    const { stack } = reported();
    expect(factsOf(stack, 'grant').map(({ fact }) => [fact.principal, fact.assigned])).toEqual([
      ['team churn', false],
      [ROBOT.principalName, false],
    ]);
  });
});
