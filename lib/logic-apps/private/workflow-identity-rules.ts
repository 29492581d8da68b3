import { Is, type Shape } from '../../core/validation';
import type { IRole } from '../../identity/built-in-role';
import type { IUserAssignedIdentity } from '../../identity/user-assigned-identity';
import { Typed } from './prop-types';

interface UserAssigned {
  readonly identity: IUserAssignedIdentity;
}

interface HeldRoles extends UserAssigned {
  readonly roles: readonly IRole[];
}

export const USER_ASSIGNED_SHAPE: Shape<UserAssigned> = {
  identity: Is.having('a user-assigned identity', 'identityId', 'principalId', 'grantPrincipal'),
};

export const HELD_ROLES_SHAPE: Shape<HeldRoles> = {
  ...USER_ASSIGNED_SHAPE,
  roles: Typed.listOf(Is.having('a role', 'roleName', 'roleDefinitionIdIn')),
};
