import { type Finding, Is, isOutside, type Rule, type Shape } from '../../../core/validation';
import type {
  DailyOptions,
  MonthlyOptions,
  RecurrenceOptions,
  RecurrenceProps,
  WeeklyOptions,
} from '../recurrence';
import { RecurrenceFrequency, WeekDay } from '../recurrence-options';
import { endFinding, parseTimeOfDay, timeFinding } from './schedule-time';

/** Properties with their defaults. */
export type ResolvedRecurrence = RecurrenceProps &
  Required<Pick<RecurrenceProps, 'interval' | 'timeZone'>>;

type WithTimeZone<P> = P & Required<Pick<RecurrenceOptions, 'timeZone'>>;

const WEEK_DAYS = Is.list(Is.oneOf(Object.values(WeekDay)));

const OPTIONS_SHAPE: Shape<WithTimeZone<RecurrenceOptions>> = {
  timeZone: Is.text,
  startTime: Is.optional(Is.text),
  endTime: Is.optional(Is.text),
};

export const RECURRENCE_SHAPE: Shape<ResolvedRecurrence> = {
  frequency: Is.known(Is.oneOf(Object.values(RecurrenceFrequency))),
  interval: Is.integer,
  hours: Is.optional(Is.list(Is.integer)),
  minutes: Is.optional(Is.list(Is.integer)),
  timeOfDay: Is.optional(Is.text),
  weekDays: Is.optional(WEEK_DAYS),
  monthDays: Is.optional(Is.list(Is.integer)),
  ...OPTIONS_SHAPE,
};

/** Which lists a frequency takes; the service ignores or refuses the others. */
const LISTS: Readonly<Record<RecurrenceFrequency, readonly (keyof RecurrenceProps)[]>> = {
  [RecurrenceFrequency.MINUTE]: [],
  [RecurrenceFrequency.HOUR]: [],
  [RecurrenceFrequency.DAY]: ['hours', 'minutes', 'timeOfDay'],
  [RecurrenceFrequency.WEEK]: ['hours', 'minutes', 'timeOfDay', 'weekDays'],
  [RecurrenceFrequency.MONTH]: ['hours', 'minutes', 'timeOfDay', 'monthDays'],
};

const ALL_LISTS = ['hours', 'minutes', 'timeOfDay', 'weekDays', 'monthDays'] as const;

/** First and last moment. */
const MOMENT_RULES: readonly Rule<RecurrenceOptions>[] = [
  {
    code: 'ScheduleTimeInvalid',
    check: ({ startTime, endTime }) =>
      timeFinding('startTime', startTime) ?? timeFinding('endTime', endTime),
  },
  {
    code: 'ScheduleEndBeforeStart',
    check: ({ startTime, endTime }) => endFinding(startTime, endTime),
  },
];

/** `Microsoft.MachineLearningServices/workspaces/schedules@2025-06-01`, RecurrenceTrigger. */
export const RECURRENCE_RULES: readonly Rule<ResolvedRecurrence>[] = [
  {
    code: 'RecurrenceIntervalOutOfRange',
    check: ({ interval }) =>
      isOutside(interval, 1, 1000)
        ? { property: 'interval', must: 'be between 1 and 1000, inclusive', got: interval }
        : undefined,
  },
  {
    code: 'RecurrenceHourOutOfRange',
    check: ({ hours }) => rangeFinding('hours', hours, 0, 23),
  },
  {
    code: 'RecurrenceMinuteOutOfRange',
    check: ({ minutes }) => rangeFinding('minutes', minutes, 0, 59),
  },
  {
    code: 'RecurrenceMonthDayOutOfRange',
    check: ({ monthDays }) => rangeFinding('monthDays', monthDays, 1, 31),
  },
  {
    code: 'RecurrenceWeekDayMissing',
    check: ({ weekDays }) => weekDaysFinding('weekDays', weekDays),
  },
  {
    code: 'RecurrenceFieldNotForFrequency',
    check: (props) => {
      const stray = ALL_LISTS.find(
        (list) => props[list] !== undefined && !LISTS[props.frequency].includes(list),
      );
      return stray === undefined
        ? undefined
        : {
            property: stray,
            must: `not be given with frequency ${props.frequency}`,
            got: props[stray],
          };
    },
  },
  {
    code: 'RecurrenceTimeOfDayConflict',
    check: ({ timeOfDay, hours, minutes }) =>
      timeOfDay !== undefined && (hours !== undefined || minutes !== undefined)
        ? {
            property: 'timeOfDay',
            must: 'not be given with hours or minutes',
            got: timeOfDay,
            fix: 'say the times of day in one of the two ways',
          }
        : undefined,
  },
  {
    code: 'TimeOfDayInvalid',
    check: ({ timeOfDay }) =>
      timeOfDay === undefined ? undefined : timeOfDayFinding('timeOfDay', timeOfDay),
  },
  ...MOMENT_RULES,
];

function rangeFinding(
  property: string,
  values: readonly number[] | undefined,
  min: number,
  max: number,
): Finding | undefined {
  if (values === undefined) return undefined;
  const index = values.findIndex((value) => isOutside(value, min, max));
  if (values.length > 0 && index === -1) return undefined;
  const must = `hold whole numbers from ${String(min)} to ${String(max)}, at least one`;
  return values.length === 0
    ? { property, must, got: values }
    : { property: `${property}[${String(index)}]`, must, got: values[index] };
}

function weekDaysFinding(
  property: string,
  days: readonly WeekDay[] | undefined,
): Finding | undefined {
  return days?.length === 0 ? { property, must: 'hold at least one day', got: days } : undefined;
}

export const DAILY_SHAPE: Shape<WithTimeZone<DailyOptions>> = { at: Is.text, ...OPTIONS_SHAPE };

export const WEEKLY_SHAPE: Shape<WithTimeZone<WeeklyOptions>> = { ...DAILY_SHAPE, on: WEEK_DAYS };

export const MONTHLY_SHAPE: Shape<WithTimeZone<MonthlyOptions>> = {
  ...DAILY_SHAPE,
  days: Is.list(Is.integer),
};

/** A time of day is split into hours and minutes here, so it must be known. */
export const DAILY_RULES: readonly Rule<DailyOptions>[] = [
  {
    code: 'TimeOfDayInvalid',
    check: ({ at }) => timeOfDayFinding('at', at),
  },
  ...MOMENT_RULES,
];

export const WEEKLY_RULES: readonly Rule<WeeklyOptions>[] = [
  ...DAILY_RULES,
  {
    code: 'RecurrenceWeekDayMissing',
    check: ({ on }) => weekDaysFinding('on', on),
  },
];

export const MONTHLY_RULES: readonly Rule<MonthlyOptions>[] = [
  ...DAILY_RULES,
  {
    code: 'RecurrenceMonthDayOutOfRange',
    check: ({ days }) => rangeFinding('days', days, 1, 31),
  },
];

function timeOfDayFinding(property: string, time: string): Finding | undefined {
  return parseTimeOfDay(time) === undefined
    ? { property, must: 'be a time of day hh:mm, 00:00 to 23:59', got: time }
    : undefined;
}
