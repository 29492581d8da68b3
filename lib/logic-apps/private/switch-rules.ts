import {
  Is,
  isOutside,
  mismatches,
  type PropertyType,
  type Rule,
  type Shape,
} from '../../core/validation';
import type { SwitchActionProps, WorkflowCase } from '../actions/switch-action';
import { ACTIONS, ACTIONS_SHAPE } from './container-rules';
import { Typed } from './prop-types';
import { EXPRESSION } from './workflow-expression-rules';

/** The props with the defaults filled in. */
export type ResolvedSwitch = SwitchActionProps & Required<Pick<SwitchActionProps, 'otherwise'>>;

const CASE: PropertyType = {
  name: 'a WorkflowCase: name, value and actions',
  accepts: (value) => Is.object.accepts(value) && isCase(value as Partial<WorkflowCase>),
};

export const SWITCH_SHAPE: Shape<ResolvedSwitch> = {
  runAfter: ACTIONS_SHAPE.runAfter,
  on: EXPRESSION,
  cases: Typed.listOf(CASE),
  otherwise: ACTIONS,
};

/** @see https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config#workflow-definition-limits */
const MAX_CASES = 25;

export const SWITCH_RULES: readonly Rule<ResolvedSwitch>[] = [
  {
    code: 'SwitchActionCasesOutOfRange',
    check: ({ cases }) =>
      isOutside(cases.length, 1, MAX_CASES)
        ? { property: 'cases', must: 'be between 1 and 25, inclusive', got: cases.length }
        : undefined,
  },
  {
    code: 'SwitchCaseNameInvalid',
    check: ({ cases }) => {
      const invalid = cases.find(({ name }) => mismatches(name, /^[\p{L}\p{N} _\-.()]{1,80}$/u));
      return invalid === undefined
        ? undefined
        : {
            property: 'cases',
            must: 'have names of 1 to 80 letters, digits, blanks, "_", "-", ".", "(" or ")"',
            got: invalid.name,
          };
    },
  },
  {
    code: 'SwitchCaseRepeated',
    check: ({ cases }) => {
      const again =
        repeated(cases.map(({ name }) => name.toLowerCase())) ??
        repeated(cases.map(({ value }) => value));
      return again === undefined
        ? undefined
        : { property: 'cases', must: 'have a name and a value of their own each', got: again };
    },
  },
];

function isCase({ name, value, actions }: Partial<WorkflowCase>): boolean {
  return (
    Typed.text.accepts(name) &&
    (Typed.string.accepts(value) || Typed.number.accepts(value)) &&
    ACTIONS.accepts(actions)
  );
}

function repeated<T>(values: readonly T[]): T | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}
