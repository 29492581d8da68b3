import type * as Luxon from 'luxon';
import type { TimeZone } from './time-zone';

/** A day of the calendar, in no zone. */
export interface CalendarDay {
  readonly year: number;
  /** From 1 to 12. */
  readonly month: number;
  /** From 1 to 31. */
  readonly day: number;
}

/** What a clock on the wall shows. */
export interface WallTime extends CalendarDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** What happens to a time of day on a day when clocks are changed. */
export enum ClockChange {
  /** The clock jumps over it. */
  SKIPPED = 'skipped',
  /** The clock shows it twice. */
  REPEATED = 'repeated',
}

/** What the clocks of a zone show at a moment. */
export function wallTimeAt(moment: Date, zone: TimeZone): WallTime {
  const shown = new Date(moment.getTime() + offsetAt(moment.getTime(), zone) * 60_000);
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
  };
}

/**
 * The moment at which the clocks of a zone show a time. A time that the clock jumps over is read with
 * the offset before the jump, and so is as much later as the clock is put forward; of a time that it
 * shows twice the first is meant.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5
 */
export function momentOf(time: WallTime, zone: TimeZone): Date {
  const { year, month, day, hour, minute, second } = time;
  const before = Date.UTC(year, month - 1, day, hour, minute, second);
  const [earlier, later] = [-1, 1].map(
    (days) => -offsetAt(before + days * 86_400_000, zone) * 60_000,
  );
  const moments = [earlier, later].map((shift = 0) => before + shift);
  const shown = moments.filter((moment) => shows(moment, time, zone));
  return new Date(shown.length === 0 ? (moments[0] ?? before) : Math.min(...shown));
}

/** What happens in a year to a time of day when the clocks of a zone are changed; mostly nothing. */
export function clockChangesAt(
  zone: TimeZone,
  year: number,
  hour: number,
  minute: number,
): readonly ClockChange[] {
  const time = hour * 60 + minute;
  return changesIn(zone, year)
    .filter(({ from, to }) => (time >= from && time < to) || time < to - 1440)
    .map(({ change }) => change);
}

interface Change {
  /** First minute of the day that is skipped or repeated. */
  readonly from: number;
  /** The minute after the last. */
  readonly to: number;
  readonly change: ClockChange;
}

const CHANGES = new Map<string, readonly Change[]>();

function changesIn(zone: TimeZone, year: number): readonly Change[] {
  const key = `${zone.ianaName} ${String(year)}`;
  const known = CHANGES.get(key);
  if (known !== undefined) return known;
  const changes = [...changesOf(zone, year)];
  CHANGES.set(key, changes);
  return changes;
}

function* changesOf(zone: TimeZone, year: number): Generator<Change> {
  const month = 30 * 86_400_000;
  const start = Date.UTC(year, 0, 1);
  for (let from = start; from < start + 366 * 86_400_000; from += month) {
    const [before, after] = [offsetAt(from, zone), offsetAt(from + month, zone)];
    if (before === after) continue;
    const moment = firstMomentAfter(from, from + month, (at) => offsetAt(at, zone) !== before);
    const { hour, minute } = wallTimeAt(new Date(moment - 60_000), zone);
    const shift = offsetAt(moment, zone) - before;
    const last = hour * 60 + minute + 1;
    yield shift > 0
      ? { from: last, to: last + shift, change: ClockChange.SKIPPED }
      : { from: last + shift, to: last, change: ClockChange.REPEATED };
  }
}

/** The first minute from which on something holds, which does not at the start and does at the end. */
function firstMomentAfter(start: number, end: number, holds: (at: number) => boolean): number {
  let [low, high] = [start, end];
  while (high - low > 60_000) {
    const middle = low + Math.floor((high - low) / 120_000) * 60_000;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function shows(moment: number, time: WallTime, zone: TimeZone): boolean {
  const shown = wallTimeAt(new Date(moment), zone);
  return (['day', 'hour', 'minute', 'second'] as const).every((unit) => shown[unit] === time[unit]);
}

const OFFSETS = new Map<string, Map<number, number>>();

/** Clocks are changed on the quarter of an hour, if at all. */
const QUARTER = 900_000;

/** Minutes that the clocks of a zone are ahead of UTC; asked for once in a quarter of an hour, since it takes long. */
function offsetAt(moment: number, zone: TimeZone): number {
  const offsets = OFFSETS.get(zone.ianaName) ?? new Map<number, number>();
  OFFSETS.set(zone.ianaName, offsets);
  const quarter = Math.floor(moment / QUARTER);
  const known = offsets.get(quarter);
  if (known !== undefined) return known;
  const offset = luxon()
    .IANAZone.create(zone.ianaName)
    .offset(quarter * QUARTER);
  offsets.set(quarter, offset);
  return offset;
}

/** Loaded when first needed: most programs never ask for a moment. */
function luxon(): typeof Luxon {
  return require('luxon') as typeof Luxon;
}
