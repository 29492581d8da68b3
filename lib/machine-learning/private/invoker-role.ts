import { RoleDefinition } from '@cdktf/provider-azurerm/lib/role-definition';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { createHash } from 'node:crypto';
import { isUnresolved } from '../../core/validation';
import type { IRole } from '../../identity/built-in-role';
import { Grant } from '../../identity/grant';
import type { IGrantable } from '../../identity/principal';
import { RoleAssignmentMode, settingsOf } from '../../platform/settings';
import type { PipelineGeneration } from '../pipeline/pipeline-generation';
import type { IWorkspace } from '../workspace-types';
import { invokerActions } from './invoker-actions';
import { RequiredRoles } from './required-roles';

/** The role that may invoke pipelines of a generation in a workspace; made when first asked for. */
export function invokerRoleOf(workspace: IWorkspace, generation: PipelineGeneration): IRole {
  const id = `PipelineInvoker${generation.toUpperCase()}`;
  const existing = workspace.node.tryFindChild(id);
  return existing instanceof PipelineInvokerRole
    ? existing
    : new PipelineInvokerRole(workspace, id, generation);
}

/** Lets somebody invoke pipelines of a generation in a workspace. */
export function grantInvokeOn(
  workspace: IWorkspace,
  grantee: IGrantable,
  generation: PipelineGeneration,
): Grant {
  return Grant.role({
    grantee,
    role: workspace.invokerRole(generation),
    scopeId: workspace.workspaceId,
    target: workspace,
    targetName: `workspace ${workspace.workspaceName}`,
  });
}

/**
 * A custom role (`azurerm_role_definition`) that may invoke pipelines and little else. Where the
 * deployer may not manage roles it is not made: the output `required_role_definitions` describes it.
 */
class PipelineInvokerRole extends Construct implements IRole {
  public readonly roleName: string;
  private readonly definition: RoleDefinition | undefined;

  public constructor(workspace: IWorkspace, id: string, generation: PipelineGeneration) {
    super(workspace, id);
    this.roleName = `Azure ML ${generation} pipeline invoker ${distinction(workspace)}`;
    const scope = workspace.resourceGroup.resourceGroupId;
    const actions = [...invokerActions(generation)];
    if (settingsOf(this).roleAssignments === RoleAssignmentMode.CREATE) {
      this.definition = new RoleDefinition(this, 'Resource', {
        name: this.roleName,
        scope,
        assignableScopes: [scope],
        permissions: [{ actions }],
      });
      return;
    }
    RequiredRoles.of(TerraformStack.of(this)).require({ name: this.roleName, scope, actions });
  }

  public roleDefinitionIdIn(): string {
    return this.definition?.roleDefinitionResourceId ?? `custom role "${this.roleName}"`;
  }
}

/** Names of custom roles must be unique in a tenant. */
function distinction(workspace: IWorkspace): string {
  const { subscriptionId } = settingsOf(workspace);
  const name = isUnresolved(workspace.workspaceName) ? workspace.node.id : workspace.workspaceName;
  const seed = [
    isUnresolved(subscriptionId) ? '' : subscriptionId,
    TerraformStack.of(workspace).node.path,
    workspace.node.path,
    name,
  ];
  return `${name} ${createHash('sha256').update(seed.join('|')).digest('hex').slice(0, 8)}`;
}
