import { guidRule } from '../../core/guid-rule';
import { Is, type Rule, type Shape } from '../../core/validation';
import type { GrantOptions } from '../grant';

export const GRANT_SHAPE: Shape<GrantOptions> = {
  grantee: Is.having('somebody who can hold roles', 'grantPrincipal'),
  role: Is.having('a role', 'roleName', 'roleDefinitionIdIn'),
  scopeId: Is.text,
  target: Is.having('a construct', 'node'),
  targetName: Is.text,
};

/** What a built-in role is known by. */
export interface RoleDescription {
  readonly roleName: string;
  readonly guid: string;
}

export const ROLE_SHAPE: Shape<RoleDescription> = {
  roleName: Is.known(Is.text),
  guid: Is.known(Is.text),
};

/** @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */
export const ROLE_RULES: readonly Rule<RoleDescription>[] = [
  guidRule({
    code: 'RoleGuidInvalid',
    property: 'guid',
    what: 'the id of a role',
    fix: 'take the last segment of the id of the role definition',
  }),
];
