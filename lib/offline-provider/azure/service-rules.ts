import { merged } from './json-merge';
import { Refusal } from '../protocol/diagnostics';
import { isJsonObject, type Json, type JsonObject } from '../wire/json';
import { canonicalJson } from '../wire/canonical-json';
import { parseArmId, sameId } from './arm-id';
import type { RecordedRequest } from './request-log';
import type { ResourceStore, StoredResource } from './resource-store';

const ML = 'microsoft.machinelearningservices/workspaces';

const TRIGGERS = 'Microsoft.DataFactory/factories/triggers';

const RUNTIME_STATES: { readonly [action: string]: string } = { start: 'Started', stop: 'Stopped' };

/** What of a version may never change, by lower-case ARM type. */
const IMMUTABLE: { readonly [type: string]: readonly string[] } = {
  [`${ML}/codes/versions`]: ['codeUri'],
  [`${ML}/components/versions`]: ['componentSpec'],
  [`${ML}/data/versions`]: ['dataType', 'dataUri'],
  [`${ML}/environments/versions`]: ['build', 'condaFile', 'image'],
  [`${ML}/models/versions`]: ['modelType', 'modelUri'],
};

/** Refuses a creation that the service refuses. */
export function checkCreate(
  store: ResourceStore,
  id: string,
  type: string,
  body: JsonObject,
): void {
  checkParent(store, id);
  if (sameId(type, 'Microsoft.Authorization/roleAssignments')) checkRoleAssignment(store, id, body);
}

/** Refuses a replacement that the service refuses. */
export function checkReplace(resource: StoredResource, next: JsonObject): void {
  const { id, type, body } = resource;
  checkTriggerStopped(resource, 'update');
  const changed = (IMMUTABLE[type.toLowerCase()] ?? []).find(
    (name) => canonicalJson(property(body, name)) !== canonicalJson(property(next, name)),
  );
  if (changed === undefined) return;
  throw new Refusal(
    'Failed to create/update resource',
    `updating ${id}: 400 UserError: versions are immutable, ${changed} cannot change`,
  );
}

/** Refuses a deletion that the service refuses. */
export function checkDelete(resource: StoredResource, query: RecordedRequest['query']): void {
  if (sameId(resource.type, `${ML}/schedules`)) checkScheduleDelete(resource);
  if (sameId(resource.type, `${ML}/computes`)) checkComputeDelete(resource, query);
  checkTriggerStopped(resource, 'delete');
}

/** A trigger of Data Factory must be stopped before it is changed or deleted. */
function checkTriggerStopped({ id, type, computed }: StoredResource, verb: string): void {
  if (!sameId(type, TRIGGERS) || property(computed, 'runtimeState') !== 'Started') return;
  throw new Refusal(
    `Failed to ${verb} resource`,
    `${id}: 400 TriggerEnabledCannotUpdate: cannot ${verb} an enabled trigger, stop it first`,
  );
}

/** What an action makes of a resource: triggers of Data Factory are started and stopped. */
export function afterAction(resource: StoredResource, action: string): StoredResource {
  const runtimeState = RUNTIME_STATES[action];
  if (!sameId(resource.type, TRIGGERS) || runtimeState === undefined) return resource;
  return { ...resource, computed: merged(resource.computed, { properties: { runtimeState } }) };
}

/** What a resource stands in or below must be there. */
function checkParent(store: ResourceStore, id: string): void {
  const parentId = parseArmId(id)?.parentId;
  if (parentId === undefined || !store.isKnownAbsent(parentId)) return;
  throw new Refusal(
    'Failed to create/update resource',
    `creating ${id}: 404 ParentResourceNotFound: ${parentId} does not exist; is a reference or a dependency missing?`,
  );
}

/** A principal has a role at a scope at most once, whatever the assignment is called. */
function checkRoleAssignment(store: ResourceStore, id: string, body: JsonObject): void {
  const wanted = assignmentOf(id, body);
  const existing = store.list().find((other) => assignmentOf(other.id, other.body) === wanted);
  if (existing === undefined || wanted === undefined) return;
  throw new Refusal(
    'Failed to create resource',
    `creating ${id}: 409 RoleAssignmentExists: the role assignment already exists: ${existing.id}`,
  );
}

/** Scope, principal and role of a role assignment. */
function assignmentOf(id: string, body: JsonObject): string | undefined {
  const principalId = property(body, 'principalId');
  const roleId = property(body, 'roleDefinitionId');
  if (typeof principalId !== 'string' || typeof roleId !== 'string') return undefined;
  const scope = id.slice(0, id.lastIndexOf('/'));
  const role = roleId.slice(roleId.lastIndexOf('/') + 1);
  return [scope, principalId, role].join(' ').toLowerCase();
}

/** An Azure ML schedule must be disabled before it can be deleted. */
function checkScheduleDelete({ id, body }: StoredResource): void {
  if (property(body, 'isEnabled') === false) return;
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

function property({ properties }: JsonObject, name: string): Json {
  return isJsonObject(properties) ? (properties[name] ?? null) : null;
}
