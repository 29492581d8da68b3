import type { ArmObject } from '../../azapi/azapi-types';
import { TimeZone } from '../../core/time-zone';
import { validateValue, withDefaults } from '../../core/validation';
import { recurrenceWarnings } from './private/clock-warnings';
import { describeRecurrence } from './private/describe-recurrence';
import { firstRuns } from './private/first-runs';
import { recurrenceRuns } from './private/next-runs';
import { renderRecurrence } from './private/recurrence-body';
import {
  DAILY_RULES,
  DAILY_SHAPE,
  MONTHLY_RULES,
  MONTHLY_SHAPE,
  RECURRENCE_RULES,
  RECURRENCE_SHAPE,
  type ResolvedRecurrence,
  WEEKLY_RULES,
  WEEKLY_SHAPE,
} from './private/recurrence-rules';
import { parseTimeOfDay } from './private/schedule-time';
import { RecurrenceFrequency, type WeekDay } from './recurrence-options';
import type { IScheduleTrigger } from './schedule-trigger';

const UTC = 'UTC';

/** What all recurrences take. */
export interface RecurrenceOptions {
  /**
   * Zone that times are read in: an IANA name such as `Europe/Berlin`, or a Windows name.
   *
   * @default 'UTC'
   */
  readonly timeZone?: string;
  /**
   * First moment, `YYYY-MM-DDThh:mm:ss` in {@link timeZone}, without an offset.
   *
   * @default - at once: without `at`, hours or minutes the first run starts when the schedule is made
   */
  readonly startTime?: string;
  /**
   * Last moment, `YYYY-MM-DDThh:mm:ss` in {@link timeZone}, without an offset.
   *
   * @default - never ends
   */
  readonly endTime?: string;
}

/** A recurrence once a day. */
export interface DailyOptions extends RecurrenceOptions {
  /** Time of day, `hh:mm`, 00:00 to 23:59, inclusive. */
  readonly at: string;
}

/** A recurrence on days of the week. */
export interface WeeklyOptions extends DailyOptions {
  /** Days of the week, at least one. */
  readonly on: WeekDay[];
}

/** A recurrence on days of the month. */
export interface MonthlyOptions extends DailyOptions {
  /** Days of the month, 1 to 31, inclusive, at least one; months without the day are skipped. */
  readonly days: number[];
}

/** Properties of a {@link Recurrence}, in the service's own words. */
export interface RecurrenceProps extends RecurrenceOptions {
  /** Unit of {@link interval}. */
  readonly frequency: RecurrenceFrequency;
  /**
   * Every how many minutes, hours, days, weeks or months, at least 1.
   *
   * @default 1
   */
  readonly interval?: number;
  /**
   * Hours of the day, 0 to 23, inclusive; for days, weeks and months.
   *
   * @default - that of the start time
   */
  readonly hours?: number[];
  /**
   * Minutes of the hour, 0 to 59, inclusive; for days, weeks and months.
   *
   * @default - that of the start time
   */
  readonly minutes?: number[];
  /**
   * Time of day, `hh:mm`, 00:00 to 23:59, inclusive; for days, weeks and months, in place of
   * {@link hours} and {@link minutes}.
   *
   * @default - that of hours and minutes
   */
  readonly timeOfDay?: string;
  /**
   * Days of the week; for weeks.
   *
   * @default - that of the start time
   */
  readonly weekDays?: WeekDay[];
  /**
   * Days of the month, 1 to 31, inclusive; for months.
   *
   * @default - that of the start time
   */
  readonly monthDays?: number[];
}

/** Again and again at times on the clock, or after so many minutes or hours. */
export class Recurrence implements IScheduleTrigger {
  /**
   * Every so many minutes.
   *
   * @throws UnscopedValidationError RecurrenceIntervalOutOfRange, ScheduleTimeInvalid,
   *   ScheduleEndBeforeStart, TimeZoneUnknown
   */
  public static everyMinutes(interval: number, options: RecurrenceOptions = {}): Recurrence {
    return Recurrence.of({ ...options, frequency: RecurrenceFrequency.MINUTE, interval });
  }

  /**
   * Every so many hours.
   *
   * @throws UnscopedValidationError RecurrenceIntervalOutOfRange, ScheduleTimeInvalid,
   *   ScheduleEndBeforeStart, TimeZoneUnknown
   */
  public static everyHours(interval: number, options: RecurrenceOptions = {}): Recurrence {
    return Recurrence.of({ ...options, frequency: RecurrenceFrequency.HOUR, interval });
  }

  /**
   * Every day at one time.
   *
   * @throws UnscopedValidationError TimeOfDayInvalid, ScheduleTimeInvalid, ScheduleEndBeforeStart,
   *   TimeZoneUnknown
   */
  public static daily(options: DailyOptions): Recurrence {
    const resolved = withDefaults(options, { timeZone: UTC });
    validateValue(resolved, DAILY_SHAPE, DAILY_RULES);
    return new Recurrence(atTime(resolved, RecurrenceFrequency.DAY));
  }

  /**
   * On days of every week at one time.
   *
   * @throws UnscopedValidationError TimeOfDayInvalid, RecurrenceWeekDayMissing, ScheduleTimeInvalid,
   *   ScheduleEndBeforeStart, TimeZoneUnknown
   */
  public static weekly(options: WeeklyOptions): Recurrence {
    const resolved = withDefaults(options, { timeZone: UTC });
    validateValue(resolved, WEEKLY_SHAPE, WEEKLY_RULES);
    const { on: weekDays } = resolved;
    return new Recurrence({ ...atTime(resolved, RecurrenceFrequency.WEEK), weekDays });
  }

  /**
   * On days of every month at one time.
   *
   * @throws UnscopedValidationError TimeOfDayInvalid, RecurrenceMonthDayOutOfRange, ScheduleTimeInvalid,
   *   ScheduleEndBeforeStart, TimeZoneUnknown
   */
  public static monthly(options: MonthlyOptions): Recurrence {
    const resolved = withDefaults(options, { timeZone: UTC });
    validateValue(resolved, MONTHLY_SHAPE, MONTHLY_RULES);
    const { days: monthDays } = resolved;
    return new Recurrence({ ...atTime(resolved, RecurrenceFrequency.MONTH), monthDays });
  }

  /**
   * In the service's own words.
   *
   * @throws UnscopedValidationError RecurrenceIntervalOutOfRange, RecurrenceHourOutOfRange,
   *   RecurrenceMinuteOutOfRange, RecurrenceMonthDayOutOfRange, RecurrenceWeekDayMissing,
   *   RecurrenceFieldNotForFrequency, RecurrenceTimeOfDayConflict, TimeOfDayInvalid, ScheduleTimeInvalid,
   *   ScheduleEndBeforeStart, TimeZoneUnknown
   */
  public static of(props: RecurrenceProps): Recurrence {
    const resolved = withDefaults(props, { interval: 1, timeZone: UTC });
    validateValue(resolved, RECURRENCE_SHAPE, RECURRENCE_RULES);
    return new Recurrence(resolved);
  }

  /** Unit of {@link interval}. */
  public readonly frequency: RecurrenceFrequency;
  /** Every how many units. */
  public readonly interval: number;
  /** Hours of the day. */
  public readonly hours?: number[];
  /** Minutes of the hour. */
  public readonly minutes?: number[];
  /** Days of the week. */
  public readonly weekDays?: WeekDay[];
  /** Days of the month. */
  public readonly monthDays?: number[];
  /** First moment, in {@link timeZone}. */
  public readonly startTime?: string;
  /** Last moment, in {@link timeZone}. */
  public readonly endTime?: string;
  public readonly timeZone: TimeZone;

  private constructor(props: ResolvedRecurrence) {
    this.frequency = props.frequency;
    this.interval = props.interval;
    this.timeZone = TimeZone.of(props.timeZone);
    const [hour, minute] = parseTimeOfDay(props.timeOfDay) ?? [];
    const hours = hour === undefined ? props.hours : [hour];
    const minutes = minute === undefined ? props.minutes : [minute];
    if (hours !== undefined) this.hours = hours;
    if (minutes !== undefined) this.minutes = minutes;
    if (props.weekDays !== undefined) this.weekDays = props.weekDays;
    if (props.monthDays !== undefined) this.monthDays = props.monthDays;
    if (props.startTime !== undefined) this.startTime = props.startTime;
    if (props.endTime !== undefined) this.endTime = props.endTime;
  }

  public describe(): string {
    return describeRecurrence(this);
  }

  public nextRuns(count: number, from: Date = new Date()): Date[] {
    const { interval, hours = [], minutes = [], weekDays = [], monthDays = [] } = this;
    const values = [interval, ...hours, ...minutes, ...weekDays, ...monthDays];
    return firstRuns({ count, from, values: [...values, this.startTime, this.endTime] }, (first) =>
      recurrenceRuns(this, first),
    );
  }

  /** @internal */
  public get _warnings(): readonly string[] {
    return recurrenceWarnings(this);
  }

  /** @internal */
  public _renderTrigger(): ArmObject {
    return renderRecurrence(this);
  }
}

function atTime(
  { timeZone = UTC, startTime, endTime, at: timeOfDay }: DailyOptions,
  frequency: RecurrenceFrequency,
): ResolvedRecurrence {
  return { frequency, interval: 1, timeOfDay, timeZone, startTime, endTime };
}
