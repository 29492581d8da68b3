import { BuiltInRole } from '../../../identity/built-in-role';

/** Names of built-in roles that people give beside those of the library, by GUID. */
const FURTHER_ROLES: readonly (readonly [guid: string, name: string])[] = [
  ['8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner'],
  ['18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'User Access Administrator'],
  ['b7e6dc6d-f1e8-4753-8033-0f276bb0955b', 'Storage Blob Data Owner'],
  ['4633458b-17de-408a-b874-0445c86b69e6', 'Key Vault Secrets User'],
  ['00482a5a-887f-4fb3-b363-3b7fe8e74483', 'Key Vault Administrator'],
  ['673868aa-7521-48a0-acc6-0f60742d39f5', 'Data Factory Contributor'],
];

const NAMES: ReadonlyMap<string, string> = new Map([
  ...FURTHER_ROLES,
  ...Object.values(BuiltInRole)
    .filter((role) => role instanceof BuiltInRole)
    .map((role) => [role.guid, role.roleName] as const),
]);

/** Name of a role by the id of its definition; its GUID where it is not known here. */
export function roleNameOf(definitionId: string): string {
  const guid = definitionId.slice(definitionId.lastIndexOf('/') + 1).toLowerCase();
  return NAMES.get(guid) ?? `role ${guid}`;
}
