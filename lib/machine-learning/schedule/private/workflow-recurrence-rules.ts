import {
  type Finding,
  Is,
  isOutside,
  isUnresolved,
  type Rule,
  type Shape,
} from '../../../core/validation';
import type { RecurrenceProps } from '../recurrence';
import { RecurrenceFrequency } from '../recurrence-options';

type Timed = Pick<RecurrenceProps, 'endTime'>;

type Recurring = Timed &
  Required<Pick<RecurrenceProps, 'frequency' | 'interval'>> &
  Pick<RecurrenceProps, 'hours' | 'minutes' | 'monthDays'>;

export const WORKFLOW_RECURRENCE_SHAPE: Shape<Recurring> = {
  frequency: Is.oneOf(Object.values(RecurrenceFrequency)),
  interval: Is.integer,
  hours: Is.optional(Is.list(Is.integer)),
  minutes: Is.optional(Is.list(Is.integer)),
  monthDays: Is.optional(Is.list(Is.integer)),
  endTime: Is.optional(Is.text),
};

/** @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#recurrence-trigger */
const LONGEST: Readonly<Record<RecurrenceFrequency, number>> = {
  [RecurrenceFrequency.MINUTE]: 72_000,
  [RecurrenceFrequency.HOUR]: 12_000,
  [RecurrenceFrequency.DAY]: 500,
  [RecurrenceFrequency.WEEK]: 71,
  [RecurrenceFrequency.MONTH]: 16,
};

const DATA_FACTORY = 'start the pipeline from Data Factory by a ScheduleTrigger';

const NO_END: Rule<Timed> = {
  code: 'ScheduleEndNotForLogicApp',
  check: ({ endTime }) =>
    endTime === undefined
      ? undefined
      : {
          property: 'trigger.endTime',
          must: 'not be given where a Logic App keeps the schedule: its recurrence has no end',
          got: endTime,
          fix: `set enabled to false when it is over, or ${DATA_FACTORY}`,
        },
};

export const WORKFLOW_RECURRENCE_RULES: readonly Rule<Recurring>[] = [
  {
    code: 'ScheduleMonthNotForLogicApp',
    check: ({ frequency, monthDays, hours, minutes }) =>
      frequency === RecurrenceFrequency.MONTH ? monthFinding({ monthDays, hours, minutes }) : undefined,
  },
  {
    code: 'ScheduleIntervalNotForLogicApp',
    check: ({ frequency, interval }) =>
      isOutside(interval, 1, LONGEST[frequency])
        ? {
            property: 'trigger.interval',
            must: `be between 1 and ${String(LONGEST[frequency])}, inclusive, where a Logic App counts the ${frequency.toLowerCase()}s`,
            got: interval,
          }
        : undefined,
  },
  NO_END,
];

function monthFinding(lists: Pick<Recurring, 'monthDays' | 'hours' | 'minutes'>): Finding | undefined {
  const [stray] = Object.entries(lists).filter(([, list]) => list !== undefined);
  return stray === undefined
    ? undefined
    : {
        property: `trigger.${stray[0]}`,
        must: 'not be given for months where a Logic App keeps the schedule: its recurrence takes no such list',
        got: stray[1],
        fix: `give a startTime with the day and the time instead, or ${DATA_FACTORY}`,
      };
}

interface CronProps extends Timed {
  readonly expression: string;
}

export const WORKFLOW_CRON_SHAPE: Shape<CronProps> = {
  expression: Is.text,
  endTime: Is.optional(Is.text),
};

export const WORKFLOW_CRON_RULES: readonly Rule<CronProps>[] = [
  {
    code: 'ScheduleCronNotForLogicApp',
    check: ({ expression }) =>
      isUnresolved(expression)
        ? {
            property: 'trigger.expression',
            must: 'be known at synthesis where a Logic App keeps the schedule: it is translated into lists of times',
            got: expression,
          }
        : undefined,
  },
  NO_END,
];
