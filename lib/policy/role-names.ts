import type { PlanValue } from '../review/model';
import { textAt } from './plan-state';

/**
 * Names of roles by GUID: those that this library grants, and those that reach far.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner'],
  ['b24988ac-6180-42a0-ab88-20f7382dd24c', 'Contributor'],
  ['18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'User Access Administrator'],
  ['f58310d9-a9f6-439a-9e8d-f62e7b41a168', 'Role Based Access Control Administrator'],
  ['acdd72a7-3385-48ef-bd42-f606fba81ae7', 'Reader'],
  ['7f951dda-4ed3-4680-a7ca-43fe172d538d', 'AcrPull'],
  ['e503ece1-11d0-4e8e-8e2c-7a6c3bf38815', 'AzureML Compute Operator'],
  ['f6c7c914-8db3-469d-8ca1-694a8f32e121', 'AzureML Data Scientist'],
  ['428e0ff0-5e57-4d9c-a221-2c70d0e0a443', 'EventGrid EventSubscription Contributor'],
  ['2414bbcf-6497-4faf-8c65-045460748405', 'EventGrid EventSubscription Reader'],
  ['f1a07417-d97a-45cb-824c-7a7467783830', 'Managed Identity Operator'],
  ['b7e6dc6d-f1e8-4753-8033-0f276bb0955b', 'Storage Blob Data Owner'],
  ['ba92f5b4-2d11-453d-a403-e96b0029c9fe', 'Storage Blob Data Contributor'],
  ['2a2b9908-6ea1-4ae2-8e65-a410df84e7d1', 'Storage Blob Data Reader'],
  ['8a0f0c08-91a1-4084-bc3d-661d67233fed', 'Storage Queue Data Message Processor'],
  ['c6a89b2d-59bc-44d0-9896-0f6e12d7b80a', 'Storage Queue Data Message Sender'],
  ['4633458b-17de-408a-b874-0445c86b69e6', 'Key Vault Secrets User'],
]);

/** A role assignment, as far as a plan tells it. */
export interface PlannedAssignment {
  /** Name of the role, `undefined` where it is a custom one that only its id tells. */
  readonly roleName: string | undefined;
  readonly roleDefinitionId: string | undefined;
  readonly scope: string | undefined;
  readonly principalId: string | undefined;
}

/** What a role assignment of azurerm or azapi says. */
export function assignmentOf(type: string, state: PlanValue | undefined): PlannedAssignment {
  const isArm = type !== 'azurerm_role_assignment';
  const roleDefinitionId = isArm
    ? textAt(state, 'body', 'properties', 'roleDefinitionId')
    : textAt(state, 'role_definition_id');
  const guid = /[0-9a-f-]{36}$/i.exec(roleDefinitionId ?? '')?.[0].toLowerCase();
  return {
    roleName: NAMES.get(guid ?? '') ?? textAt(state, 'role_definition_name'),
    roleDefinitionId,
    scope: isArm ? textAt(state, 'parent_id') : textAt(state, 'scope'),
    principalId: isArm
      ? textAt(state, 'body', 'properties', 'principalId')
      : textAt(state, 'principal_id'),
  };
}

/** How far a scope reaches. */
export enum ScopeReach {
  /** Management groups, subscriptions, the whole tenant. */
  WIDE = 'wide',
  GROUP = 'group',
  RESOURCE = 'resource',
  /** Known only at apply. */
  UNKNOWN = 'unknown',
}

/** How far a scope reaches, also where it is a reference of the configuration. */
export function reachOf(scope: string | undefined): ScopeReach {
  if (scope === undefined) return ScopeReach.UNKNOWN;
  if (/azurerm_(?:subscription|management_group)\b/.test(scope)) return ScopeReach.WIDE;
  if (/^\$\{azurerm_resource_group\.[^}]+\.id\}$/.test(scope)) return ScopeReach.GROUP;
  if (scope.startsWith('${')) return ScopeReach.RESOURCE;
  const parts = scope.split('/').filter((part) => part !== '');
  if (/^\/providers\/Microsoft\.Management\//i.test(scope) || parts.length <= 2) {
    return ScopeReach.WIDE;
  }
  return parts.length <= 4 ? ScopeReach.GROUP : ScopeReach.RESOURCE;
}
