import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { type TerraformResource, TerraformStack } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { ArmId } from '../core/arm-id';
import { subscriptionOf } from '../core/arm-id-parts';
import { recordFact } from '../core/facts';
import { validateValue } from '../core/validation';
import { RoleAssignmentMode, settingsOf } from '../platform/settings';
import type { IRole } from './built-in-role';
import { type IGrantable, type IPrincipal, PrincipalType } from './principal';
import { assignmentId } from './private/assignment-id';
import { assignmentKey, Assignments } from './private/assignments';
import { GRANT_SHAPE } from './private/grant-rules';
import { RequiredAssignments } from './private/required-assignments';

/** What {@link Grant.ofRole} needs to know. */
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
 *
 * A principal and a target of different stacks are joined in the stack of the principal; in the stack
 * of the target, where that one was told to depend on the other (`addDependency`).
 */
export class Grant {
  /**
   * Grants a role, or lists it where the stack's deployer may not assign roles.
   *
   * @throws UnscopedValidationError PropertyMissing, PropertyTypeInvalid
   */
  public static ofRole(options: GrantOptions): Grant {
    validateValue(options, GRANT_SHAPE);
    const principal = options.grantee.grantPrincipal;
    const scope = standOf(principal, options.target) as Construct;
    const id = assignmentId({
      roleName: options.role.roleName,
      target: options.target,
      scopeId: options.scopeId,
      principal: principal.principalScope?.node.path ?? principal.principalId,
    });
    const assigned = settingsOf(scope).roleAssignments === RoleAssignmentMode.CREATE;
    const key = assignmentKey(scope, options);
    const existing = Assignments.of(scope).find(key);
    if (existing !== undefined) return new Grant(principal, options.role, existing);
    const fresh = assigned || requireAssignment(scope, key, principal, options);
    if (fresh) {
      recordFact(scope, 'grant', {
        principal: principal.principalName,
        role: options.role.roleName,
        target: options.targetName,
        assigned,
      });
    }
    const assignment = assigned
      ? Assignments.of(scope).add(key, assign(scope, id, principal, options))
      : undefined;
    return new Grant(principal, options.role, assignment);
  }

  private constructor(
    /** Who received the role. */
    public readonly principal: IPrincipal,
    /** The role. */
    public readonly role: IRole,
    private readonly assignment: RoleAssignment | undefined,
  ) {}

  /**
   * Makes a resource wait until the role is assigned, together with its whole stack where the
   * assignment is in another one; does nothing where roles are only listed.
   */
  public applyBefore(dependant: TerraformResource): void {
    if (this.assignment === undefined) return;
    const [stack, own] = [TerraformStack.of(dependant), TerraformStack.of(this.assignment)];
    if (stack !== own) {
      stack.addDependency(own);
      return;
    }
    const { terraformResourceType, friendlyUniqueId } = this.assignment;
    const address = `${terraformResourceType}.${friendlyUniqueId}`;
    dependant.dependsOn = [...new Set([...(dependant.dependsOn ?? []), address])];
  }
}

/** The construct that an assignment stands under. */
function standOf({ principalScope }: IPrincipal, target: IConstruct): IConstruct {
  if (principalScope === undefined) return target;
  const [stack, own] = [TerraformStack.of(target), TerraformStack.of(principalScope)];
  return stack !== own && stack.dependsOn(own) ? target : principalScope;
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
  key: string,
  principal: IPrincipal,
  options: GrantOptions,
): boolean {
  return RequiredAssignments.of(TerraformStack.of(scope)).require(key, {
    principal: principal.principalName,
    principal_id: principal.principalId,
    principal_type: principal.principalType,
    role: options.role.roleName,
    role_definition_id: roleDefinitionId(scope, options),
    scope: options.scopeId,
  });
}

/** Azure spells the role of an assignment with the subscription of its scope. */
function roleDefinitionId(scope: Construct, { role, scopeId }: GrantOptions): string {
  const subscriptionId =
    ArmId.tryParse(scopeId)?.subscriptionId ??
    settingsOf(scope).subscriptionId ??
    subscriptionOf(scopeId);
  return role.roleDefinitionIdIn(subscriptionId);
}
