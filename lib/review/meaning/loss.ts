import { STATEFUL_TYPES } from '../../policy/stateful-types';
import { typeKey } from '../../policy/type-key';
import { ChangeAction, type ResourceChange } from '../model';
import { Danger } from './danger';

/** What a deletion loses. */
export interface Loss {
  /** In words, to be read after "lost". */
  readonly what: string;
  readonly danger: Danger;
}

const WORKSPACE = 'microsoft.machinelearningservices/workspaces';
const JOBS = 'jobs that run or wait on it';
const ADDRESS = 'its address, which callers know, and its deployments';

/** Lost beside what no type can bring back. */
const LOSSES: ReadonlyMap<string, Loss> = new Map([
  ['azurerm_machine_learning_compute_cluster', dangerous(JOBS)],
  ['azurerm_machine_learning_compute_instance', dangerous('what stands on its disk')],
  [`${WORKSPACE}/computes`, dangerous(JOBS)],
  [`${WORKSPACE}/batchendpoints`, dangerous(ADDRESS)],
  [`${WORKSPACE}/onlineendpoints`, dangerous(ADDRESS)],
  ['azurerm_data_factory', dangerous('its pipelines, triggers and run history')],
  ['microsoft.datafactory/factories', dangerous('its pipelines, triggers and run history')],
  ['microsoft.logic/workflows', careful('its run history, and the URL of an HTTP trigger')],
  ['azurerm_application_insights', careful('its telemetry')],
  ['azurerm_user_assigned_identity', careful('its object id, and with it every role that it has')],
  ['microsoft.datafactory/factories/pipelines', careful('its link to runs so far')],
]);

function dangerous(what: string): Loss {
  return { what, danger: Danger.DANGEROUS };
}

function careful(what: string): Loss {
  return { what, danger: Danger.CAREFUL };
}

/** What a change loses, `undefined` where it deletes nothing or nothing that is missed. */
export function lossOf(change: ResourceChange): Loss | undefined {
  const deletes = change.action === ChangeAction.DELETE || change.action === ChangeAction.REPLACE;
  if (!deletes || change.isDrift) return undefined;
  const key = typeKey(change);
  const state = STATEFUL_TYPES.get(key);
  return state === undefined ? LOSSES.get(key) : dangerous(state);
}
