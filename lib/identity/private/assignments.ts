import type { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { GrantOptions } from '../grant';
import { settled } from './assignment-id';

const KEY = Symbol.for('cdktf-azureml.assignments');

/**
 * The role assignments of a stack by what Azure tells them apart by: scope, role and principal. Azure
 * refuses a second one of the same three, which two imports of one container, say, would ask for.
 */
export class Assignments {
  /** Those of the stack that a construct is in. */
  public static of(scope: IConstruct): Assignments {
    const holder = TerraformStack.of(scope) as TerraformStack & { [KEY]?: Assignments };
    return (holder[KEY] ??= new Assignments());
  }

  private readonly made = new Map<string, RoleAssignment>();

  private constructor() {}

  /** The assignment that does the same, if there is one. */
  public find(key: string): RoleAssignment | undefined {
    return this.made.get(key);
  }

  /** Remembers an assignment. */
  public add(key: string, assignment: RoleAssignment): RoleAssignment {
    this.made.set(key, assignment);
    return assignment;
  }
}

/** What Azure tells one assignment from another by. */
export function assignmentKey(scope: IConstruct, { grantee, role, scopeId }: GrantOptions): string {
  const { principalId } = grantee.grantPrincipal;
  return [settled(scope, scopeId), role.roleName, settled(scope, principalId)]
    .join('|')
    .toLowerCase();
}
