import type { StateCheck } from '../check';
import { flagAt } from '../plan-state';
import { Severity } from '../severity';
import { STATEFUL_TYPES } from '../stateful-types';

const PATH: readonly string[] = ['lifecycle', 'prevent_destroy'];

/** Stateful resources that a plan may destroy. A configuration tells; a plan alone holds no lifecycle. */
export const PREVENT_DESTROY: StateCheck = {
  id: 'prevent-destroy',
  title: 'Nothing keeps a plan from destroying it',
  severity: Severity.LOW,
  rationale:
    'With prevent_destroy Terraform refuses a plan that would delete or replace the resource.',
  fix: 'Set RemovalPolicy.PREVENT_DESTROY, or lifecycle.prevent_destroy.',
  types: [...STATEFUL_TYPES.keys()],
  violations: ({ state, tellsLifecycle }) =>
    tellsLifecycle && flagAt(state, ...PATH) !== true
      ? [{ text: 'can be destroyed by a plan', path: PATH }]
      : [],
};
