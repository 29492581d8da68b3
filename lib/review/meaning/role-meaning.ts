import { at, listAt } from '../../policy/plan-state';
import { assignmentOf, type PlannedAssignment, reachOf, ScopeReach } from '../../policy/role-names';
import { typeKey } from '../../policy/type-key';
import { ChangeAction, type PlanValue, type ResourceChange } from '../model';
import { Danger } from './danger';
import { both, differsAt, type Explainer, type Explanation, NOTHING } from './explanation';
import type { StackContext } from './stack-context';
import { listed, oneLine, told } from './told';

/** Role assignments: who may do what, and whether that is more than before. */
export const explainRoleAssignment: Explainer = (change, context) => {
  const [before, after] = [change.before, change.after].map((state) =>
    grantOf(change, state, context),
  );
  if (change.action === ChangeAction.CREATE && after !== undefined) {
    return { lines: [`${after.who} ${may(after, 'now')}`], covered: [], danger: dangerOf(after) };
  }
  if (change.action === ChangeAction.DELETE && before !== undefined) {
    return {
      lines: [`${before.who} ${may(before, 'no longer')}`],
      covered: [],
      danger: Danger.CAREFUL,
    };
  }
  return before === undefined || after === undefined || !differsInRights(change)
    ? NOTHING
    : changedGrant(before, after);
};

function changedGrant(before: Grant, after: Grant): Explanation {
  if (isSameGrant(before, after)) return NOTHING;
  const verb = weight(after) > weight(before) ? 'is broadened' : 'changes';
  return {
    lines: [
      `role of ${after.who} ${verb}: ${before.role} on ${before.scope} becomes ${after.role} on ${after.scope}`,
    ],
    covered: [['role_definition_id'], ['role_definition_name'], ['scope'], ['principal_id']],
    danger: weight(after) > weight(before) ? Danger.DANGEROUS : dangerOf(after),
  };
}

interface Grant {
  readonly who: string;
  readonly role: string;
  readonly scope: string;
  readonly reach: ScopeReach;
}

function grantOf(
  change: ResourceChange,
  state: PlanValue | undefined,
  context: StackContext,
): Grant | undefined {
  if (state === undefined || state === null) return undefined;
  const assignment = assignmentOf(typeKey(change), state);
  const words = NAME.exec(change.constructPath ?? '') ?? ADDRESS.exec(change.address);
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
  if (path !== undefined) return `identity ${oneLine(path)}`;
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
  if (words !== undefined) return spaced(words);
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
  return target ?? 'a scope known after apply';
}

function toldScope(scope: string): string {
  const name = oneLine(scope.split('/').at(-1) ?? scope);
  const reach = reachOf(scope);
  if (reach === ScopeReach.WIDE) return `subscription or group ${name}`;
  return reach === ScopeReach.GROUP ? `resource group ${name}` : name;
}

function spaced(words: string): string {
  return words.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2');
}

function may({ role, scope }: Grant, when: string): string {
  return /pipeline ?invoker/i.test(role)
    ? `may ${when} run pipelines of ${scope}`
    : `${when} has ${role} on ${scope}`;
}

function isSameGrant(one: Grant, other: Grant): boolean {
  return one.role === other.role && one.scope === other.scope && one.reach === other.reach;
}

function differsInRights(change: ResourceChange): boolean {
  return [['role_definition_id'], ['role_definition_name'], ['scope'], ['body']].some((path) =>
    differsAt(change, ...path),
  );
}

/** How much a role lets one do; data roles lie between reading and managing. */
function rank(role: string): number {
  if (/^(?:Owner|User Access Administrator|Role Based Access Control Administrator)$/.test(role)) {
    return 5;
  }
  if (role === 'Contributor') return 4;
  if (/owner/i.test(role)) return 3;
  if (/contributor|operator|sender|processor|scientist/i.test(role)) return 2;
  return 1;
}

/** What is known only at apply is the id of something that is made: a resource, most of the time. */
const REACHES: Readonly<Record<ScopeReach, number>> = {
  [ScopeReach.UNKNOWN]: 0,
  [ScopeReach.RESOURCE]: 0,
  [ScopeReach.GROUP]: 1,
  [ScopeReach.WIDE]: 2,
};

/** Roles first, then how far they reach. */
function weight({ role, reach }: Grant): number {
  return rank(role) * 3 + REACHES[reach];
}

function dangerOf({ role, reach }: Grant): Danger {
  const isWide = reach === ScopeReach.WIDE || reach === ScopeReach.GROUP;
  return rank(role) >= 4 && isWide ? Danger.DANGEROUS : Danger.CAREFUL;
}

/** Custom roles: what they allow. */
export const explainRoleDefinition: Explainer = (change): Explanation => {
  const [before, after] = both(change, 'permissions').map(actionsIn);
  const added = (after ?? []).filter((action) => before?.includes(action) !== true);
  const removed = (before ?? []).filter((action) => after?.includes(action) !== true);
  if (change.action === ChangeAction.CREATE) {
    return { lines: [`allows ${listed(added, 4)}`], covered: [] };
  }
  if (change.action === ChangeAction.DELETE || added.length + removed.length === 0) return NOTHING;
  return {
    lines: [
      ...(added.length === 0 ? [] : [`allows also ${listed(added, 4)}`]),
      ...(removed.length === 0 ? [] : [`no longer allows ${listed(removed, 4)}`]),
    ],
    covered: [['permissions']],
    danger: added.length > 0 ? Danger.DANGEROUS : Danger.CAREFUL,
  };
};

function actionsIn(permissions: PlanValue | undefined): readonly string[] {
  const blocks = listAt(permissions);
  return blocks.flatMap((block) =>
    ['actions', 'data_actions'].flatMap((key) => listAt(at(block, key)).map(told)),
  );
}
