import { cronTimes } from '../../../core/cron';
import type { TimeZone } from '../../../core/time-zone';
import { isUnresolved } from '../../../core/validation';
import { ClockChange, clockChangesAt } from '../../../core/zoned-time';
import type { Recurrence } from '../recurrence';

/** Rules of zones change rarely: a fixed year keeps synthesis the same from day to day. */
const YEAR = 2027;

/** What to know of the times of day of a recurrence when clocks are changed. Pure. */
export function recurrenceWarnings({ timeZone, hours, minutes }: Recurrence): readonly string[] {
  return timesOf(hours, minutes).flatMap((time) => warningsAt(timeZone, time));
}

/** The same of a cron expression. Pure. */
export function cronWarnings(expression: string, timeZone: TimeZone): readonly string[] {
  if (isUnresolved(expression)) return [];
  const { hours, minutes } = cronTimes(expression);
  // An expression that is due in every hour misses nothing that the hours beside it do not make up for.
  if (hours.length === 24) return [];
  return timesOf(hours, minutes).flatMap((time) => warningsAt(timeZone, time));
}

type TimeOfDay = readonly [hour: number, minute: number];

function timesOf(
  hours: readonly number[] = [],
  minutes: readonly number[] = [0],
): readonly TimeOfDay[] {
  return hours
    .flatMap((hour) => minutes.map((minute): TimeOfDay => [hour, minute]))
    .filter((time) => !time.some((part) => isUnresolved(part)));
}

const KNOWN = new Map<string, readonly string[]>();

function warningsAt(zone: TimeZone, [hour, minute]: TimeOfDay): readonly string[] {
  const key = `${zone.ianaName} ${String(hour)} ${String(minute)}`;
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  const warnings = warningsOf(zone, [hour, minute]);
  KNOWN.set(key, warnings);
  return warnings;
}

function warningsOf(zone: TimeZone, [hour, minute]: TimeOfDay): readonly string[] {
  const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
  return clockChangesAt(zone, YEAR, hour, minute).map((change) =>
    change === ClockChange.SKIPPED
      ? `no clock in ${zone.ianaName} shows ${time} on the day when clocks are put forward: that run starts later; choose another time of day, or UTC`
      : `clocks in ${zone.ianaName} show ${time} twice on the day when they are put back: that run should start the first time; choose another time of day, or UTC, to be sure of one run`,
  );
}
