import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { type TerraformResource, TerraformStack } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { subscriptionOf } from '../core/arm-id-parts';
import { recordFact } from '../core/facts';
import { RoleAssignmentMode, settingsOf } from '../platform/settings';
import type { IRole } from './built-in-role';
import { type IGrantable, type IPrincipal, PrincipalType } from './principal';
import { assignmentId } from './private/assignment-id';
import { RequiredAssignments } from './private/required-assignments';

/** What {@link Grant.role} needs to know. */
export interface GrantOptions {
  /** Who receives the role. */
  readonly grantee: IGrantable;
  /** The role; the narrowest that does. */
  readonly role: IRole;
  /** ARM id that the role holds on, with everything below it. */
  readonly scopeId: string;
  /** Construct that the role is granted on. */
  readonly target: IConstruct;
  /** What people call the target, such as `container raw`. */
  readonly targetName: string;
}

/**
 * One role of one principal on one scope.
 *
 * Emits `azurerm_role_assignment` with the role by GUID and the principal's type, so that an identity
 * made in the same apply need not be found in the directory first. Granting the same twice gives the
 * same assignment.
 */
export class Grant {
  /** Grants a role, or lists it where the stack's deployer may not assign roles. */
  public static role(options: GrantOptions): Grant {
    const principal = options.grantee.grantPrincipal;
    const scope = (principal.principalScope ?? options.target) as Construct;
    const id = assignmentId(
      options.role.roleName,
      options.target,
      principal.principalScope?.node.path ?? principal.principalId,
    );
    const assigned = settingsOf(scope).roleAssignments === RoleAssignmentMode.CREATE;
    const existing = assigned ? scope.node.tryFindChild(id) : undefined;
    if (existing instanceof RoleAssignment) return new Grant(principal, options.role, existing);
    const fresh = assigned || requireAssignment(scope, id, principal, options);
    if (fresh) {
      recordFact(scope, 'grant', {
        principal: principal.principalName,
        role: options.role.roleName,
        target: options.targetName,
        assigned,
      });
    }
    const assignment = assigned ? assign(scope, id, principal, options) : undefined;
    return new Grant(principal, options.role, assignment);
  }

  private constructor(
    /** Who received the role. */
    public readonly principal: IPrincipal,
    /** The role. */
    public readonly role: IRole,
    private readonly assignment: RoleAssignment | undefined,
  ) {}

  /** Makes a resource wait until the role is assigned; does nothing where roles are only listed. */
  public applyBefore(dependant: TerraformResource): void {
    if (this.assignment === undefined) return;
    const { terraformResourceType, friendlyUniqueId } = this.assignment;
    dependant.dependsOn = [
      ...(dependant.dependsOn ?? []),
      `${terraformResourceType}.${friendlyUniqueId}`,
    ];
  }
}

function assign(
  scope: Construct,
  id: string,
  principal: IPrincipal,
  options: GrantOptions,
): RoleAssignment {
  const isService = principal.principalType === PrincipalType.SERVICE_PRINCIPAL;
  return new RoleAssignment(scope, id, {
    scope: options.scopeId,
    roleDefinitionId: roleDefinitionId(scope, options),
    principalId: principal.principalId,
    principalType: principal.principalType,
    ...(isService ? { skipServicePrincipalAadCheck: true } : {}),
  });
}

function requireAssignment(
  scope: Construct,
  id: string,
  principal: IPrincipal,
  options: GrantOptions,
): boolean {
  return RequiredAssignments.of(TerraformStack.of(scope)).require(`${scope.node.path}/${id}`, {
    principal: principal.principalName,
    principal_id: principal.principalId,
    principal_type: principal.principalType,
    role: options.role.roleName,
    role_definition_id: roleDefinitionId(scope, options),
    scope: options.scopeId,
  });
}

function roleDefinitionId(scope: Construct, { role, scopeId }: GrantOptions): string {
  return role.roleDefinitionIdIn(settingsOf(scope).subscriptionId ?? subscriptionOf(scopeId));
}
