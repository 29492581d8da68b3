import { type Finding, Is, isOutside, type Rule, type Shape } from '../../core/validation';
import type { Recurrence } from '../../machine-learning/schedule/recurrence';
import { RecurrenceFrequency } from '../../machine-learning/schedule/recurrence-options';
import type { IScheduleTrigger } from '../../machine-learning/schedule/schedule-trigger';
import type { RecurrenceTriggerProps } from '../triggers/recurrence-trigger';
import { TRIGGER_OPTIONS_SHAPE } from './trigger-options-rules';

/** What a recurrence is read for. */
export type LogicAppRecurrence = IScheduleTrigger &
  Pick<
    Recurrence,
    | 'frequency'
    | 'interval'
    | 'hours'
    | 'minutes'
    | 'weekDays'
    | 'monthDays'
    | 'startTime'
    | 'endTime'
  >;

type Props = RecurrenceTriggerProps & { readonly recurrence: LogicAppRecurrence };

export const RECURRENCE_TRIGGER_SHAPE: Shape<Props> = {
  ...TRIGGER_OPTIONS_SHAPE,
  recurrence: Is.having('a Recurrence', 'timeZone', 'describe', 'nextRuns'),
};

/** @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#recurrence-trigger */
const LONGEST: Readonly<Record<string, number>> = { Month: 16, Week: 71, Day: 500 };

export const RECURRENCE_TRIGGER_RULES: readonly Rule<Props>[] = [
  {
    code: 'WorkflowCronUnsupported',
    check: ({ recurrence }: RecurrenceTriggerProps) =>
      'frequency' in recurrence
        ? undefined
        : {
            property: 'recurrence',
            must: 'be a Recurrence: Logic Apps has no cron expressions',
            got: 'expression' in recurrence ? recurrence.expression : 'something else',
            fix: 'use Recurrence.daily, Recurrence.weekly or Recurrence.of',
          },
  },
  {
    code: 'WorkflowMonthDaysUnsupported',
    check: ({ recurrence }) => monthFinding(recurrence),
  },
  {
    code: 'WorkflowRecurrenceIntervalOutOfRange',
    check: ({ recurrence: { frequency, interval } }) => {
      const longest = LONGEST[frequency];
      return isOutside(interval, 1, longest)
        ? {
            property: 'recurrence.interval',
            must: `be between 1 and ${String(longest)}, inclusive, with frequency ${frequency}`,
            got: interval,
          }
        : undefined;
    },
  },
];

function monthFinding(recurrence: LogicAppRecurrence): Finding | undefined {
  if (recurrence.monthDays !== undefined) {
    return {
      property: 'recurrence.monthDays',
      must: 'not be given: recurrences of Logic Apps have no days of the month',
      got: recurrence.monthDays,
      fix: 'put a v2 pipeline on a Schedule, use a ScheduleTrigger of Data Factory, or fire every day under a condition on dayOfMonth(utcNow())',
    };
  }
  const stray = (['hours', 'minutes'] as const).find((list) => recurrence[list] !== undefined);
  return recurrence.frequency !== RecurrenceFrequency.MONTH || stray === undefined
    ? undefined
    : {
        property: `recurrence.${stray}`,
        must: 'not be given with months, for which Logic Apps takes the time of the start',
        got: recurrence[stray],
        fix: 'give the time with startTime',
      };
}
