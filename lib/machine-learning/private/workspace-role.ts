import { RoleDefinition } from '@cdktf/provider-azurerm/lib/role-definition';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { declaredName } from '../../core/declared-name';
import { shortHash } from '../../core/names';
import { isUnresolved } from '../../core/validation';
import type { IRole } from '../../identity/built-in-role';
import { Grant } from '../../identity/grant';
import type { IGrantable } from '../../identity/principal';
import { RoleAssignmentMode, settingsOf } from '../../platform/settings';
import type { IWorkspace } from '../workspace-types';
import { RequiredRoles } from './required-roles';

/** What a custom role of a workspace is called, and what it may do. */
export interface WorkspaceRoleProps {
  /** Id of its construct below the workspace. */
  readonly id: string;
  /** What its name begins with, such as `Azure ML v2 pipeline invoker`. */
  readonly title: string;
  /** Actions, in full. */
  readonly actions: readonly string[];
}

/** A custom role of a workspace, made when it is first asked for. */
export function workspaceRole(workspace: IWorkspace, props: WorkspaceRoleProps): IRole {
  const existing = workspace.node.tryFindChild(props.id);
  return existing instanceof WorkspaceRole ? existing : new WorkspaceRole(workspace, props);
}

/** Grants a role on a workspace. */
export function grantOnWorkspace(workspace: IWorkspace, grantee: IGrantable, role: IRole): Grant {
  return Grant.ofRole({
    grantee,
    role,
    scopeId: workspace.workspaceId,
    target: workspace,
    targetName: `workspace ${workspace.workspaceName}`,
  });
}

/**
 * A custom role (`azurerm_role_definition`) that may do one thing and little else. Where the deployer may
 * not manage roles it is not made: the output `required_role_definitions` describes it.
 */
class WorkspaceRole extends Construct implements IRole {
  public readonly roleName: string;
  private readonly definition: RoleDefinition | undefined;

  public constructor(workspace: IWorkspace, { id, title, actions }: WorkspaceRoleProps) {
    super(workspace, id);
    this.roleName = `${title} ${distinction(workspace)}`;
    const scope = workspace.resourceGroup.resourceGroupId;
    if (settingsOf(this).roleAssignments === RoleAssignmentMode.CREATE) {
      this.definition = new RoleDefinition(this, 'Resource', {
        name: nameInTenant(this.roleName, workspace),
        scope,
        assignableScopes: [scope],
        permissions: [{ actions: [...actions] }],
      });
      return;
    }
    const required = { name: this.roleName, scope, actions: [...actions] };
    RequiredRoles.of(TerraformStack.of(this)).require(required);
  }

  public roleDefinitionIdIn(): string {
    return this.definition?.roleDefinitionResourceId ?? `custom role "${this.roleName}"`;
  }
}

/** Of a workspace that is named by a variable there may be several in a tenant, so the role holds its name too. */
function nameInTenant(roleName: string, workspace: IWorkspace): string {
  return isUnresolved(declaredName(workspace, ''))
    ? `${roleName} ${workspace.workspaceName}`
    : roleName;
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
  return `${name} ${shortHash(seed.join('|'))}`;
}
