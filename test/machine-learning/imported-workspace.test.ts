import { BuiltInRole } from '../../lib/identity/built-in-role';
import { Grant } from '../../lib/identity/grant';
import { Principal } from '../../lib/identity/principal';
import type { WorkspaceAttributes } from '../../lib/machine-learning/imported-workspace';
import { PipelineGeneration } from '../../lib/machine-learning/pipeline/pipeline-generation';
import { Workspace } from '../../lib/machine-learning/workspace';
import { Match, Template } from '../../lib/testing';
import {
  codesIn,
  freshStack,
  GROUP_ID,
  resolvedIn,
  tokensIn,
  WORKSPACE_ID,
} from '../support/stack';

const GUID = '99999999-8888-4777-8666-555555555555';

function importedWith(attributes: Partial<WorkspaceAttributes> = {}, stack = freshStack()) {
  const workspace = Workspace.fromWorkspaceAttributes(stack, 'Existing', {
    workspaceId: WORKSPACE_ID,
    ...attributes,
  });
  return { stack, workspace };
}

describe('an existing workspace', () => {
  test('is known by its id, in the region of the stack, and emits nothing', () => {
    const { stack, workspace } = importedWith();
    expect(workspace).toMatchObject({
      workspaceId: WORKSPACE_ID,
      workspaceName: 'mlw-before',
      location: 'westeurope',
      resourceGroup: { resourceGroupId: GROUP_ID, resourceGroupName: 'rg-before' },
    });
    expect(Template.fromStack(stack).toJson()['resource']).toBeUndefined();
  });

  test('may be in another region', () => {
    const { workspace } = importedWith({ location: 'northeurope' });
    expect([workspace.location, workspace.resourceGroup.location]).toEqual([
      'northeurope',
      'northeurope',
    ]);
  });

  test('may have an id that only Terraform will know, which then takes it apart', () => {
    const stack = freshStack();
    const { workspace } = importedWith({ workspaceId: tokensIn(stack).text }, stack);
    expect(resolvedIn(stack, workspace.workspaceName)).toBe('${basename(var.Later)}');
    expect(resolvedIn(stack, workspace.resourceGroup.resourceGroupId)).toContain('split("/"');
  });

  test.each<[string, readonly string[]]>([
    [WORKSPACE_ID, []],
    [WORKSPACE_ID.toUpperCase().replace('/SUBSCRIPTIONS', '/subscriptions'), []],
    [`${WORKSPACE_ID}/computes/cpu`, ['WorkspaceIdInvalid']],
    [GROUP_ID, ['WorkspaceIdInvalid']],
    ['mlw-before', ['WorkspaceIdInvalid']],
  ])('by the id %s: %j', (workspaceId, codes) => {
    expect(codesIn(() => importedWith({ workspaceId }))).toEqual(codes);
  });

  test('needs a region from somewhere', () => {
    const stack = freshStack({ location: undefined });
    expect(codesIn(() => importedWith({}, stack))).toEqual(['PropertyMissing']);
  });
});

describe('who may do what with an existing workspace', () => {
  test('it can be granted something once its principal is told', () => {
    const { stack, workspace } = importedWith({ principalId: GUID });
    Grant.ofRole({
      grantee: workspace,
      role: BuiltInRole.READER,
      scopeId: GROUP_ID,
      target: stack,
      targetName: 'the group',
    });
    Template.fromStack(stack).hasResource('azurerm_role_assignment', {
      principal_id: GUID,
      principal_type: 'ServicePrincipal',
    });
  });

  test('it cannot before', () => {
    const { workspace } = importedWith();
    expect(codesIn(() => workspace.grantPrincipal)).toEqual(['WorkspacePrincipalUnknown']);
  });

  test('a custom role lets others invoke its pipelines', () => {
    const { stack, workspace } = importedWith();
    workspace.grantInvoke(Principal.group(GUID), PipelineGeneration.V2);
    const template = Template.fromStack(stack);
    template.resourceCountIs('azurerm_role_definition', 1, { scope: GROUP_ID });
    template.hasResource('azurerm_role_assignment', { principal_id: GUID, scope: WORKSPACE_ID });
  });

  test('a role that is given does so in its place', () => {
    const { stack, workspace } = importedWith({ invokerRole: BuiltInRole.AZUREML_DATA_SCIENTIST });
    workspace.grantInvoke(Principal.group(GUID), PipelineGeneration.V1);
    const template = Template.fromStack(stack);
    template.hasNoResource('azurerm_role_definition');
    template.hasResource('azurerm_role_assignment', {
      role_definition_id: Match.stringMatching(/f6c7c914-8db3-469d-8ca1-694a8f32e121$/),
    });
  });
});
