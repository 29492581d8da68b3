import type { CalendarDay, WallTime } from '../../../core/zoned-time';

const DAY = 86_400_000;

/** Monday, 5 January 1970, the first whole week after the epoch. */
const FIRST_MONDAY = 4;

/** Days since 1 January 1970. */
export function dayNumber({ year, month, day }: CalendarDay): number {
  return Math.floor(Date.UTC(year, month - 1, day) / DAY);
}

/** Weeks, from Monday to Sunday, since January 1970. */
export function weekNumber(day: CalendarDay): number {
  return Math.floor((dayNumber(day) - FIRST_MONDAY) / 7);
}

/** Months since the year 0. */
export function monthNumber({ year, month }: CalendarDay): number {
  return year * 12 + month;
}

/** From 0, Sunday, to 6, Saturday. */
export function weekDayOf(day: CalendarDay): number {
  return new Date(dayNumber(day) * DAY).getUTCDay();
}

/** The same time of day, so many days later. */
export function addDays(time: WallTime, days: number): WallTime {
  const date = new Date((dayNumber(time) + days) * DAY);
  return {
    ...time,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}
