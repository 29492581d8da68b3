import { assignmentOf } from '../../../policy/role-names';

/** Name of a role by the id of its definition; its GUID where it is not known here. */
export function roleNameOf(definitionId: string): string {
  const { roleName } = assignmentOf('azurerm_role_assignment', {
    role_definition_id: definitionId,
  });
  return roleName ?? `role ${definitionId.slice(definitionId.lastIndexOf('/') + 1)}`;
}
