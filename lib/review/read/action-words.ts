import { ChangeAction } from '../model';
import { listOf } from './json-values';

/** The action that a list of Terraform's actions comes to; what is not known counts as an update. */
export function actionOf(actions: unknown): ChangeAction {
  const names = listOf(actions);
  if (names.length === 0) return ChangeAction.NONE;
  const has = (name: string) => names.includes(name);
  if (has('delete') && has('create')) return ChangeAction.REPLACE;
  if (has('forget')) return has('create') ? ChangeAction.REPLACE : ChangeAction.FORGET;
  return SINGLE.find((action) => has(action)) ?? ChangeAction.UPDATE;
}

const SINGLE = [
  ChangeAction.CREATE,
  ChangeAction.DELETE,
  ChangeAction.UPDATE,
  ChangeAction.READ,
  ChangeAction.NONE,
];

/**
 * Why Terraform acts, in words; a reason that is not known here as Terraform writes it. Before it stands what there is
 * to say of actions that are more than their name here tells.
 */
export function reasonOf(reason: unknown, actions: unknown): string | undefined {
  const remark = remarkOn(listOf(actions));
  if (typeof reason !== 'string' || reason === '') return remark;
  const why = REASONS.get(reason) ?? reason.replaceAll('_', ' ');
  return remark === undefined ? why : `${remark}; ${why}`;
}

function remarkOn(actions: readonly unknown[]): string | undefined {
  if (actions.includes('create') && actions.includes('forget')) return FORMER_STAYS;
  const other = actions.filter((action) => !KNOWN.has(String(action))).map(String);
  return other.length === 0 ? undefined : `an action that is not known here: ${other.join(', ')}`;
}

const FORMER_STAYS = 'the former one stays as it is, Terraform forgets it';

const KNOWN: ReadonlySet<string> = new Set([
  'create',
  'delete',
  'forget',
  'no-op',
  'read',
  'update',
]);

/** Why most things are deleted: that goes without saying. */
export const NO_LONGER_DECLARED = 'it is no longer declared';

const REASONS: ReadonlyMap<string, string> = new Map([
  ['replace_because_tainted', 'it is tainted: its last creation failed'],
  ['replace_because_cannot_update', 'the provider cannot change it in place'],
  ['replace_by_request', 'its replacement was asked for with -replace'],
  ['replace_by_triggers', 'something changes that is named in replace_triggered_by'],
  ['delete_because_no_resource_config', NO_LONGER_DECLARED],
  ['delete_because_no_module', 'its module is no longer declared'],
  ['delete_because_wrong_repetition', 'it is declared with another kind of repetition'],
  ['delete_because_count_index', 'its index is beyond the count'],
  ['delete_because_each_key', 'its key is no longer in for_each'],
  ['delete_because_no_move_target', 'it was moved to where nothing is declared'],
  ['read_because_config_unknown', 'what it asks for is known only at apply'],
  ['read_because_dependency_pending', 'something that it depends on changes first'],
  ['read_because_check_nested', 'it belongs to a check'],
]);

/** Why a change is put off, in words. */
export function deferralInWords(reason: unknown): string {
  if (typeof reason !== 'string') return 'for a reason that the plan does not tell';
  return DEFERRALS.get(reason) ?? reason.replaceAll('_', ' ');
}

const DEFERRALS: ReadonlyMap<string, string> = new Map([
  ['instance_count_unknown', 'how many there will be is known only at apply'],
  ['resource_config_unknown', 'its configuration is known only at apply'],
  ['provider_config_unknown', 'the configuration of its provider is known only at apply'],
  ['absent_prereq', 'something that it needs is not there yet'],
  ['deferred_prereq', 'something that it depends on is put off'],
]);
