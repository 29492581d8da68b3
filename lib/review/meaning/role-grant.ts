import { assignmentOf, type PlannedAssignment, reachOf, ScopeReach } from '../../policy/role-names';
import { typeKey } from '../../policy/type-key';
import type { PlanValue, ResourceChange } from '../model';
import type { StackContext } from './stack-context';
import { oneLine } from './told';

/** A role assignment in words. */
export interface Grant {
  readonly who: string;
  readonly role: string;
  readonly scope: string;
  readonly reach: ScopeReach;
}

/** What a role assignment gives in one state, in words; `undefined` where there is none. */
export function grantOf(
  change: ResourceChange,
  state: PlanValue | undefined,
  context: StackContext,
): Grant | undefined {
  if (state === undefined || state === null) return undefined;
  const assignment = assignmentOf(typeKey(change), state);
  const words = wordsOf(change);
  return {
    who: principalOf(assignment, words?.[1], context),
    role: roleOf(assignment, words?.[2], context),
    scope: scopeOf(assignment, words?.[3], context),
    reach: reachOf(assignment.scope),
  };
}

/** How a construct path ends that this library gives a role assignment: principal, role, target. */
const NAME = /^[^/]+\/(.+)\/([A-Za-z0-9]+?)On([A-Z][A-Za-z0-9]*)-[0-9a-f]{8}$/;

/** The same in an address. */
const ADDRESS = /\.(.+)_([A-Za-z0-9]+?)On([A-Z][A-Za-z0-9]*)-[0-9a-f]{8}_[0-9A-F]{8}$/;

function principalOf(
  { principalId }: PlannedAssignment,
  path: string | undefined,
  context: StackContext,
): string {
  const holder = principalId === undefined ? undefined : context.holderOf(principalId);
  if (holder !== undefined) return `identity ${oneLine(holder.label)}`;
  if (path !== undefined) {
    return `identity ${oneLine(context.namedBy(path)?.label ?? path.split(/[/_]/).join(' '))}`;
  }
  if (principalId === undefined || principalId.startsWith('${'))
    return 'an identity known after apply';
  return `identity ${oneLine(principalId)}`;
}

function roleOf(
  { roleName, roleDefinitionId }: PlannedAssignment,
  words: string | undefined,
  context: StackContext,
): string {
  if (roleName !== undefined) return oneLine(roleName);
  const definition =
    roleDefinitionId === undefined ? undefined : context.referredTo(roleDefinitionId);
  if (definition !== undefined) return oneLine(definition.label);
  if (words !== undefined) return customRole(words, context) ?? spaced(words);
  return roleDefinitionId === undefined
    ? 'a role known after apply'
    : `role ${oneLine(roleDefinitionId.split('/').at(-1) ?? roleDefinitionId)}`;
}

function scopeOf(
  { scope }: PlannedAssignment,
  target: string | undefined,
  context: StackContext,
): string {
  const resource = scope === undefined ? undefined : context.referredTo(scope);
  if (resource !== undefined) return oneLine(resource.label);
  if (scope !== undefined && !scope.startsWith('${')) return toldScope(scope);
  if (target === undefined) return 'a scope known after apply';
  return oneLine(context.endingIn(target)?.label ?? target);
}

function toldScope(scope: string): string {
  const name = oneLine(scope.split('/').at(-1) ?? scope);
  const reach = reachOf(scope);
  if (reach === ScopeReach.WIDE) return `subscription or group ${name}`;
  return reach === ScopeReach.GROUP ? `resource group ${name}` : name;
}

/** The custom role that a name without spaces and signs stands for. */
function customRole(words: string, context: StackContext): string | undefined {
  const role = context
    .ofKind('azurerm_role_definition')
    .find(
      ({ label }) => label.replaceAll(/[^A-Za-z0-9]/g, '').toLowerCase() === words.toLowerCase(),
    );
  return role === undefined ? undefined : oneLine(role.label);
}

function spaced(words: string): string {
  return words.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2');
}

/** Whether a kind is a role assignment, of azurerm or of azapi. */
export function isRoleAssignment(kind: string): boolean {
  return kind === 'azurerm_role_assignment' || kind === 'microsoft.authorization/roleassignments';
}

/** What people call a role assignment: its name in Azure is a GUID. */
export function roleTitle(change: ResourceChange, context: StackContext): string {
  const grant = grantOf(change, change.before ?? change.after, context);
  return grant === undefined
    ? oneLine(change.label)
    : `${grant.who.replace(/^identity /, '')} on ${grant.scope}`;
}

/** Who holds a role on what, by the name that this library gives its assignments; others stand alone. */
export function holding(change: ResourceChange): string {
  const words = wordsOf(change);
  return words === null ? change.address : `${String(words[1])} on ${String(words[3])}`;
}

function wordsOf({ constructPath, address }: ResourceChange): RegExpExecArray | null {
  return NAME.exec(constructPath ?? '') ?? ADDRESS.exec(address);
}
