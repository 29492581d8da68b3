import { Is, mismatches, type Rule, type Shape } from '../../core/validation';
import { ActionStatus } from '../action-status';
import type { RunAfter } from '../run-after';
import type { WorkflowAction } from '../workflow-action';
import { Typed } from './prop-types';

interface Named {
  readonly name: string;
}

export const OPERATION_SHAPE: Shape<Named> = { name: Typed.text };

/** @see https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config#workflow-definition-limits */
const NAME = /^[\p{L}\p{N} _\-.()]{1,80}$/u;

export const OPERATION_RULES: readonly Rule<Named>[] = [
  {
    code: 'WorkflowOperationNameInvalid',
    check: ({ name }) =>
      mismatches(name, NAME)
        ? {
            property: 'name',
            must: 'be 1 to 80 letters, digits, blanks, "_", "-", ".", "(" or ")"',
            got: name,
          }
        : undefined,
  },
];

export const ACTION_SHAPE: Shape<{ readonly runAfter?: readonly RunAfter[] | undefined }> = {
  runAfter: Is.optional(Typed.listOf(Is.having('a RunAfter', 'action', 'statuses'))),
};

interface Awaited {
  readonly action: WorkflowAction;
  readonly statuses: readonly ActionStatus[];
}

export const RUN_AFTER_SHAPE: Shape<Awaited> = {
  action: Is.having('a WorkflowAction', 'name', 'render', 'connections'),
  statuses: Typed.listOf(Is.known(Is.oneOf(Object.values(ActionStatus)))),
};

export const RUN_AFTER_RULES: readonly Rule<Awaited>[] = [
  {
    code: 'RunAfterStatusMissing',
    check: ({ statuses }) =>
      statuses.length === 0
        ? { property: 'statuses', must: 'hold at least one', got: statuses }
        : undefined,
  },
];
