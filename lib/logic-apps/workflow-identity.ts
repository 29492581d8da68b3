import { validateValue } from '../core/validation';
import type { IRole } from '../identity/built-in-role';
import type { IUserAssignedIdentity } from '../identity/user-assigned-identity';
import { HELD_ROLES_SHAPE, USER_ASSIGNED_SHAPE } from './private/workflow-identity-rules';

/**
 * The managed identity of a workflow: system-assigned or user-assigned. Consumption workflows cannot have
 * both.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/authenticate-with-managed-identity
 */
export class WorkflowIdentity {
  /** An identity that lives and dies with the workflow. Its roles are granted after the workflow is made. */
  public static systemAssigned(): WorkflowIdentity {
    return new WorkflowIdentity();
  }

  /** An identity of its own, which receives the roles that it needs here. */
  public static userAssigned(identity: IUserAssignedIdentity): WorkflowIdentity {
    validateValue({ identity }, USER_ASSIGNED_SHAPE);
    return new WorkflowIdentity(identity);
  }

  /**
   * An identity of its own whose roles somebody else assigns: nothing is granted here.
   *
   * @param roles the roles that it holds where the workflow needs them. Built-in roles that do not suffice
   *   are refused; custom roles are taken at their word
   */
  public static userAssignedWithRoles(
    identity: IUserAssignedIdentity,
    roles: IRole[],
  ): WorkflowIdentity {
    validateValue({ identity, roles }, HELD_ROLES_SHAPE);
    return new WorkflowIdentity(identity, [...roles]);
  }

  private constructor(
    /** The user-assigned identity; `undefined` for a system-assigned one. */
    public readonly userAssignedIdentity?: IUserAssignedIdentity,
    /** The roles that somebody else assigns; `undefined` where they are granted here. */
    public readonly heldRoles?: IRole[],
  ) {}
}
