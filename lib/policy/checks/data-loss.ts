import { ChangeAction } from '../../review/model';
import type { ChangeCheck } from '../check';
import { Severity } from '../severity';
import { STATEFUL_TYPES } from '../stateful-types';
import { typeKey } from '../type-key';

/** Changes that delete what cannot be made again. */
export const DATA_LOSS: ChangeCheck = {
  id: 'data-loss',
  title: 'Change deletes something that cannot be made again',
  severity: Severity.HIGH,
  rationale: 'What it holds is gone after the apply, and Terraform cannot bring it back.',
  fix: 'Find the property that forces it and keep its value; where the resource only got another place, use a moved or removed block.',
  types: [...STATEFUL_TYPES.keys()],
  violations: (change) => {
    const lost = STATEFUL_TYPES.get(typeKey(change));
    const verb = VERBS.get(change.action);
    if (lost === undefined || verb === undefined) return [];
    return [{ text: `would be ${verb}, with what it holds`, path: [] }];
  },
};

const VERBS: ReadonlyMap<ChangeAction, string> = new Map([
  [ChangeAction.DELETE, 'deleted'],
  [ChangeAction.REPLACE, 'replaced'],
]);
