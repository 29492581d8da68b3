import { isUnresolved } from '../../../core/validation';
import type { Recurrence } from '../../../machine-learning/schedule/recurrence';
import {
  RecurrenceFrequency,
  WeekDay,
} from '../../../machine-learning/schedule/recurrence-options';

/** When a schedule trigger fires, as `azurerm_data_factory_trigger_schedule` takes it. */
export interface TriggerSchedule {
  readonly frequency: string;
  readonly interval: number;
  readonly timeZone: string;
  readonly startTime: string;
  readonly endTime?: string;
  readonly schedule?: TriggerClock;
}

/** Times on the clock. */
export interface TriggerClock {
  readonly hours?: number[];
  readonly minutes?: number[];
  readonly daysOfWeek?: string[];
  readonly daysOfMonth?: number[];
}

/**
 * First moment of recurrences that name none, a Monday: left out, azurerm would take the time of the
 * apply. The service does not run what lies in the past.
 */
export const DEFAULT_START_TIME = '2024-01-01T00:00:00';

/** In the order of `Date.getUTCDay`. */
const WEEK_DAYS = [
  WeekDay.SUNDAY,
  WeekDay.MONDAY,
  WeekDay.TUESDAY,
  WeekDay.WEDNESDAY,
  WeekDay.THURSDAY,
  WeekDay.FRIDAY,
  WeekDay.SATURDAY,
];

/**
 * When a schedule trigger fires. Pure.
 *
 * azurerm takes moments with an offset only, and so the clock time in the time zone is marked as UTC.
 * So that nothing but the first and last moment hangs on how the service reads it, hours, minutes and
 * days that the recurrence takes from its start are written out.
 *
 * @returns `{ frequency, interval, timeZone, startTime, endTime?, schedule?: { hours?, minutes?,
 *   daysOfWeek?, daysOfMonth? } }`
 */
export function renderTriggerSchedule(recurrence: Recurrence): TriggerSchedule {
  const { frequency, interval, timeZone, startTime = DEFAULT_START_TIME, endTime } = recurrence;
  const schedule = renderClock(recurrence, startTime);
  return {
    frequency,
    interval,
    timeZone: timeZone.windowsName,
    startTime: withOffset(startTime),
    ...(endTime === undefined ? {} : { endTime: withOffset(endTime) }),
    ...(schedule === undefined ? {} : { schedule }),
  };
}

function renderClock(recurrence: Recurrence, startTime: string): TriggerClock | undefined {
  const { frequency } = recurrence;
  if (frequency === RecurrenceFrequency.MINUTE || frequency === RecurrenceFrequency.HOUR) {
    return undefined;
  }
  const fromStart = isUnresolved(startTime) ? {} : clockOf(startTime, frequency);
  const { hours, minutes, weekDays, monthDays } = { ...fromStart, ...given(recurrence) };
  return {
    ...(hours === undefined ? {} : { hours: [...hours] }),
    ...(minutes === undefined ? {} : { minutes: [...minutes] }),
    ...(weekDays === undefined ? {} : { daysOfWeek: [...weekDays] }),
    ...(monthDays === undefined ? {} : { daysOfMonth: [...monthDays] }),
  };
}

type Clock = Pick<Recurrence, 'hours' | 'minutes' | 'weekDays' | 'monthDays'>;

function clockOf(moment: string, frequency: RecurrenceFrequency): Clock {
  const start = new Date(withOffset(moment));
  const day = start.getUTCDay();
  return {
    hours: [start.getUTCHours()],
    minutes: [start.getUTCMinutes()],
    ...(frequency === RecurrenceFrequency.WEEK ? { weekDays: WEEK_DAYS.slice(day, day + 1) } : {}),
    ...(frequency === RecurrenceFrequency.MONTH ? { monthDays: [start.getUTCDate()] } : {}),
  };
}

function given({ hours, minutes, weekDays, monthDays }: Recurrence): Clock {
  return {
    ...(hours === undefined ? {} : { hours }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(weekDays === undefined ? {} : { weekDays }),
    ...(monthDays === undefined ? {} : { monthDays }),
  };
}

function withOffset(moment: string): string {
  return `${isUnresolved(moment) ? moment : moment.replace(' ', 'T')}Z`;
}
