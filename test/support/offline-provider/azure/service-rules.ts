import { Refusal } from '../protocol/diagnostics';
import { isJsonObject, type JsonObject } from '../wire/json';
import { sameId } from './arm-id';
import type { RecordedRequest } from './request-log';
import type { ResourceStore, StoredResource } from './resource-store';

const ML = 'Microsoft.MachineLearningServices/workspaces';

/** Refuses a deletion that the service refuses. */
export function checkDelete(resource: StoredResource, query: RecordedRequest['query']): void {
  if (sameId(resource.type, `${ML}/schedules`)) checkScheduleDelete(resource);
  if (sameId(resource.type, `${ML}/computes`)) checkComputeDelete(resource, query);
}

/** An Azure ML schedule must be disabled before it can be deleted. */
function checkScheduleDelete({ id, body }: StoredResource): void {
  const { properties } = body;
  if (isJsonObject(properties) && properties['isEnabled'] === false) return;
  throw new Refusal(
    'Failed to delete resource',
    `deleting ${id}: 400 UserError: an enabled schedule cannot be deleted, disable it first`,
  );
}

/** The query parameter says whether the machine behind an Azure ML compute goes, too. */
function checkComputeDelete({ id }: StoredResource, query: RecordedRequest['query']): void {
  const [action] = query['underlyingResourceAction'] ?? [];
  if (action === 'Delete' || action === 'Detach') return;
  throw new Refusal(
    'Failed to delete resource',
    `deleting ${id}: 400 BadArgument: the query parameter underlyingResourceAction must be Delete or Detach`,
  );
}

/** Refuses a creation that the service refuses. */
export function checkCreate(store: ResourceStore, id: string, type: string, body: JsonObject): void {
  if (sameId(type, 'Microsoft.Authorization/roleAssignments')) checkRoleAssignment(store, id, body);
}

/** A principal has a role at a scope at most once, whatever the assignment is called. */
function checkRoleAssignment(store: ResourceStore, id: string, body: JsonObject): void {
  const scope = id.slice(0, id.lastIndexOf('/'));
  const wanted = assignmentOf(body);
  const existing = store
    .list()
    .find(
      (other) =>
        sameId(other.id.slice(0, other.id.lastIndexOf('/')), scope) &&
        assignmentOf(other.body) === wanted,
    );
  if (existing === undefined || wanted === undefined) return;
  throw new Refusal(
    'Failed to create resource',
    `creating ${id}: 409 RoleAssignmentExists: the role assignment already exists: ${existing.id}`,
  );
}

function assignmentOf({ properties }: JsonObject): string | undefined {
  if (!isJsonObject(properties)) return undefined;
  const { principalId, roleDefinitionId } = properties;
  if (typeof principalId !== 'string' || typeof roleDefinitionId !== 'string') return undefined;
  return `${principalId} ${roleDefinitionId.slice(roleDefinitionId.lastIndexOf('/') + 1)}`.toLowerCase();
}
