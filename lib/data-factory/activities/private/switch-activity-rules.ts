import { Is, type PropertyType, type Rule, type Shape } from '../../../core/validation';
import type { SwitchActivityProps, SwitchCase } from '../switch-activity';
import { ACTIVITIES, expressionFinding } from './container-rules';

/** Properties of a switch with their defaults, apart from what all activities have. */
export type ResolvedSwitch = Required<Pick<SwitchActivityProps, 'on' | 'cases' | 'otherwise'>>;

const CASE: PropertyType = {
  name: 'a SwitchCase',
  accepts: (value) => {
    if (!Is.object.accepts(value)) return false;
    const { value: text, activities } = value as Partial<SwitchCase>;
    return Is.known(Is.string).accepts(text) && ACTIVITIES.accepts(activities);
  },
};

export const SWITCH_SHAPE: Shape<ResolvedSwitch> = {
  on: Is.text,
  cases: Is.known(Is.list(CASE)),
  otherwise: ACTIVITIES,
};

const MAX_CASES = 25;

/** @see https://learn.microsoft.com/azure/data-factory/control-flow-switch-activity#type-properties */
export const SWITCH_RULES: readonly Rule<ResolvedSwitch>[] = [
  { code: 'SwitchExpressionInvalid', check: ({ on }) => expressionFinding('on', on) },
  {
    code: 'SwitchCasesOutOfRange',
    check: ({ cases, otherwise }) =>
      cases.length > MAX_CASES || (cases.length === 0 && otherwise.length === 0)
        ? {
            property: 'cases',
            must: `be at most ${String(MAX_CASES)}, and at least one where otherwise holds nothing`,
            got: cases,
          }
        : undefined,
  },
  {
    code: 'SwitchCaseTwice',
    check: ({ cases }) => {
      const values = cases.map(({ value }) => value);
      const twice = values.find((value, index) => values.indexOf(value) !== index);
      return twice === undefined
        ? undefined
        : { property: 'cases', must: 'each be for another value', got: twice };
    },
  },
  {
    code: 'SwitchActivitiesMissing',
    check: ({ cases }) => {
      const index = cases.findIndex(({ activities }) => activities.length === 0);
      return index === -1
        ? undefined
        : {
            property: `cases[${String(index)}].activities`,
            must: 'hold at least one activity',
            got: [],
            fix: 'leave the case out',
          };
    },
  },
];
