import { cronTimes } from '../../../core/cron';
import type { TimeZone } from '../../../core/time-zone';
import { momentOf, type WallTime, wallTimeAt } from '../../../core/zoned-time';
import type { Recurrence } from '../recurrence';
import { RecurrenceFrequency } from '../recurrence-options';
import { addDays, dayNumber, monthNumber, weekDayOf, weekNumber } from './calendar';
import { parseLocalTime } from './schedule-time';
import { WEEK_DAYS } from './week-days';

/** When something is due: on which days, at which times of day. */
interface Pattern {
  readonly zone: TimeZone;
  readonly isDue: (day: WallTime) => boolean;
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: number;
}

/** Between which moments a schedule starts runs, both inclusive. */
interface Span {
  readonly from: Date;
  readonly until: Date | undefined;
}

/** A schedule that is never due again, such as on 31 February, is given up after so many days. */
const LONGEST_SEARCH = 366 * 400;

/** Start times of a recurrence whose values are known. Pure. */
export function* recurrenceRuns(recurrence: Recurrence, from: Date): Generator<Date> {
  const { frequency, interval, timeZone: zone, startTime } = recurrence;
  const start = parseLocalTime(startTime);
  const span = spanOf(recurrence, from);
  const steps = STEP_MINUTES[frequency];
  if (steps !== undefined) {
    const first = start === undefined ? from : momentOf(start, zone);
    yield* steppedRuns(first, steps * interval, span);
    return;
  }
  const anchor = start ?? wallTimeAt(from, zone);
  yield* patternRuns(
    {
      zone,
      isDue: dueOn(recurrence, anchor),
      hours: recurrence.hours ?? [anchor.hour],
      minutes: recurrence.minutes ?? [defaultMinute(recurrence, anchor)],
      seconds: start?.second ?? 0,
    },
    span,
  );
}

/** Start times of a cron expression that is known. Pure. */
export function* cronRuns(
  cron: {
    readonly expression: string;
    readonly timeZone: TimeZone;
    readonly startTime?: string;
    readonly endTime?: string;
  },
  from: Date,
): Generator<Date> {
  const { hours, minutes, daysOfWeek } = cronTimes(cron.expression);
  const isDue = (day: WallTime) => daysOfWeek.includes(weekDayOf(day));
  yield* patternRuns(
    { zone: cron.timeZone, isDue, hours, minutes, seconds: 0 },
    spanOf(cron, from),
  );
}

/** Hours alone mean full hours, unless a start time says otherwise. */
function defaultMinute({ hours, startTime }: Recurrence, anchor: WallTime): number {
  return hours === undefined || startTime !== undefined ? anchor.minute : 0;
}

const STEP_MINUTES: Readonly<Partial<Record<RecurrenceFrequency, number>>> = {
  [RecurrenceFrequency.MINUTE]: 1,
  [RecurrenceFrequency.HOUR]: 60,
};

function dueOn(
  { frequency, interval, weekDays, monthDays }: Recurrence,
  anchor: WallTime,
): (day: WallTime) => boolean {
  const isNth = (unit: (day: WallTime) => number, day: WallTime) =>
    (unit(day) - unit(anchor)) % interval === 0;
  if (frequency === RecurrenceFrequency.DAY) return (day) => isNth(dayNumber, day);
  if (frequency === RecurrenceFrequency.WEEK) {
    const days = weekDays?.map((day) => WEEK_DAYS.indexOf(day)) ?? [weekDayOf(anchor)];
    return (day) => days.includes(weekDayOf(day)) && isNth(weekNumber, day);
  }
  const days = monthDays ?? [anchor.day];
  return (day) => days.includes(day.day) && isNth(monthNumber, day);
}

function spanOf(
  {
    timeZone,
    startTime,
    endTime,
  }: { readonly timeZone: TimeZone; readonly startTime?: string; readonly endTime?: string },
  from: Date,
): Span {
  const [start, end] = [parseLocalTime(startTime), parseLocalTime(endTime)];
  const first = start === undefined ? from : momentOf(start, timeZone);
  return {
    from: first > from ? first : from,
    until: end === undefined ? undefined : momentOf(end, timeZone),
  };
}

function* steppedRuns(first: Date, minutes: number, { from, until }: Span): Generator<Date> {
  const step = minutes * 60_000;
  const skipped = Math.max(0, Math.ceil((from.getTime() - first.getTime()) / step));
  for (let at = first.getTime() + skipped * step; isWithin(at, until); at += step) {
    yield new Date(at);
  }
}

function* patternRuns(pattern: Pattern, { from, until }: Span): Generator<Date> {
  const first = addDays(wallTimeAt(from, pattern.zone), -1);
  for (let index = 0, idle = 0; idle < LONGEST_SEARCH; index += 1, idle += 1) {
    const day = addDays(first, index);
    if (!pattern.isDue(day)) continue;
    for (const at of momentsOn(day, pattern)) {
      if (at < from.getTime()) continue;
      if (!isWithin(at, until)) return;
      idle = 0;
      yield new Date(at);
    }
  }
}

/** The moments of a day, each once: a time that the clock jumps over may meet one that it shows. */
function momentsOn(day: WallTime, { zone, hours, minutes, seconds }: Pattern): readonly number[] {
  const moments = hours.flatMap((hour) =>
    minutes.map((minute) => momentOf({ ...day, hour, minute, second: seconds }, zone).getTime()),
  );
  return [...new Set(moments)].sort((one, other) => one - other);
}

function isWithin(at: number, until: Date | undefined): boolean {
  return until === undefined || at <= until.getTime();
}
