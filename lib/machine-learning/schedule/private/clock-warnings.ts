import { cronTimes } from '../../../core/cron';
import type { TimeZone } from '../../../core/time-zone';
import { isUnresolved } from '../../../core/validation';
import { ClockChange, clockChangesAt } from '../../../core/zoned-time';
import type { Recurrence } from '../recurrence';

/** Rules of zones change rarely: a fixed year keeps synthesis the same from day to day. */
const YEAR = 2027;

/** What to know of the times of day of a recurrence when clocks are changed. Pure. */
export function recurrenceWarnings({ timeZone, hours, minutes }: Recurrence): readonly string[] {
  return warningsOfAll(timeZone, hours, minutes);
}

/** The same of a cron expression. Pure. */
export function cronWarnings(expression: string, timeZone: TimeZone): readonly string[] {
  if (isUnresolved(expression)) return [];
  const { hours, minutes } = cronTimes(expression);
  // An expression that is due in every hour misses nothing that the hours beside it do not make up for.
  if (hours.length === 24) return [];
  return warningsOfAll(timeZone, hours, minutes);
}

type TimeOfDay = readonly [hour: number, minute: number];

/** Asked for each schedule, so lists are made only where there is something to warn of. */
function warningsOfAll(
  zone: TimeZone,
  hours: readonly number[] = [],
  minutes: readonly number[] = [0],
): readonly string[] {
  let warnings: readonly string[] = [];
  for (const hour of hours) {
    for (const minute of minutes) {
      if (isUnresolved(hour) || isUnresolved(minute)) continue;
      const more = warningsAt(zone, [hour, minute]);
      if (more.length > 0) warnings = [...warnings, ...more];
    }
  }
  return warnings;
}

const KNOWN = new WeakMap<TimeZone, Map<number, readonly string[]>>();

function warningsAt(zone: TimeZone, [hour, minute]: TimeOfDay): readonly string[] {
  const known = KNOWN.get(zone) ?? new Map<number, readonly string[]>();
  KNOWN.set(zone, known);
  const time = hour * 60 + minute;
  const warnings = known.get(time) ?? warningsOf(zone, [hour, minute]);
  known.set(time, warnings);
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
