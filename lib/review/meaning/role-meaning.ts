import { at, listAt } from '../../policy/plan-state';
import { ScopeReach } from '../../policy/role-names';
import { typeKey } from '../../policy/type-key';
import { ChangeAction, type PlanValue, type ResourceChange } from '../model';
import { Danger } from './danger';
import { both, differsAt, type Explainer, type Explanation, NOTHING } from './explanation';
import { type Grant, grantOf, holding } from './role-grant';
import type { StackContext } from './stack-context';
import { listed, told } from './told';

/** Role assignments: who may do what, and whether that is more than before. */
export const explainRoleAssignment: Explainer = (change, context) => {
  const [before, after] = [change.before, change.after].map((state) =>
    grantOf(change, state, context),
  );
  if (change.action === ChangeAction.CREATE && after !== undefined) {
    return given(after, counterpart(change, context, ChangeAction.DELETE));
  }
  if (change.action === ChangeAction.DELETE && before !== undefined) {
    return taken(before, counterpart(change, context, ChangeAction.CREATE));
  }
  return before === undefined || after === undefined || !differsInRights(change)
    ? NOTHING
    : kept(before, after);
};

function given(after: Grant, former: Grant | undefined): Explanation {
  return former === undefined
    ? { lines: [`${after.who} ${may(after, 'now')}`], covered: [], danger: dangerOf(after) }
    : changedGrant(former, after);
}

function taken(before: Grant, later: Grant | undefined): Explanation {
  return later === undefined
    ? { lines: [`${before.who} ${may(before, 'no longer')}`], covered: [], danger: Danger.CAREFUL }
    : {
        lines: [`${before.who} has ${later.role} in place of ${before.role}`],
        covered: [],
        danger: Danger.NONE,
        isMinor: true,
      };
}

/** On something that is replaced the same role is given again. */
function kept(before: Grant, after: Grant): Explanation {
  const isGivenAgain = before.role === after.role && after.reach === ScopeReach.UNKNOWN;
  return isGivenAgain ? NOTHING : changedGrant(before, after);
}

/** What takes the place of an assignment: another role is another assignment, with an address of its own. */
function counterpart(
  change: ResourceChange,
  context: StackContext,
  action: ChangeAction,
): Grant | undefined {
  const others = context
    .sharing(typeKey(change), holding, change)
    .filter((one) => one.action === action);
  const [only, ...more] = others;
  return only === undefined || more.length > 0
    ? undefined
    : grantOf(only, only.after ?? only.before, context);
}

function changedGrant(before: Grant, after: Grant): Explanation {
  if (isSameGrant(before, after)) return NOTHING;
  const verb = weight(after) > weight(before) ? 'is broadened' : 'changes';
  const move =
    before.scope === after.scope
      ? `on ${after.scope} ${verb}: ${before.role} becomes ${after.role}`
      : `${verb}: ${before.role} on ${before.scope} becomes ${after.role} on ${after.scope}`;
  return {
    lines: [`role of ${after.who} ${move}`],
    covered: [['role_definition_id'], ['role_definition_name'], ['scope'], ['principal_id']],
    danger: weight(after) > weight(before) ? Danger.DANGEROUS : dangerOf(after),
  };
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
